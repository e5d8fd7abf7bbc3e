package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.review.model.ReviewViewModel.Panel;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Over the panels: which lesson, which panel, and what can be done with what is chosen.
final class ReviewHeader extends VBox {
    // Narrower beside the buttons a title has too many lines.
    private static final double TITLE_EM = 9;

    private final ReviewViewModel model;
    private final Exports exports;
    private final Label title = Nodes.named(new Label(), "review-title", Styles.TITLE_3);
    private final Label subtitle = Nodes.named(new Label(), "review-subtitle", Styles.TEXT_MUTED);
    private final Button entitle;
    private final SegmentedButton panels;
    private final HBox top = Nodes.row(10);
    private final MenuButton export = new MenuButton(Text.of("review.export"));
    private final Button delete;

    /// What can be taken out of the program here.
    interface Exports {
        /// Asks how and where to.
        void sessions(List<SessionOverview> which);

        /// Of the panel that is shown.
        void copyChart();

        /// Of the panel that is shown; asks where to.
        void saveChart();
    }

    /// @param entitling asks for a title
    /// @param deleting asks before it deletes
    ReviewHeader(
            ReviewViewModel model,
            Exports exports,
            Consumer<Session> entitling,
            Runnable deleting,
            Scope scope) {
        super(4);
        this.model = model;
        this.exports = exports;
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        entitle =
                Buttons.icon(
                        "review-entitle",
                        MaterialDesignP.PENCIL_OUTLINE,
                        Text.of("review.title"),
                        () ->
                                model.choice()
                                        .first()
                                        .map(SessionOverview::session)
                                        .ifPresent(entitling));
        entitle.setMinWidth(USE_PREF_SIZE);
        export.setId("review-export");
        export.setGraphic(new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setMinWidth(USE_PREF_SIZE);
        delete =
                Buttons.firm(
                        "review-delete",
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        Text.of("review.delete"),
                        deleting);
        panels = panelChoice(scope);
        getChildren().addAll(top, subtitle);
        top.getChildren().addAll(title, entitle, Nodes.gap(), panels, export, delete);
        widthProperty().subscribe(this::arrange);
        scope.onChange(model.lesson().lesson(), this::arrange);
        scope.watch(model.lesson().lesson(), this::showTitle);
        scope.watch(model.choice().chosen(), this::fillExport);
        scope.watch(model.panel(), now -> Nodes.show(subtitle, now == Panel.LESSON));
    }

    // Where the window is narrow the panels have a line of their own.
    private void arrange() {
        double others =
                Stream.of(panels, entitle, export, delete)
                        .mapToDouble(node -> node.prefWidth(-1) + top.getSpacing())
                        .sum();
        boolean below = getWidth() < others + TITLE_EM * title.getFont().getSize();
        if (below == top.getChildren().contains(panels)) {
            if (below) {
                top.getChildren().remove(panels);
                getChildren().add(1, panels);
            } else {
                getChildren().remove(panels);
                top.getChildren().add(top.getChildren().indexOf(export), panels);
            }
        }
    }

    private SegmentedButton panelChoice(Scope scope) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton lesson = choice("review.panel.lesson", Panel.LESSON, group);
        ToggleButton compare = choice("review.panel.compare", Panel.COMPARE, group);
        ToggleButton weeks = choice("review.panel.weeks", Panel.WEEKS, group);
        SegmentedButton choice = new SegmentedButton(lesson, compare, weeks);
        choice.setToggleGroup(group);
        choice.setMinWidth(USE_PREF_SIZE);
        lesson.setId("panel-lesson");
        compare.setId("panel-compare");
        weeks.setId("panel-weeks");
        scope.watch(
                model.panel(),
                now ->
                        group.selectToggle(
                                switch (now) {
                                    case LESSON -> lesson;
                                    case COMPARE -> compare;
                                    case WEEKS -> weeks;
                                }));
        // The arrow keys select within the group without pressing the button.
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    } else if (now.getUserData() != model.panel().get()) {
                        model.show((Panel) now.getUserData());
                    }
                });
        return choice;
    }

    private static ToggleButton choice(String key, Panel panel, ToggleGroup group) {
        ToggleButton button = new ToggleButton(Text.of(key));
        button.setUserData(panel);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void showTitle(Optional<Lesson> lesson) {
        Optional<Session> session = lesson.map(now -> now.timeline().session());
        title.setText(session.map(LessonTexts::name).orElse(""));
        title.setTooltip(session.isEmpty() ? null : new Tooltip(title.getText()));
        entitle.setDisable(session.isEmpty());
        subtitle.setText(
                lesson.map(now ->
                                Text.of(
                                        "review.subtitle",
                                        LessonTexts.when(now.timeline().session()),
                                        LessonTexts.minutes(now.course().length()),
                                        now.timeline().session().plan().consent().optedIn()))
                        .orElse(""));
    }

    private void fillExport(List<SessionOverview> chosen) {
        export.getItems().clear();
        if (chosen.size() == 1) {
            export.getItems().add(item("export-one", Text.of("review.export.one"), chosen));
        } else if (!chosen.isEmpty()) {
            export.getItems()
                    .add(
                            item(
                                    "export-chosen",
                                    Text.of("review.export.chosen", chosen.size()),
                                    chosen));
        }
        List<SessionOverview> all = model.choice().all();
        export.getItems().add(item("export-all", Text.of("review.export.all", all.size()), all));
        export.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        Buttons.item(
                                "chart-copy", Text.of("review.chart.copy"), exports::copyChart),
                        Buttons.item(
                                "chart-save", Text.of("review.chart.save"), exports::saveChart));
        export.setDisable(all.isEmpty());
        delete.setDisable(chosen.isEmpty());
    }

    private MenuItem item(String id, String text, List<SessionOverview> which) {
        return Buttons.item(id, text, () -> exports.sessions(which));
    }
}
