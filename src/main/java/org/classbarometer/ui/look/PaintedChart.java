package org.classbarometer.ui.look;

import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.classbarometer.look.Hue;

/// A chart that is painted, not styled: it fills its region, follows the theme and the size of the
/// type, and is a picture to a screen reader, whose words its maker gives. JavaFX thread.
public abstract class PaintedChart extends Region {
    private static final double OF_TYPE = 12.0 / 13;

    private final Canvas canvas = new Canvas();
    // Never seen: it has the size of the type around the chart, as styles say it.
    private final Text ruler = new Text();
    private final TextWidths widths = new TextWidths();
    private Palette palette = new Palette(false);
    private double type = 12;

    // Its makers draw later, when the chart is laid out.
    @SuppressWarnings("this-escape")
    protected PaintedChart(String style) {
        getStyleClass().add(style);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ruler.setVisible(false);
        ruler.setManaged(false);
        getChildren().addAll(canvas, ruler);
        ruler.fontProperty().subscribe((_, now) -> type(now.getSize() * OF_TYPE));
    }

    // No chart has other children, and its constructor may rely on that.
    @Override
    protected final ObservableList<Node> getChildren() {
        return super.getChildren();
    }

    /// Paints everything anew, on an empty canvas whose font is the chart's.
    ///
    /// @param pen on that canvas
    protected abstract void paint(GraphicsContext g, CanvasPen pen);

    public void palette(Palette now) {
        palette = now;
        draw();
    }

    /// @param to the text's size, pixels
    public void type(double to) {
        if (to != type) {
            type = to;
            requestLayout();
            draw();
        }
    }

    protected Palette palette() {
        return palette;
    }

    protected double type() {
        return type;
    }

    /// In the chart's font.
    protected double widthOf(String text) {
        return widths.of(text);
    }

    protected Font font(FontWeight weight, double size) {
        return Font.font(Font.getDefault().getFamily(), weight, size);
    }

    /// Pixels of the canvas, which lies within the insets; at least 1.
    protected double canvasWidth() {
        return canvas.getWidth();
    }

    protected double canvasHeight() {
        return canvas.getHeight();
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        canvas.setWidth(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
        canvas.setHeight(Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        draw();
    }

    /// To be called when what is shown has changed.
    protected final void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        // Before the first layout there is no room to paint in.
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        Font font = font(FontWeight.NORMAL, type);
        widths.measureIn(font);
        g.setFont(font);
        g.setFill(palette.colour(Hue.TEXT));
        paint(g, new CanvasPen(g, palette));
    }
}
