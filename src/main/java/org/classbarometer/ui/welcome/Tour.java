package org.classbarometer.ui.welcome;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.FocusRing;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.controlsfx.control.PopOver;

/// The tour: one pop-over after the other, each at what it speaks of. Escape or Skip ends it. JavaFX
/// thread.
public final class Tour {
    private static final double WIDTH = 340;

    private final List<Step> steps;
    private final FocusRing below;
    private final Runnable over;
    private Optional<PopOver> shown = Optional.empty();

    /// A thing on the screen and what is said of it.
    ///
    /// @param key of the texts `welcome.KEY.title` and `welcome.KEY.text`
    /// @param side where the arrow sits on the pop-over
    public record Step(Node at, String key, PopOver.ArrowLocation side) {}

    /// @param below the ring of the window it is shown over
    /// @param over told when it was seen to its end or left
    public Tour(List<Step> steps, FocusRing below, Runnable over) {
        this.steps = List.copyOf(steps);
        this.below = below;
        this.over = over;
    }

    /// Begins with the first step.
    public void start() {
        show(0);
    }

    /// Ends it. A pop-over must be gone before its window is.
    public void close() {
        Optional<PopOver> last = shown;
        shown = Optional.empty();
        last.ifPresent(popOver -> popOver.hide(Duration.ZERO));
    }

    private void show(int index) {
        close();
        if (index >= steps.size()) {
            over.run();
            return;
        }
        Step step = steps.get(index);
        PopOver popOver = Nodes.styled(new PopOver(content(step, index)), "welcome-step");
        popOver.setArrowLocation(step.side());
        popOver.setDetachable(false);
        popOver.setAutoHide(false);
        popOver.setHideOnEscape(true);
        popOver.setAnimated(false);
        popOver.setOnHidden(_ -> {
            // Hidden by somebody else than the next step: Escape.
            if (shown.filter(popOver::equals).isPresent()) {
                shown = Optional.empty();
                over.run();
            }
        });
        shown = Optional.of(popOver);
        popOver.show(step.at());
    }

    private VBox content(Step step, int index) {
        Label title =
                Nodes.styled(
                        new Label(Text.of("welcome." + step.key() + ".title")), Styles.TITLE_4);
        Label words = Labels.text(Text.of("welcome." + step.key() + ".text"));
        words.setId("welcome-words");
        Label count =
                Nodes.styled(
                        new Label(Text.of("welcome.count", index + 1, steps.size())),
                        Styles.TEXT_MUTED);
        Button skip =
                Buttons.of(
                        "welcome-step-skip",
                        Text.of("welcome.skip"),
                        () -> show(steps.size()),
                        Styles.FLAT,
                        Styles.SMALL);
        boolean last = index == steps.size() - 1;
        Nodes.show(skip, !last);
        Button next =
                Buttons.of(
                        "welcome-next",
                        Text.of(last ? "welcome.done" : "welcome.next"),
                        () -> show(index + 1),
                        Styles.ACCENT,
                        Styles.SMALL);
        next.setDefaultButton(true);
        // A pop-over is a window of its own, and gives the focus to its first button: Skip.
        next.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        next.requestFocus();
                    }
                });
        FocusRing ring = new FocusRing();
        ring.goOnAfter(below);
        HBox foot = Nodes.row(8, count, Nodes.gap(), skip, next);
        VBox content = Nodes.styled(new VBox(10, title, words, foot, ring), "welcome-content");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        return content;
    }
}
