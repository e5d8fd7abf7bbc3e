package org.classbarometer.ui.live.mood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.classbarometer.disclosure.Disclosure;
import org.classbarometer.look.Fill;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MoodNow;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.ShareBar;
import org.classbarometer.ui.look.TypeSize;

/// The room display: the mood of the last half minute for the back row, without any face. A band of
/// all shares, the three largest as bars, the running chart. Whoever sees it is told no more than what would
/// be stored: nothing of fewer than three people, no exact number (docs/privacy.md). The demo class, in which
/// there is nobody, is shown as it is, with a line that says so. It pales as fewer of the faces seen are read:
/// what rests on little must not look firm.
public final class DisplayPane extends VBox {
    /// Slow, so that nobody in the room sees themselves move it.
    static final int SECONDS = 30;

    private static final int BARS = 3;
    private static final double PALEST = 0.35;
    private static final double THINNEST = 0.001;

    private final LiveViewModel model;
    private final Label demo =
            Nodes.named(Labels.text(Text.of("ui.display.demo")), "display-demo", "display-demo");
    private final Label words = Nodes.named(Labels.text(""), "display-words", "display-words");
    private final HBox band = Nodes.named(new HBox(), "display-band", "display-band");
    private final VBox bars = Nodes.styled(new VBox(), "display-bars");
    private final Label basis = Nodes.named(new Label(), "display-basis", "display-basis");
    private Palette palette = new Palette(false);

    /// @param leave goes back to the picture
    public DisplayPane(
            LiveViewModel model, Button leave, ObservableValue<Palette> colours, Scope scope) {
        this.model = model;
        Nodes.named(this, "room-display", "room-display");
        band.setAccessibleRole(AccessibleRole.TEXT);
        MoodChart chart = Nodes.named(new MoodChart(model, true, colours, scope), "display-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setStyle("-fx-font-size: 1.4em;");
        layoutBoundsProperty()
                .subscribe(bounds -> {
                    int type = TypeSize.ofDisplay(bounds.getWidth(), bounds.getHeight());
                    setStyle("-fx-font-size: %dpx;".formatted(type));
                });
        Nodes.wide(basis);
        getChildren().addAll(demo, words, band, bars, chart, Nodes.row(20, basis, leave));
        scope.watch(
                colours,
                now -> {
                    palette = now;
                    show();
                });
        scope.onChange(model.figures().mood(), this::show);
        visibleProperty().subscribe(this::show);
    }

    private void show() {
        if (!isVisible()) {
            return;
        }
        MoodHistory.ForRoom room = forRoom(model);
        SpanMood now = room.recent().mood();
        demo.setVisible(room.exact());
        demo.setManaged(room.exact());
        words.setText(MoodTexts.of(room));
        band.setAccessibleText(words.getText());
        List<Part> parts = parts(now);
        fillBand(parts);
        fillBars(parts);
        basis.setText(basis(room));
        double firm = now.readings() == 0 || reliesOnFew() ? 0 : 1 - now.uncertain();
        double opacity = PALEST + (1 - PALEST) * firm;
        List.of(words, band, bars).forEach(part -> part.setOpacity(opacity));
    }

    static MoodHistory.ForRoom forRoom(LiveViewModel model) {
        return model.figures().history().forRoom(model.reading().labels().get(), SECONDS);
    }

    private static String basis(MoodHistory.ForRoom room) {
        double faces = room.recent().mood().faces();
        if (room.exact()) {
            return Text.of("ui.display.basis.demo", Math.round(faces), SECONDS);
        }
        long people = Math.round(faces / Disclosure.STEP) * Disclosure.STEP;
        return people == 0
                ? Text.of("ui.display.basis.none")
                : Text.of("ui.display.basis", people, SECONDS);
    }

    private boolean reliesOnFew() {
        MoodNow now = model.figures().mood().get();
        return 2 * (now.read() + now.uncertain()) < now.faces();
    }

    /// A piece of the band.
    ///
    /// @param look empty for what is not published
    private record Part(Optional<LabelLook> look, double share) {
        Fill fill() {
            return look.map(LabelLook::fill).orElse(Fill.SUPPRESSED);
        }

        String name() {
            return look.map(LabelLook::name).orElseGet(() -> Text.of("ui.display.rest"));
        }
    }

    private static List<Part> parts(SpanMood mood) {
        List<Part> parts = new ArrayList<>();
        double[] stack = mood.stack();
        List<LabelLook> looks = LabelLook.stack(mood.labels());
        for (int i = 0; i < stack.length; i++) {
            parts.add(new Part(Optional.of(looks.get(i)), stack[i]));
        }
        double all = Arrays.stream(stack).sum();
        parts.add(new Part(Optional.empty(), mood.readings() == 0 ? 0 : Math.max(0, 1 - all)));
        parts.removeIf(part -> part.share() < THINNEST);
        return parts;
    }

    private void fillBand(List<Part> parts) {
        List<Region> pieces = new ArrayList<>();
        for (Part part : parts) {
            ShareBar piece = new ShareBar(palette.paint(part.fill()));
            piece.set(1);
            piece.setMinWidth(0);
            piece.prefWidthProperty().bind(band.widthProperty().multiply(part.share()));
            pieces.add(piece);
        }
        band.getChildren().setAll(pieces);
    }

    // What is not published comes last, however large it is: it is no expression.
    private void fillBars(List<Part> parts) {
        Stream<Part> largest =
                parts.stream()
                        .filter(part -> part.look().isPresent())
                        .sorted(Comparator.comparingDouble(part -> -part.share()))
                        .limit(BARS);
        Stream<Part> rest = parts.stream().filter(part -> part.look().isEmpty());
        bars.getChildren().setAll(Stream.concat(largest, rest).map(this::row).toList());
    }

    private HBox row(Part part) {
        double size = Math.max(20, getHeight() / 18);
        Label name = Nodes.styled(new Label(part.name()), "display-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.prefWidthProperty().bind(widthProperty().multiply(0.22));
        ShareBar bar = new ShareBar(palette.paint(part.fill()));
        bar.set(part.share());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = Nodes.styled(new Label(Percent.of(part.share())), "display-percent");
        Node glyph =
                part.look()
                        .<Node>map(look -> Glyphs.node(look, size))
                        .orElseGet(() -> new Rectangle(size, size, Color.TRANSPARENT));
        return Nodes.row(20, glyph, name, bar, percent);
    }
}
