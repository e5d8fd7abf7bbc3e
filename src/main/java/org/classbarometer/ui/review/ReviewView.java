package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.TypeSize;
import org.classbarometer.ui.review.ReviewViewModel.Panel;
import org.classbarometer.ui.review.ReviewViewModel.Status;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.task.NoticeBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The review room put together: the sessions at the left, the chosen one beside them. Plugged into
/// the window as a room; asks the store anew whenever it is entered.
public final class ReviewView extends StackPane {
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss");

    private final ReviewViewModel model;
    private final RoomContext room;
    private final Supplier<Optional<Path>> folders;
    private final InstantSource clock;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final MenuButton export = new MenuButton(Text.of("review.export"));
    private final Button delete = new Button(Text.of("review.delete"));

    /// @param folders asks where to export to; empty when the user cancels
    /// @param clock names the folder of an export
    public ReviewView(
            ReviewViewModel model,
            RoomContext room,
            Supplier<Optional<Path>> folders,
            InstantSource clock) {
        this.model = model;
        this.room = room;
        this.folders = folders;
        this.clock = clock;
        getStyleClass().add("review-view");
        setId("review");
        ObservableValue<Palette> palette = room.dark().map(Palette::new);
        BorderPane screen = new BorderPane();
        SessionList sessions = new SessionList(model, palette, this::confirmDelete, room.scope());
        screen.setLeft(sessions);
        LessonPane lesson = new LessonPane(model, room.dialogs(), palette, room.scope());
        ComparePane compare = new ComparePane(model, palette, room.scope());
        WeeksPane weeks = new WeeksPane(model, palette, room.scope());
        StackPane panels = new StackPane(lesson, compare, weeks);
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox centre = new VBox(6, header(), subtitle, panels);
        centre.getStyleClass().add("review-centre");
        screen.setCenter(centre);
        VBox whole =
                new VBox(
                        new NoticeBar(
                                "review-notice",
                                model.notice(),
                                model::dismissNotice,
                                room.scope()),
                        screen);
        VBox.setVgrow(screen, Priority.ALWAYS);
        Node empty = empty();
        Label loading = new Label(Text.of("review.loading"));
        loading.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(whole, empty, loading);
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
        room.scope().watch(model.lesson(), this::showTitle);
        room.scope().watch(model.chosen(), _ -> fillExport());
        room.scope()
                .watch(
                        room.shown(),
                        now -> {
                            if (now) {
                                model.refresh();
                            }
                        });
        heightProperty()
                .subscribe(height -> {
                    double type = TypeSize.of(height.doubleValue()) - 1;
                    lesson.type(type);
                    compare.type(type);
                    weeks.type(type);
                });
        widthProperty()
                .subscribe(width -> {
                    double list = Math.clamp(width.doubleValue() * 0.27, 300, 480);
                    sessions.setMinWidth(list);
                    sessions.setPrefWidth(list);
                    sessions.setMaxWidth(list);
                });
    }

    private HBox header() {
        title.getStyleClass().addAll(Styles.TITLE_3);
        title.setId("review-title");
        subtitle.getStyleClass().add(Styles.TEXT_MUTED);
        subtitle.setId("review-subtitle");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        export.setId("review-export");
        export.setGraphic(new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setMinWidth(Region.USE_PREF_SIZE);
        delete.setId("review-delete");
        delete.setGraphic(new FontIcon(MaterialDesignT.TRASH_CAN_OUTLINE));
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setOnAction(_ -> confirmDelete());
        HBox header = new HBox(10, title, panelChoice(), export, delete);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private HBox panelChoice() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton lesson = choice("review.panel.lesson", Panel.LESSON, group, Styles.LEFT_PILL);
        ToggleButton compare =
                choice("review.panel.compare", Panel.COMPARE, group, Styles.CENTER_PILL);
        ToggleButton weeks = choice("review.panel.weeks", Panel.WEEKS, group, Styles.RIGHT_PILL);
        lesson.setId("panel-lesson");
        compare.setId("panel-compare");
        weeks.setId("panel-weeks");
        room.scope()
                .watch(
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
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAlignment(Pos.CENTER_LEFT);
        return choice;
    }

    private static ToggleButton choice(String key, Panel panel, ToggleGroup group, String pill) {
        ToggleButton button = new ToggleButton(Text.of(key));
        button.setUserData(panel);
        button.setToggleGroup(group);
        button.getStyleClass().add(pill);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Node empty() {
        FontIcon icon = new FontIcon(MaterialDesignC.CHART_TIMELINE_VARIANT);
        Label title = new Label(Text.of("review.empty.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label text = new Label(Text.of("review.empty.text"));
        text.setWrapText(true);
        text.setMaxWidth(560);
        VBox box = new VBox(14, icon, title, text);
        box.setId("review-empty");
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("review-empty");
        return box;
    }

    private void showTitle(Optional<Lesson> lesson) {
        title.setText(lesson.map(now -> now.timeline().session().plan().className()).orElse(""));
        subtitle.setText(
                lesson.map(
                                now -> {
                                    Session session = now.timeline().session();
                                    return Text.of(
                                            "review.subtitle",
                                            LessonTexts.when(session),
                                            LessonTexts.minutes(now.course().length()),
                                            session.plan().consent().optedIn());
                                })
                        .orElse(""));
    }

    private void fillExport() {
        List<SessionOverview> chosen = model.chosen().get();
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
        List<SessionOverview> all = model.everySession();
        export.getItems().add(item("export-all", Text.of("review.export.all", all.size()), all));
        export.setDisable(all.isEmpty());
        delete.setDisable(chosen.isEmpty());
    }

    private MenuItem item(String id, String text, List<SessionOverview> which) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        // A folder of its own: nothing there is replaced.
        item.setOnAction(_ ->
                folders.get()
                        .ifPresent(folder ->
                                model.export(
                                        which,
                                        folder.resolve(
                                                "ClassBarometer "
                                                        + FOLDER.format(
                                                                LocalDateTime.ofInstant(
                                                                        clock.instant(),
                                                                        ZoneId
                                                                                .systemDefault()))))));
        return item;
    }

    private void confirmDelete() {
        List<SessionOverview> chosen = model.chosen().get();
        if (chosen.isEmpty() || room.dialogs().isOpen()) {
            return;
        }
        Label text =
                new Label(
                        chosen.size() == 1
                                ? Text.of(
                                        "review.delete.one",
                                        chosen.getFirst().session().plan().className(),
                                        LessonTexts.when(chosen.getFirst().session()))
                                : Text.of("review.delete.many", chosen.size()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button gone = new Button(Text.of("review.delete.yes"));
        gone.setId("delete-yes");
        gone.getStyleClass().add(Styles.DANGER);
        gone.setOnAction(_ -> {
            room.dialogs().close();
            model.delete();
        });
        Button cancel = new Button(Text.of("review.delete.no"));
        cancel.setId("delete-no");
        cancel.setOnAction(_ -> room.dialogs().close());
        // The last button has the focus: Enter by mistake keeps.
        room.dialogs().show(Text.of("review.delete.title"), text, gone, cancel);
    }
}
