package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.LabelLook;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.SidePanel;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What can be chosen while watching: source, start and stop, label set, labels, masks.
final class HeaderBar extends HBox {
    private static final List<Command> LABEL_COMMANDS =
            List.of(
                    Command.LABELS_FIRST,
                    Command.LABELS_SECOND,
                    Command.LABELS_THIRD,
                    Command.LABELS_FOURTH);

    private final LiveViewModel model;
    private final SegmentedButton labelSets = new SegmentedButton();
    private final Label expressions = new Label(Text.of("ui.labels"));
    private final Tooltip why = new Tooltip();

    /// @param sourceMenu picks the source
    HeaderBar(LiveViewModel model, Node sourceMenu, Scope scope) {
        super(10);
        this.model = model;
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        expressions.getStyleClass().add(Styles.TEXT_MUTED);
        expressions.setLabelFor(labelSets);
        expressions.setMinWidth(0);
        getChildren()
                .addAll(
                        sourceMenu,
                        startStop(scope),
                        pause(scope),
                        Nodes.gap(),
                        expressions,
                        labelSets,
                        faceLabels(scope),
                        masks(scope));
        labelSets.setAccessibleRole(AccessibleRole.PARENT);
        labelSets.setAccessibleText(Text.of("ui.labels"));
        scope.watchList(model.reading().views(), _ -> fillLabelSets());
        scope.watch(model.reading().labels(), _ -> fillLabelSets());
        scope.watch(model.fixedLabels(), this::fix);
    }

    // In a narrow window the heading of the sets goes first: they say themselves what they are.
    @Override
    protected void layoutChildren() {
        double others =
                getManagedChildren().stream()
                        .filter(child -> !child.equals(expressions))
                        .mapToDouble(child -> child.prefWidth(-1) + getSpacing())
                        .sum();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        Nodes.show(expressions, room >= others + expressions.prefWidth(-1));
        super.layoutChildren();
    }

    private Button startStop(Scope scope) {
        Button button =
                Controls.labelled(
                        new Button(), MaterialDesignP.PLAY, "ui.start", Command.START_STOP);
        button.setId("start-stop");
        button.setOnAction(_ -> model.toggle());
        scope.watch(
                model.state(),
                _ -> {
                    boolean playing = model.isPlaying();
                    String text = Text.of(playing ? "ui.stop" : "ui.start");
                    button.setText(text);
                    button.setAccessibleText(text);
                    button.setGraphic(
                            new FontIcon(playing ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
                    button.getStyleClass().remove(Styles.ACCENT);
                    if (!playing) {
                        button.getStyleClass().add(Styles.ACCENT);
                    }
                });
        return button;
    }

    private Button pause(Scope scope) {
        Button button =
                Controls.icon(new Button(), MaterialDesignP.PAUSE, "ui.pause", Command.PAUSE);
        button.setId("pause");
        button.setOnAction(_ -> model.togglePause());
        Runnable show =
                () -> {
                    boolean paused = model.paused().get();
                    button.setGraphic(
                            new FontIcon(paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
                    button.setAccessibleText(Text.of(paused ? "ui.goon" : "ui.pause"));
                    button.setDisable(!paused && !model.isShowing());
                };
        scope.watch(model.paused(), _ -> show.run());
        scope.watch(model.state(), _ -> show.run());
        return button;
    }

    private void fillLabelSets() {
        ToggleGroup group = new ToggleGroup();
        List<LabelSet> views = model.reading().views();
        boolean focused = labelSets.isFocusWithin();
        labelSets.setToggleGroup(group);
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            LabelSet set = views.get(i);
            ToggleButton button = new ToggleButton(set.name());
            button.setId("labels-" + set.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(set.equals(model.reading().labels().get()));
            String names =
                    String.join(
                            ", ",
                            set.labels().stream()
                                    .map(label -> LabelLook.of(label).name())
                                    .toList());
            String help = Text.of("ui.labels.set", set.size(), names);
            Command command = LABEL_COMMANDS.get(Math.min(i, LABEL_COMMANDS.size() - 1));
            Controls.describe(button, help, Text.of("ui.labels.help"), command.keys());
            button.setTooltip(Controls.tooltip(help, command.keys()));
            button.setUserData(set);
            buttons.add(button);
        }
        labelSets.getButtons().setAll(buttons);
        if (focused) {
            buttons.stream().filter(ToggleButton::isSelected).forEach(ToggleButton::requestFocus);
        }
        // The arrow keys select within the group without pressing the button.
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now != null) {
                        LabelSet wanted = (LabelSet) now.getUserData();
                        model.reading().chooseLabels(wanted);
                        if (before != null && !model.reading().labels().get().equals(wanted)) {
                            group.selectToggle(before);
                        }
                    } else if (before != null) {
                        group.selectToggle(before);
                    }
                });
    }

    // A disabled button shows no tooltip: the reason is the group's.
    private void fix(Optional<String> reason) {
        labelSets.setDisable(reason.isPresent());
        labelSets.setAccessibleHelp(reason.orElse(""));
        Tooltip.uninstall(expressions, why);
        reason.ifPresent(words -> {
            why.setText(words);
            Tooltip.install(expressions, why);
        });
        expressions.setGraphic(
                reason.isPresent() ? new FontIcon(MaterialDesignL.LOCK_OUTLINE) : null);
    }

    private ToggleButton faceLabels(Scope scope) {
        ToggleButton button =
                Controls.labelled(
                        new ToggleButton(),
                        MaterialDesignL.LABEL_OUTLINE,
                        "ui.facelabels",
                        Command.FACE_LABELS);
        button.setId("face-labels");
        button.selectedProperty().bindBidirectional(model.faceLabels());
        scope.watch(model.reading().labels(), set -> button.setDisable(set.experimental()));
        return button;
    }

    private ToggleButton masks(Scope scope) {
        ToggleButton button =
                Controls.labelled(
                        new ToggleButton(),
                        MaterialDesignE.EYE_OFF_OUTLINE,
                        "ui.masks",
                        Command.MASKS);
        button.setId("masks");
        button.setOnAction(_ -> model.side().toggleMasks());
        scope.watch(
                model.side().content(),
                panel -> button.setSelected(panel == SidePanel.Content.MASKS));
        return button;
    }
}
