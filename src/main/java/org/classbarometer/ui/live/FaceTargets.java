package org.classbarometer.ui.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.classbarometer.face.Box;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveFrame;

/// An invisible button over every face: the mouse clicks it, Tab walks from face to face, a screen
/// reader reads it. The focus stays with its face while that is followed.
final class FaceTargets extends Pane {
    private final Map<Integer, Region> targets = new HashMap<>();
    private final IntConsumer chosen;

    /// @param chosen told the track number of the face
    FaceTargets(IntConsumer chosen) {
        this.chosen = chosen;
        setPickOnBounds(false);
    }

    /// Brings the focus along when it is on another face: what is explained and the ring are one.
    void follow(int track) {
        Region target = targets.get(track);
        boolean elsewhere = targets.values().stream().anyMatch(Region::isFocused);
        if (target != null && elsewhere) {
            target.requestFocus();
        }
    }

    void clear() {
        targets.clear();
        getChildren().clear();
    }

    /// @param scale screen pixels a picture pixel
    void show(LiveFrame frame, double scale) {
        Set<Integer> seen = new HashSet<>();
        for (FaceReading face : frame.faces()) {
            int track = face.face().track();
            seen.add(track);
            Region target = targets.computeIfAbsent(track, this::target);
            Box box = face.face().box();
            target.resizeRelocate(
                    box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
            String spoken = FaceOverlay.spoken(face);
            if (!spoken.equals(target.getAccessibleText())) {
                target.setAccessibleText(spoken);
            }
        }
        targets.entrySet()
                .removeIf(entry -> {
                    boolean gone = !seen.contains(entry.getKey());
                    if (gone) {
                        getChildren().remove(entry.getValue());
                    }
                    return gone;
                });
    }

    private Region target(int track) {
        Region target = new Region();
        target.setManaged(false);
        target.getStyleClass().add("face-target");
        target.setId("face-" + track);
        target.setFocusTraversable(true);
        target.setAccessibleRole(AccessibleRole.BUTTON);
        target.setAccessibleHelp(Text.of("ui.face.help"));
        target.setOnMouseClicked(_ -> {
            target.requestFocus();
            chosen.accept(track);
        });
        target.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                chosen.accept(track);
                event.consume();
            }
        });
        insertInOrder(target, track);
        return target;
    }

    // Tab order is the order of children: by track number.
    private void insertInOrder(Node target, int track) {
        int before = (int) targets.keySet().stream().filter(other -> other < track).count();
        getChildren().add(Math.min(before, getChildren().size()), target);
    }
}
