package org.classbarometer.ui.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.explanation.ExplanationPane;
import org.classbarometer.ui.explanation.ModelLabels;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.SidePanel;
import org.classbarometer.ui.live.mood.DisplayPane;
import org.classbarometer.ui.live.mood.MoodChart;
import org.classbarometer.ui.live.mood.MoodPane;
import org.classbarometer.ui.live.picture.PicturePane;
import org.classbarometer.ui.look.KeyNames;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.source.SourceMenu;
import org.classbarometer.ui.task.Notice;
import org.classbarometer.ui.task.NoticeBar;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The live screen put together: header, picture over chart, side panel, notice. Sizes follow the
/// window, so that everything is larger where there is room.
public final class LiveView extends BorderPane {
    private final LiveViewModel model;
    private final PicturePane picture;
    private final MoodChart chart;
    private final Scope scope;
    private final VBox side = Nodes.styled(new VBox(10), "side");
    private final VBox top = new VBox();
    private final DisplayPane display;
    // While the room display takes its place.
    private Optional<Node> foot = Optional.empty();
    private final StackPane watched;
    private final SourceMenu sourceMenu;
    private final Map<Command, Runnable> windowCommands;

    /// @param scope what the screen watches; ends with it
    /// @param windowCommands what the window does itself: settings, help, notice, quit, full screen
    /// @param storing whether a session is being stored
    /// @param law whether the sentence about the AI Act belongs here
    /// @param palette the theme's
    public LiveView(
            LiveViewModel model,
            SourceMenu sourceMenu,
            Map<Command, Runnable> windowCommands,
            ObservableValue<Boolean> storing,
            ObservableValue<Boolean> law,
            ObservableValue<Palette> palette,
            Scope scope) {
        this.model = model;
        this.sourceMenu = sourceMenu;
        this.scope = scope;
        this.windowCommands = windowCommands;
        getStyleClass().add("live-view");
        String sourceHelp =
                Text.of(
                        "ui.shortcut",
                        Text.of("ui.source.help"),
                        KeyNames.of(Command.SOURCE.keys()));
        sourceMenu.setAccessibleHelp(sourceHelp);
        sourceMenu.setTooltip(new Tooltip(sourceHelp));
        picture = new PicturePane(model, scope);
        chart = new MoodChart(model, false, palette, scope);
        HeaderBar header = new HeaderBar(model, sourceMenu, scope);
        top.getChildren().add(header);
        setTop(top);
        NoticeBar problem =
                new NoticeBar(
                        "problem",
                        model.problem().map(now -> now.map(Notice::problem)),
                        model::dismissProblem,
                        scope);
        problem.setMaxHeight(Region.USE_PREF_SIZE);
        Button leave = roomDisplay("ui.display.leave", MaterialDesignF.FULLSCREEN_EXIT);
        display = new DisplayPane(model, leave, palette, scope);
        display.setVisible(false);
        VBox centre = new VBox(10, picture, new SeekBar(model, scope), chart);
        centre.getStyleClass().add("centre");
        VBox.setVgrow(picture, Priority.ALWAYS);
        // Over the chart: what is told must neither push the picture down nor cover the faces.
        StackPane middle = new StackPane(centre, problem);
        StackPane.setAlignment(problem, Pos.BOTTOM_CENTER);
        watched = middle;
        setCenter(middle);
        StackPane panels = new StackPane();
        VBox.setVgrow(panels, Priority.ALWAYS);
        side.getChildren().addAll(panels, new StatusCorner(model.figures().vitals(), scope));
        panels.getChildren()
                .addAll(
                        scrolling(moodPane(palette), SidePanel.Content.MOOD),
                        scrolling(whyPane(), SidePanel.Content.WHY),
                        scrolling(maskPane(), SidePanel.Content.MASKS));
        setRight(side);
        setBottom(
                new PrivacyBar(
                        storing, law, () -> run(Command.RECORD), () -> run(Command.NOTICE), scope));
        widthProperty().subscribe(this::scale);
        heightProperty().subscribe(this::scale);
    }

    private MoodPane moodPane(ObservableValue<Palette> palette) {
        Button open = roomDisplay("ui.display.open", MaterialDesignP.PROJECTOR_SCREEN_OUTLINE);
        return new MoodPane(model, open, palette, scope);
    }

    private Button roomDisplay(String key, Ikon icon) {
        Button button = Controls.icon(new Button(), icon, key, Command.FULL_SCREEN);
        button.setOnAction(_ -> run(Command.FULL_SCREEN));
        return Nodes.named(button, key.replace('.', '-'));
    }

    private ExplanationPane whyPane() {
        return new ExplanationPane(
                model.side().explanation(),
                modelLabels(),
                model.side().chosenTrack(),
                model.side()::stopExplaining,
                scope);
    }

    private ReadOnlyObjectProperty<ModelLabels> modelLabels() {
        ReadOnlyObjectWrapper<ModelLabels> labels = new ReadOnlyObjectWrapper<>(ModelLabels.NONE);
        labels.bind(
                model.reading()
                        .model()
                        .map(inUse -> inUse.map(LiveView::labels).orElse(ModelLabels.NONE)));
        return labels;
    }

    private static ModelLabels labels(ModelInUse inUse) {
        return new ModelLabels(
                inUse.metadata().labels().labels(), inUse.metadata().uncertainBelow());
    }

    private MaskPane maskPane() {
        return new MaskPane(
                model, index -> Platform.runLater(() -> picture.masks().focus(index)), scope);
    }

    private Node scrolling(Region content, SidePanel.Content panel) {
        ScrollPane scroll = Nodes.scrolling(content, "side-scroll");
        scope.watch(model.side().content(), now -> scroll.setVisible(now == panel));
        return scroll;
    }

    private void scale() {
        // Styles say how narrow it may become: that depends on the type.
        side.setPrefWidth(Math.min(getWidth() * 0.27, 560));
        double height = Math.clamp(getHeight() * 0.2, 120, 260);
        chart.setMinHeight(height);
        chart.setPrefHeight(height);
        chart.setMaxHeight(height);
    }

    /// Puts a bar over the header.
    public void addHeading(Node bar) {
        top.getChildren().addFirst(bar);
    }

    /// What a newcomer is shown: the picture, the mood, the source menu.
    public List<Node> sights() {
        return List.of(picture, side, sourceMenu);
    }

    /// Shows the room display instead of picture and panel, or goes back.
    public void display(boolean on) {
        display.setVisible(on);
        setTop(on ? null : top);
        setRight(on ? null : side);
        setCenter(on ? display : watched);
        if (on) {
            foot = Optional.ofNullable(getBottom());
            setBottom(null);
        } else {
            foot.ifPresent(this::setBottom);
            foot = Optional.empty();
        }
    }

    /// Puts a bar above the notice at the foot of the screen.
    public void addBar(Node bar) {
        setBottom(new VBox(bar, getBottom()));
    }

    /// Does what a command says.
    public void run(Command command) {
        switch (command) {
            case START_STOP -> model.toggle();
            case PAUSE -> model.togglePause();
            case SOURCE -> sourceMenu.show();
            case LABELS_FIRST -> chooseLabels(0);
            case LABELS_SECOND -> chooseLabels(1);
            case LABELS_THIRD -> chooseLabels(2);
            case LABELS_FOURTH -> chooseLabels(3);
            case FACE_LABELS -> model.faceLabels().set(!model.faceLabels().get());
            case EXPLAIN -> model.side().explainNext();
            case MASKS -> model.side().toggleMasks();
            case ADD_MASK -> {
                model.addMask();
                int added = model.masks().regions().size() - 1;
                Platform.runLater(() -> picture.masks().focus(added));
            }
            case BACK -> model.side().showMood();
            case SETTINGS, NOTICE, FULL_SCREEN, RECORD, MARKER, HELP, QUIT ->
                    Optional.ofNullable(windowCommands.get(command)).ifPresent(Runnable::run);
        }
    }

    private void chooseLabels(int index) {
        if (index < model.reading().views().size()) {
            model.reading().chooseLabels(model.reading().views().get(index));
        }
    }
}
