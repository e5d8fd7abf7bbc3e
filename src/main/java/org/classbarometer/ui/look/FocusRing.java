package org.classbarometer.ui.look;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The one ring around whatever has the keyboard's focus, above everything else in its window: no
/// control needs a look of its own for it, and none can forget it. Seen from the first key pressed
/// until the mouse is used. JavaFX thread.
public final class FocusRing extends Region {
    private static final double OUTSIDE = 4;

    private final Runnable follow = this::follow;
    private final EventHandler<InputEvent> used = this::used;
    private final InvalidationListener moved = _ -> Platform.requestNextPulse();
    private Optional<Scene> in = Optional.empty();
    private boolean keyboard;

    public FocusRing() {
        Nodes.named(this, "focus-ring", "focus-ring");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setViewOrder(-Double.MAX_VALUE);
        sceneProperty().subscribe(now -> attach(Optional.ofNullable(now)));
    }

    private void attach(Optional<Scene> now) {
        in.ifPresent(before -> {
            before.removePostLayoutPulseListener(follow);
            before.focusOwnerProperty().removeListener(moved);
            before.removeEventFilter(KeyEvent.KEY_PRESSED, used);
            before.removeEventFilter(MouseEvent.MOUSE_PRESSED, used);
        });
        in = now;
        now.ifPresent(scene -> {
            scene.addPostLayoutPulseListener(follow);
            // Where nothing else changes there would be no pulse.
            scene.focusOwnerProperty().addListener(moved);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, used);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, used);
        });
    }

    private void used(InputEvent event) {
        keyboard = event instanceof KeyEvent;
        Platform.requestNextPulse();
    }

    /// Goes on where the ring of the screen before ended.
    public void goOnAfter(FocusRing before) {
        keyboard = before.keyboard;
    }

    private void follow() {
        Optional<Bounds> place =
                keyboard
                        ? in.flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                                .filter(Node::isFocusTraversable)
                                .flatMap(FocusRing::place)
                        : Optional.empty();
        setVisible(place.isPresent());
        place.map(this::here)
                .ifPresent(bounds ->
                        resizeRelocate(
                                Math.rint(bounds.getMinX()),
                                Math.rint(bounds.getMinY()),
                                Math.rint(bounds.getWidth()),
                                Math.rint(bounds.getHeight())));
    }

    private Bounds here(Bounds inScene) {
        return getParent() == null ? inScene : getParent().sceneToLocal(inScene);
    }

    /// Where a node can be seen, in its scene; empty where it is hidden or scrolled away.
    private static Optional<Bounds> place(Node node) {
        Bounds own = node.localToScene(node.getLayoutBounds());
        Bounds around = larger(small(node) ? ofContent(node).orElse(own) : own);
        for (Optional<Node> at = Optional.of(node); at.isPresent(); at = at.map(Node::getParent)) {
            if (!at.get().isVisible()) {
                return Optional.empty();
            }
            Optional<Bounds> window = clip(at.get());
            if (window.isPresent() && !at.get().equals(node)) {
                around = common(around, larger(window.get()));
            }
        }
        return Optional.of(around).filter(seen -> seen.getWidth() > 8 && seen.getHeight() > 8);
    }

    // A check box may be as wide as its line: the ring goes around what is seen of it.
    private static boolean small(Node node) {
        return node instanceof CheckBox || node instanceof RadioButton;
    }

    private static Optional<Bounds> ofContent(Node node) {
        return ((Parent) node)
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .map(child -> child.localToScene(child.getLayoutBounds()))
                        .reduce(FocusRing::both);
    }

    private static Optional<Bounds> clip(Node node) {
        return Optional.ofNullable(node.getClip())
                .map(clip -> node.localToScene(clip.getBoundsInParent()));
    }

    private static Bounds larger(Bounds of) {
        return new BoundingBox(
                of.getMinX() - OUTSIDE,
                of.getMinY() - OUTSIDE,
                of.getWidth() + 2 * OUTSIDE,
                of.getHeight() + 2 * OUTSIDE);
    }

    private static Bounds both(Bounds one, Bounds other) {
        return between(
                Math.min(one.getMinX(), other.getMinX()),
                Math.min(one.getMinY(), other.getMinY()),
                Math.max(one.getMaxX(), other.getMaxX()),
                Math.max(one.getMaxY(), other.getMaxY()));
    }

    private static Bounds common(Bounds one, Bounds other) {
        return between(
                Math.max(one.getMinX(), other.getMinX()),
                Math.max(one.getMinY(), other.getMinY()),
                Math.min(one.getMaxX(), other.getMaxX()),
                Math.min(one.getMaxY(), other.getMaxY()));
    }

    private static Bounds between(double fromX, double fromY, double toX, double toY) {
        return new BoundingBox(fromX, fromY, Math.max(0, toX - fromX), Math.max(0, toY - fromY));
    }
}
