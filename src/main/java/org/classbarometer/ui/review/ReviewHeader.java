package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.review.model.ReviewViewModel.Panel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Over the panels: which lesson, which panel, and what can be done with what is chosen.
final class ReviewHeader extends VBox {
    private final ReviewViewModel model;
    private final Exports exports;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Button entitle;
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
        title.getStyleClass().addAll(Styles.TITLE_3);
        title.setId("review-title");
        title.setMinWidth(0);
        subtitle.getStyleClass().add(Styles.TEXT_MUTED);
        subtitle.setId("review-subtitle");
        entitle = flat("review-entitle", MaterialDesignP.PENCIL_OUTLINE, "review.title");
        entitle.setOnAction(
                _ -> model.choice().first().map(SessionOverview::session).ifPresent(entitling));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        export.setId("review-export");
        export.setGraphic(new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setMinWidth(USE_PREF_SIZE);
        delete = new Button(Text.of("review.delete"));
        delete.setId("review-delete");
        delete.setGraphic(new FontIcon(MaterialDesignT.TRASH_CAN_OUTLINE));
        delete.setMinWidth(USE_PREF_SIZE);
        delete.setOnAction(_ -> deleting.run());
        HBox header = new HBox(10, title, entitle, gap, panelChoice(scope), export, delete);
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, subtitle);
        scope.watch(model.lesson().lesson(), this::showTitle);
        scope.watch(model.choice().chosen(), this::fillExport);
        scope.watch(model.panel(), now -> shown(subtitle, now == Panel.LESSON));
    }

    private static void shown(Region node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private static Button flat(String id, Ikon icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(Text.of(key));
        button.setTooltip(new Tooltip(Text.of(key)));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private HBox panelChoice(Scope scope) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton lesson = choice("review.panel.lesson", Panel.LESSON, group, Styles.LEFT_PILL);
        ToggleButton compare =
                choice("review.panel.compare", Panel.COMPARE, group, Styles.CENTER_PILL);
        ToggleButton weeks = choice("review.panel.weeks", Panel.WEEKS, group, Styles.RIGHT_PILL);
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
        HBox choice = new HBox(lesson, compare, weeks);
        choice.setMinWidth(USE_PREF_SIZE);
        choice.setAlignment(Pos.CENTER_LEFT);
        return choice;
    }

    private static ToggleButton choice(String key, Panel panel, ToggleGroup group, String pill) {
        ToggleButton button = new ToggleButton(Text.of(key));
        button.setUserData(panel);
        button.setToggleGroup(group);
        button.getStyleClass().add(pill);
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
                        chart("chart-copy", "review.chart.copy", exports::copyChart),
                        chart("chart-save", "review.chart.save", exports::saveChart));
        export.setDisable(all.isEmpty());
        delete.setDisable(chosen.isEmpty());
    }

    private static MenuItem chart(String id, String key, Runnable does) {
        MenuItem item = new MenuItem(Text.of(key));
        item.setId(id);
        item.setOnAction(_ -> does.run());
        return item;
    }

    private MenuItem item(String id, String text, List<SessionOverview> which) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> exports.sessions(which));
        return item;
    }
}
