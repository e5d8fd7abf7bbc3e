package org.classbarometer.ui.explanation;

import atlantafx.base.theme.Styles;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.look.LabelLook;
import org.classbarometer.monitor.Monitor.Explained;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.ShareBar;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Why this label: the crop the model saw under the heat of what spoke for a label, the probability
/// of every label, and what all this is and is not. Choosing a label shows what spoke for that one.
public final class ExplanationPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double PICTURE = 170;
    private static final double GLYPH = 20;
    private static final double BAR = 84;
    private static final int MOST_LIKELY = -1;

    // Only labels are shown here: they look alike on every ground.
    private final Palette palette = new Palette(false);
    private final Label title = Labels.text("", "panel-title");
    private final ImageView crop = view();
    private final ImageView heat = view();
    private final Label waiting = Nodes.styled(new Label(Text.of("ui.why.waiting")), "why-waiting");
    private final Label spoken = Nodes.named(Labels.text(""), "why-words");
    private final Label moment = Nodes.named(new Label(), "why-moment", Styles.TEXT_MUTED);
    private Optional<ExplanationMap> last = Optional.empty();
    private final VBox rows = new VBox(2);
    private final ToggleGroup group = new ToggleGroup();
    private final List<Row> labels = new ArrayList<>();
    private ModelLabels model = ModelLabels.NONE;
    private int pinned = MOST_LIKELY;

    private record Row(ToggleButton button, ShareBar bar, Label percent, String name) {}

    /// @param close goes back to the mood
    public ExplanationPane(
            ReadOnlyObjectProperty<Optional<Explained>> explanation,
            ReadOnlyObjectProperty<ModelLabels> modelLabels,
            ReadOnlyIntegerProperty track,
            Runnable close,
            Scope scope) {
        this(
                explanation,
                modelLabels,
                track.map(number -> Text.of("ui.why.title", number.intValue())),
                Text.of("ui.why.close.help"),
                close,
                scope);
    }

    /// For a screen with other words for whose face it is.
    ///
    /// @param heading changes when another face is explained
    /// @param closeHelp where closing leads
    public ExplanationPane(
            ReadOnlyObjectProperty<Optional<Explained>> explanation,
            ReadOnlyObjectProperty<ModelLabels> modelLabels,
            ObservableValue<String> heading,
            String closeHelp,
            Runnable close,
            Scope scope) {
        super(12);
        Nodes.named(this, "why", "why-pane");
        Nodes.wide(title);
        Button back =
                Buttons.icon("why-close", MaterialDesignC.CLOSE, Text.of("ui.why.close"), close);
        back.setTooltip(new Tooltip(closeHelp));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setAccessibleHelp(closeHelp);
        HBox top = Nodes.row(8, title, back);

        StackPane picture = Nodes.styled(new StackPane(crop, heat, waiting), "why-picture");
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(Text.of("ui.why.picture"));
        waiting.setWrapText(true);
        HBox beside = new HBox(14, picture, legend());
        beside.setAlignment(Pos.TOP_LEFT);

        Label honest = Labels.text(Text.of("ui.why.honest"), Styles.TEXT_MUTED);
        getChildren().addAll(top, beside, moment, spoken, rows, honest);

        scope.watch(modelLabels, this::rebuild);
        scope.watch(
                heading,
                words -> {
                    pinned = MOST_LIKELY;
                    title.setText(words);
                });
        scope.watch(explanation, this::show);
    }

    private static ImageView view() {
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setSmooth(true);
        return view;
    }

    private static VBox legend() {
        Rectangle scale = new Rectangle(14, 96);
        scale.setArcWidth(6);
        scale.setArcHeight(6);
        Stop[] stops = new Stop[6];
        for (int i = 0; i < stops.length; i++) {
            float value = (float) i / (stops.length - 1);
            int argb = HeatPicture.glow(value);
            stops[i] =
                    new Stop(
                            1 - value,
                            Color.rgb(
                                    argb >> 16 & 0xff,
                                    argb >> 8 & 0xff,
                                    argb & 0xff,
                                    (argb >>> 24) / 255.0));
        }
        scale.setFill(new LinearGradient(0, 0, 0, 1, true, CycleMethod.NO_CYCLE, stops));
        Label strong = new Label(Text.of("ui.why.strong"));
        Label none = new Label(Text.of("ui.why.none"));
        for (Label label : List.of(strong, none)) {
            label.getStyleClass().add(Styles.TEXT_SMALL);
            label.setWrapText(true);
        }
        VBox legend = new VBox(6, strong, scale, none);
        legend.setMinWidth(0);
        HBox.setHgrow(legend, Priority.ALWAYS);
        return legend;
    }

    private void rebuild(ModelLabels of) {
        model = of;
        pinned = MOST_LIKELY;
        labels.clear();
        rows.getChildren().clear();
        for (int i = 0; i < of.names().size(); i++) {
            addRow(LabelLook.of(of.names().get(i)), i);
        }
    }

    private void addRow(LabelLook look, int index) {
        Label name = new Label(look.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.wide(name);
        ShareBar bar = new ShareBar(palette.paint(look.fill()));
        bar.setMinWidth(BAR / 3);
        bar.setPrefWidth(BAR);
        bar.setMaxWidth(BAR);
        bar.setMouseTransparent(true);
        Label percent = Nodes.styled(new Label(Percent.of(0)), "why-percent");
        percent.setMinWidth(46);
        percent.setAlignment(Pos.CENTER_RIGHT);
        HBox content = Nodes.row(8, Glyphs.node(look, GLYPH), name, bar, percent);
        ToggleButton button = Nodes.styled(new ToggleButton("", content), Styles.FLAT, "why-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setAccessibleHelp(Text.of("ui.why.choose", look.name()));
        content.prefWidthProperty().bind(button.widthProperty().subtract(18));
        button.setOnAction(_ -> pinned = button.isSelected() ? index : MOST_LIKELY);
        labels.add(new Row(button, bar, percent, look.name()));
        rows.getChildren().add(button);
    }

    private void show(Optional<Explained> explained) {
        // A face that turned away keeps the last picture; only a newly chosen face has none yet.
        boolean there =
                explained.isPresent()
                        && explained.get().map().probabilities().length == model.names().size();
        waiting.setVisible(!there);
        crop.setVisible(there);
        heat.setVisible(there);
        if (!there) {
            spoken.setText("");
            moment.setText("");
            last = Optional.empty();
            return;
        }
        ExplanationMap map = explained.get().map();
        // It ticks while the face is read, and stands still when it no longer is.
        if (last.filter(before -> before.equals(map)).isEmpty()) {
            last = Optional.of(map);
            moment.setText(
                    Text.of(
                            "ui.why.moment",
                            LocalTime.now(ZoneId.systemDefault())
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .format(TIME)));
        }
        int best = best(map.probabilities());
        int shown = pinned == MOST_LIKELY ? best : pinned;
        crop.setImage(HeatPicture.crop(map));
        heat.setImage(HeatPicture.heat(map, shown));
        for (int i = 0; i < labels.size(); i++) {
            Row row = labels.get(i);
            row.bar().set(map.probabilities()[i]);
            String percent = Percent.of(map.probabilities()[i]);
            row.percent().setText(percent);
            row.button().setAccessibleText(Text.of("ui.mood.bar", row.name(), percent));
            row.button().setSelected(i == shown);
        }
        String words = Text.of("ui.why.words", labels.get(shown).name());
        boolean uncertain = map.probabilities()[best] < model.uncertainBelow();
        spoken.setText(uncertain ? Text.of("ui.why.uncertain") + " " + words : words);
    }

    private static int best(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }
}
