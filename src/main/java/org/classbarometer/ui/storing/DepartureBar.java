package org.classbarometer.ui.storing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.classbarometer.session.Departure;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Says over every room that sessions will be deleted for their age, when, and what can be done about
/// it; takes no room while there are none.
public final class DepartureBar extends HBox {
    private final StoreChoices choices;
    private final Dialogs dialogs;
    private final Runnable review;
    private final InstantSource clock;
    private final Label words = Nodes.named(Labels.text(""), "departures-words");

    /// @param review leads to where sessions are seen and exported
    /// @param scope ends with the screen
    public DepartureBar(
            StoreChoices choices,
            Dialogs dialogs,
            Runnable review,
            InstantSource clock,
            Scope scope) {
        super(12);
        this.choices = choices;
        this.dialogs = dialogs;
        this.review = review;
        this.clock = clock;
        Nodes.named(this, "departures", "notice-line", "departure-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button look =
                Buttons.firm("departures-look", Text.of("record.leaving.look"), this::showAll);
        Button dismiss =
                Buttons.icon(
                        "departures-dismiss",
                        MaterialDesignC.CLOSE,
                        Text.of("ui.problem.dismiss"),
                        () -> Nodes.show(this, false));
        getChildren()
                .addAll(new FontIcon(MaterialDesignT.TIMER_SAND), Nodes.wide(words), look, dismiss);
        scope.watch(choices.departures(), this::show);
    }

    private void show(List<Departure> leaving) {
        if (!leaving.isEmpty()) {
            Instant first =
                    leaving.stream().map(Departure::at).min(Instant::compareTo).orElseThrow();
            words.setText(
                    Text.of(
                            "record.leaving",
                            leaving.size(),
                            choices.settings().get().retention().toDays(),
                            day(first)));
        }
        Nodes.show(this, !leaving.isEmpty());
    }

    private String day(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.systemDefault());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        String date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                        .format(day);
        if (!day.isAfter(today)) {
            return Text.of("record.leaving.today", date);
        }
        return day.equals(today.plusDays(1)) ? Text.of("record.leaving.tomorrow", date) : date;
    }

    private void showAll() {
        VBox list = Nodes.named(new VBox(4), "departures-list");
        for (Departure one : choices.departures().get()) {
            list.getChildren()
                    .add(
                            Labels.text(
                                    Text.of(
                                            "record.leaving.one",
                                            LessonTexts.name(one.session()),
                                            LessonTexts.when(one.session()),
                                            day(one.at()))));
        }
        ComboBox<Integer> days = StoringSection.retentionChoice("departures-keep", choices);
        HBox keep = Nodes.row(10, new Label(Text.of("record.leaving.keep")), days);
        Button see = dialogs.closing("departures-review", Text.of("record.leaving.review"), review);
        Button close =
                Buttons.of("departures-close", Text.of("record.leaving.close"), dialogs::close);
        dialogs.show(
                Text.of("record.leaving.title"),
                new VBox(14, Labels.text(Text.of("record.leaving.what")), list, keep),
                see,
                close);
    }
}
