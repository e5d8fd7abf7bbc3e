package org.classbarometer.ui.selfcheck;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.explanation.ExplanationPane;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.card.OwnPicturePane;
import org.classbarometer.ui.selfcheck.card.ReadingCard;
import org.classbarometer.ui.selfcheck.card.SuggestionCard;
import org.classbarometer.ui.selfcheck.diary.DaysPage;
import org.classbarometer.ui.selfcheck.diary.DiaryDialogs;
import org.classbarometer.ui.selfcheck.diary.DiaryPage;
import org.classbarometer.ui.selfcheck.model.DiaryFiles;
import org.classbarometer.ui.selfcheck.model.OwnCamera.Status;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel.Tab;
import org.classbarometer.ui.task.NoticeBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The self-check screen put together: camera to the left, the moment, the diary or the days to the
/// right, and below the sentence that this is the person's own.
public final class SelfCheckView extends BorderPane {
    private final SelfCheckViewModel model;
    private final Map<Tab, Node> pages = new EnumMap<>(Tab.class);
    private final VBox right = Nodes.styled(new VBox(10), "side");

    /// @param source the button that chooses what is watched
    /// @param files where exports and the diary go
    /// @param showHelp opens the places to turn to
    SelfCheckView(
            SelfCheckViewModel model,
            Region source,
            DiaryFiles files,
            Runnable showHelp,
            RoomContext context) {
        this.model = model;
        Scope scope = context.scope();
        DiaryDialogs dialogs = new DiaryDialogs(context.dialogs(), model.diary(), scope);
        Nodes.named(this, "selfcheck", "selfcheck-view");
        setTop(header(source, showHelp, scope));
        OwnPicturePane picture = new OwnPicturePane(model.camera(), scope);
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox left = Nodes.styled(new VBox(10, picture, new ReadingCard(model, scope)), "centre");
        setCenter(left);
        StackPane stack = new StackPane();
        VBox.setVgrow(stack, Priority.ALWAYS);
        add(stack, Tab.NOW, new NowPage(model, scope), scope);
        add(stack, Tab.DIARY, new DiaryPage(model, dialogs, files, scope), scope);
        add(stack, Tab.DAYS, new DaysPage(model.diary(), context.dark(), scope), scope);
        add(stack, Tab.WHY, why(scope), scope);
        right.getChildren()
                .addAll(
                        pageChoice(scope),
                        new NoticeBar("told", model.notice(), model.diary()::dismissNotice, scope),
                        new SuggestionCard(model, showHelp, scope),
                        stack);
        setRight(right);
        setBottom(promise(scope));
        widthProperty().subscribe(this::scale);
        scope.watch(context.shown(), model::shown);
        addEventHandler(KeyEvent.KEY_PRESSED, this::back);
    }

    private void back(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.page().get() == Tab.WHY) {
            model.show(Tab.NOW);
            event.consume();
        }
    }

    private HBox header(Region source, Runnable showHelp, Scope scope) {
        Label title = Nodes.styled(new Label(Text.of("selfcheck.title")), Styles.TITLE_4);
        Button camera =
                Cards.button(
                        "selfcheck-camera",
                        MaterialDesignP.PLAY,
                        "selfcheck.camera.start",
                        model.camera()::toggle,
                        Styles.ACCENT);
        scope.watch(
                model.camera().status(),
                status -> {
                    boolean off = status == Status.OFF || status == Status.MISSING;
                    camera.setText(
                            Text.of(off ? "selfcheck.camera.start" : "selfcheck.camera.stop"));
                    camera.setGraphic(
                            new FontIcon(
                                    off ? MaterialDesignC.CAMERA_OUTLINE : MaterialDesignS.STOP));
                });
        Button help =
                Cards.button("help-lines", MaterialDesignL.LIFEBUOY, "selfcheck.help", showHelp);
        help.setAccessibleHelp(Text.of("selfcheck.help.help"));
        return Nodes.styled(Nodes.row(10, title, source, camera, Nodes.gap(), help), "header-bar");
    }

    private HBox pageChoice(Scope scope) {
        HBox row = new HBox();
        row.setAccessibleRole(AccessibleRole.PARENT);
        row.setAccessibleText(Text.of("selfcheck.pages"));
        add(row, Tab.NOW, "selfcheck.page.now", Styles.LEFT_PILL, scope);
        add(row, Tab.DIARY, "selfcheck.page.diary", Styles.CENTER_PILL, scope);
        add(row, Tab.DAYS, "selfcheck.page.days", Styles.RIGHT_PILL, scope);
        return row;
    }

    private void add(HBox row, Tab page, String key, String pill, Scope scope) {
        ToggleButton button = new ToggleButton(Text.of(key));
        button.setId("page-" + page.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add(pill);
        Nodes.wide(button);
        button.setOnAction(_ -> {
            model.show(page);
            button.setSelected(true);
        });
        scope.watch(
                model.page(),
                now -> button.setSelected(now == page || (page == Tab.NOW && now == Tab.WHY)));
        row.getChildren().add(button);
    }

    private void add(StackPane stack, Tab page, Region content, Scope scope) {
        ScrollPane scroll = Nodes.scrolling(content, "selfcheck-scroll");
        pages.put(page, scroll);
        stack.getChildren().add(scroll);
        scope.watch(model.page(), now -> scroll.setVisible(now == page));
    }

    private VBox why(Scope scope) {
        ExplanationPane why =
                Nodes.styled(
                        new ExplanationPane(
                                model.camera().explanation(),
                                model.camera().modelLabels(),
                                new ReadOnlyObjectWrapper<>(Text.of("selfcheck.why.title")),
                                Text.of("selfcheck.why.close"),
                                () -> model.show(Tab.NOW),
                                scope),
                        "selfcheck-card");
        return new VBox(why);
    }

    // Without a passphrase it is not true that nobody else can see it.
    private HBox promise(Scope scope) {
        Label promise = Cards.withIcon(MaterialDesignL.LOCK_OUTLINE, "");
        promise.setId("selfcheck-promise");
        scope.watch(
                model.diary().sealed(),
                sealed -> {
                    promise.setText(
                            Text.of(sealed ? "selfcheck.promise" : "selfcheck.promise.open"));
                    promise.setGraphic(
                            new FontIcon(
                                    sealed
                                            ? MaterialDesignL.LOCK_OUTLINE
                                            : MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
                });
        HBox.setHgrow(promise, Priority.ALWAYS);
        return Nodes.styled(new HBox(promise), "notice-bar");
    }

    private void scale() {
        double width = Math.clamp(getWidth() * 0.42, 400, 760);
        right.setMinWidth(width);
        right.setPrefWidth(width);
        right.setMaxWidth(width);
    }
}
