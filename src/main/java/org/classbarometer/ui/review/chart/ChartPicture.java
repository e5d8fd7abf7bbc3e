package org.classbarometer.ui.review.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;

/// Charts of stored figures as an image, for a document: dark on white, whatever the theme, with their
/// titles and legend. They are painted anew; nothing that is on the screen is copied. JavaFX thread.
public final class ChartPicture {
    private static final double WIDTH = 900;
    private static final double CHART_HEIGHT = 320;
    private static final double BESIDE_HEIGHT = 220;
    private static final double TYPE = 13;
    private static final double SHARP = 2;
    private static final Palette LIGHT = new Palette(false);

    private ChartPicture() {}

    /// One lesson of those that are compared.
    ///
    /// @param title over its chart
    public record Titled(String title, MoodSeries course) {}

    /// What is written where nothing is told.
    ///
    /// @param withheld into stretches that are not published
    /// @param missing where there was no picture
    public record Gaps(String withheld, String missing) {}

    /// One lesson.
    public static WritableImage lesson(
            Titled lesson,
            List<TimelineChart.Sign> markers,
            List<TimelineChart.Sign> shifts,
            Gaps gaps) {
        TimelineChart chart = chart(lesson.course(), CHART_HEIGHT, gaps);
        chart.signs(markers, shifts);
        Legend legend = new Legend();
        legend.show(lesson.course().all(), LIGHT);
        return image(heading(lesson.title()), chart, legend);
    }

    /// Lessons of one label set below each other, over the same axis.
    public static WritableImage compared(List<Titled> lessons, Gaps gaps) {
        Duration longest =
                lessons.stream()
                        .map(one -> one.course().length())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        List<Node> parts = new ArrayList<>();
        for (Titled one : lessons) {
            TimelineChart chart = chart(one.course(), BESIDE_HEIGHT, gaps);
            chart.axis(longest);
            parts.add(heading(one.title()));
            parts.add(chart);
        }
        Legend legend = new Legend();
        legend.names(lessons.stream().map(one -> one.course().all()).toList(), LIGHT);
        parts.add(legend);
        return image(parts.toArray(Node[]::new));
    }

    /// A class over weeks.
    ///
    /// @param which index of the label that is shown
    /// @param label what is shown, before its scale
    public static WritableImage weeks(String title, WeekGrid grid, int which, String label) {
        HeatMap map = new HeatMap(Optional.empty());
        map.palette(LIGHT);
        map.type(TYPE);
        map.show(Optional.of(grid), which);
        ShadeScale scale = new ShadeScale();
        scale.show(grid, which, map, LIGHT);
        return image(heading(title), new HBox(10, new Label(label), Nodes.gap(), scale), map);
    }

    private static TimelineChart chart(MoodSeries course, double height, Gaps gaps) {
        TimelineChart chart = new TimelineChart(Optional.empty(), _ -> "");
        chart.palette(LIGHT);
        chart.type(TYPE);
        chart.show(Optional.of(course), gaps.withheld(), gaps.missing());
        chart.setMinHeight(height);
        return chart;
    }

    private static Label heading(String title) {
        Label heading = Labels.text(title);
        heading.setStyle("-fx-font-weight: bold; -fx-font-size: 1.2em");
        return heading;
    }

    private static WritableImage image(Node... parts) {
        VBox sheet = new VBox(10, parts);
        sheet.setStyle("-fx-background-color: white; -fx-padding: 16; -color-fg-default: #1f2328");
        sheet.setPrefWidth(WIDTH);
        Scene _ = new Scene(sheet);
        sheet.applyCss();
        sheet.resize(WIDTH, sheet.prefHeight(WIDTH));
        sheet.layout();
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(SHARP, SHARP));
        return sheet.snapshot(sharp, null);
    }

    /// Row by row, `0xAARRGGBB`.
    public static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
