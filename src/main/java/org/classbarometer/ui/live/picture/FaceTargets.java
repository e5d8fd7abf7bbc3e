package org.classbarometer.ui.live.picture;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.classbarometer.face.Box;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.look.Nodes;

/// An invisible button over every face: the mouse clicks it, a screen reader reads it. For Tab all
/// faces are one stop; the arrow keys go from there to the next face in their direction. The focus
/// stays with its face while that is followed.
final class FaceTargets extends Pane {
    private final Map<Integer, Region> targets = new HashMap<>();
    private final IntConsumer chosen;
    private Optional<Region> stop = Optional.empty();

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
            focus(target);
        }
    }

    void clear() {
        targets.clear();
        stop = Optional.empty();
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
        boolean lost = stop.filter(Region::isFocused).isPresent();
        targets.entrySet()
                .removeIf(entry -> {
                    boolean gone = !seen.contains(entry.getKey());
                    if (gone) {
                        getChildren().remove(entry.getValue());
                    }
                    return gone;
                });
        if (stop.filter(targets::containsValue).isEmpty()) {
            Optional<Region> next = first();
            next.ifPresent(this::stopAt);
            stop = next;
            if (lost) {
                next.ifPresent(Region::requestFocus);
            }
        }
    }

    private Region target(int track) {
        Region target = Nodes.named(new Region(), "face-" + track, "face-target");
        target.setManaged(false);
        target.setAccessibleRole(AccessibleRole.BUTTON);
        target.setAccessibleHelp(Text.of("ui.face.help"));
        target.setOnMouseClicked(_ -> {
            focus(target);
            chosen.accept(track);
        });
        target.setOnKeyPressed(event -> pressed(event, target, track));
        getChildren().add(target);
        return target;
    }

    private void pressed(KeyEvent event, Region target, int track) {
        KeyCode key = event.getCode();
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (key == KeyCode.ENTER || key == KeyCode.SPACE) {
            chosen.accept(track);
            event.consume();
        } else if (key.isArrowKey()) {
            next(target.getBoundsInParent(), key).ifPresent(this::focus);
            event.consume();
        }
    }

    private void focus(Region target) {
        stopAt(target);
        target.requestFocus();
    }

    private void stopAt(Region target) {
        stop.ifPresent(before -> before.setFocusTraversable(false));
        target.setFocusTraversable(true);
        stop = Optional.of(target);
    }

    // Where reading begins: at the top, and there at the left.
    private Optional<Region> first() {
        return targets.values().stream()
                .min(Comparator.comparingDouble(one -> one.getLayoutY() * 2 + one.getLayoutX()));
    }

    // The nearest one in that direction; what lies aside of it counts double.
    private Optional<Region> next(Bounds from, KeyCode key) {
        return targets.values().stream()
                .filter(one -> along(from, one.getBoundsInParent(), key) > from.getWidth() / 4)
                .min(
                        Comparator.comparingDouble(one ->
                                along(from, one.getBoundsInParent(), key)
                                        + 2 * across(from, one.getBoundsInParent(), key)));
    }

    private static double along(Bounds from, Bounds to, KeyCode key) {
        double x = to.getCenterX() - from.getCenterX();
        double y = to.getCenterY() - from.getCenterY();
        return switch (key) {
            case LEFT, KP_LEFT -> -x;
            case UP, KP_UP -> -y;
            case DOWN, KP_DOWN -> y;
            default -> x;
        };
    }

    private static double across(Bounds from, Bounds to, KeyCode key) {
        boolean sideways =
                key == KeyCode.LEFT
                        || key == KeyCode.RIGHT
                        || key == KeyCode.KP_LEFT
                        || key == KeyCode.KP_RIGHT;
        return Math.abs(
                sideways
                        ? to.getCenterY() - from.getCenterY()
                        : to.getCenterX() - from.getCenterX());
    }
}
