package org.classbarometer.ui.live;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.monitor.Load;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.Vitals;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Frames per second, latency and dropped frames, small in the corner of the screen.
final class StatusCorner extends VBox {
    private final Label rate = label(MaterialDesignS.SPEEDOMETER, "ui.vitals.rate.help", "rate");
    private final Label latency =
            label(MaterialDesignT.TIMER_OUTLINE, "ui.vitals.latency.help", "latency");
    private final Label dropped =
            label(MaterialDesignF.FILMSTRIP_OFF, "ui.vitals.dropped.help", "dropped");

    private final Label busy =
            label(MaterialDesignS.SPEEDOMETER_SLOW, "ui.vitals.busy.help", "busy");

    StatusCorner(ObservableValue<Vitals> vitals, Scope scope) {
        super(4);
        getStyleClass().add("status-corner");
        FlowPane figures = new FlowPane(14, 4, rate, latency, dropped);
        figures.setAlignment(Pos.CENTER);
        // A sentence: as wide as the corner, on as many lines as it takes.
        busy.setWrapText(true);
        busy.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(figures, busy);
        scope.watch(vitals, this::show);
    }

    private static Label label(Ikon icon, String help, String id) {
        Label label = Nodes.named(new Label("", new FontIcon(icon)), id);
        label.setTooltip(new Tooltip(Text.of(help)));
        label.getTooltip().setWrapText(true);
        label.getTooltip().setMaxWidth(360);
        label.setAccessibleHelp(Text.of(help));
        return label;
    }

    private static String busy(Load load) {
        return load.everyNth() > 1
                ? Text.of("ui.vitals.busy.pictures", load.everyNth())
                : Text.of("ui.vitals.busy.readings", load.secondsBetweenReadings());
    }

    private void show(Vitals now) {
        rate.setText(
                now.framesPerSecond() == 0
                        ? Text.of("ui.vitals.rate.none")
                        : Text.of("ui.vitals.rate", now.framesPerSecond()));
        latency.setText(
                now.latencyMillis() == 0
                        ? Text.of("ui.vitals.latency.none")
                        : Text.of("ui.vitals.latency", now.latencyMillis()));
        dropped.setText(Text.of("ui.vitals.dropped", now.dropped()));
        busy.setText(busy(now.load()));
        Nodes.show(busy, now.load().busy());
    }
}
