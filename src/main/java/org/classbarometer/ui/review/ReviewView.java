package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.recorded.AnalysisBar;
import org.classbarometer.ui.recorded.RecordedFront;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.review.model.ReviewViewModel.Panel;
import org.classbarometer.ui.review.model.ReviewViewModel.Status;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.task.NoticeBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The review room put together: the sessions at the left, the chosen one beside them. Plugged into
/// the window as a room; asks the store anew whenever it is entered.
public final class ReviewView extends StackPane {
    private static final double LEAST_LIST = 310;
    private static final double MOST_LIST = 480;

    private final ReviewViewModel model;
    private final RoomContext room;

    /// @param folders asks where to export to; empty when the user cancels
    /// @param clock says which day it is, for the filter by days
    /// @param recorded the way to analyse recordings; empty where there is none
    public ReviewView(
            ReviewViewModel model,
            RoomContext room,
            Supplier<Optional<Path>> folders,
            InstantSource clock,
            Optional<RecordedFront> recorded) {
        this.model = model;
        this.room = room;
        Nodes.named(this, "review", "review-view");
        ObservableValue<Palette> palette = room.dark().map(Palette::new);
        BorderPane screen = new BorderPane();
        SessionList sessions =
                new SessionList(
                        model.choice(),
                        () -> LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()),
                        palette,
                        this::confirmDelete,
                        recorded.map(front -> front.button("review-recorded", room.dialogs())),
                        room.scope());
        screen.setLeft(sessions);
        LessonPane lesson = new LessonPane(model, room.dialogs(), palette, room.scope());
        ComparePane compare = new ComparePane(model, palette, room.scope());
        WeeksPane weeks = new WeeksPane(model, palette, room.scope());
        StackPane panels = new StackPane(lesson, compare, weeks);
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox centre =
                Nodes.styled(
                        new VBox(
                                6,
                                new ReviewHeader(
                                        model,
                                        exports(folders),
                                        session -> TitleDialog.show(room.dialogs(), model, session),
                                        this::confirmDelete,
                                        room.scope()),
                                panels),
                        "review-centre");
        screen.setCenter(centre);
        Node empty = empty(recorded.map(front -> front.button("empty-recorded", room.dialogs())));
        Label loading = Nodes.styled(new Label(Text.of("review.loading")), Styles.TEXT_MUTED);
        StackPane below = new StackPane(screen, empty, loading);
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox whole =
                new VBox(
                        new NoticeBar(
                                "review-notice",
                                model.notice(),
                                model::dismissNotice,
                                room.scope()),
                        below);
        recorded.ifPresent(front -> {
            whole.getChildren().addFirst(new AnalysisBar(front.lessons(), room.scope()));
            room.scope().onChange(front.lessons().stored(), model::refresh);
        });
        getChildren().add(whole);
        room.scope()
                .watch(
                        model.panel(),
                        now -> {
                            lesson.setVisible(now == Panel.LESSON);
                            compare.setVisible(now == Panel.COMPARE);
                            weeks.setVisible(now == Panel.WEEKS);
                        });
        room.scope()
                .watch(
                        model.status(),
                        now -> {
                            screen.setVisible(now == Status.READY);
                            empty.setVisible(now == Status.EMPTY);
                            loading.setVisible(now == Status.LOADING);
                        });
        room.scope()
                .watch(
                        room.shown(),
                        now -> {
                            if (now) {
                                model.refresh();
                            }
                        });
        widthProperty()
                .subscribe(width -> {
                    double list = Math.clamp(width.doubleValue() * 0.27, LEAST_LIST, MOST_LIST);
                    sessions.setMinWidth(list);
                    sessions.setPrefWidth(list);
                    sessions.setMaxWidth(list);
                });
    }

    private ReviewHeader.Exports exports(Supplier<Optional<Path>> folders) {
        return new ReviewHeader.Exports() {
            @Override
            public void sessions(List<SessionOverview> which) {
                ExportDialog.show(room.dialogs(), model.export(), which, folders);
            }

            @Override
            public void copyChart() {
                new ChartExport(model).copy();
            }

            @Override
            public void saveChart() {
                new ChartExport(model).save(folders);
            }
        };
    }

    private static Node empty(Optional<Button> recorded) {
        FontIcon icon = new FontIcon(MaterialDesignC.CHART_TIMELINE_VARIANT);
        Label title = Nodes.styled(new Label(Text.of("review.empty.title")), Styles.TITLE_3);
        Label text = new Label(Text.of("review.empty.text"));
        text.setWrapText(true);
        text.setMaxWidth(560);
        VBox box = new VBox(14, icon, title, text);
        recorded.ifPresent(box.getChildren()::add);
        box.setId("review-empty");
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("review-empty");
        return box;
    }

    private void confirmDelete() {
        List<SessionOverview> chosen = model.choice().chosen().get();
        if (chosen.isEmpty() || room.dialogs().isOpen()) {
            return;
        }
        Label text =
                Labels.text(
                        chosen.size() == 1
                                ? Text.of(
                                        "review.delete.one",
                                        LessonTexts.name(chosen.getFirst().session()),
                                        LessonTexts.when(chosen.getFirst().session()))
                                : Text.of("review.delete.many", chosen.size()));
        Button gone =
                room.dialogs()
                        .closing(
                                "delete-yes",
                                Text.of("review.delete.yes"),
                                () -> model.removal().remove(),
                                Styles.DANGER);
        Button keep = Buttons.of("delete-no", Text.of("review.delete.no"), room.dialogs()::close);
        // The last button has the focus: Enter by mistake keeps.
        room.dialogs().show(Text.of("review.delete.title"), text, gone, keep);
    }
}
