package org.classbarometer.ui.review.chart;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.ui.look.Palette;

/// A lesson's chart with its title and legend as an image, for a document: dark on white, whatever the
/// theme. It is painted anew from the stored figures; nothing that is on the screen is copied. JavaFX
/// thread.
public final class ChartPicture {
    private static final double WIDTH = 900;
    private static final double CHART_HEIGHT = 320;
    private static final double TYPE = 13;
    private static final double SHARP = 2;

    private ChartPicture() {}

    /// @param title over the chart
    /// @param withheld written into stretches that are not published
    /// @param missing written where there was no picture
    public static WritableImage of(
            String title,
            MoodSeries course,
            List<TimelineChart.Sign> markers,
            List<TimelineChart.Sign> shifts,
            String withheld,
            String missing) {
        Palette palette = new Palette(false);
        TimelineChart chart = new TimelineChart(Optional.empty(), _ -> "");
        chart.palette(palette);
        chart.type(TYPE);
        chart.show(Optional.of(course), withheld, missing);
        chart.signs(markers, shifts);
        chart.setMinHeight(CHART_HEIGHT);
        Legend legend = new Legend();
        legend.show(course.all(), palette);
        Label heading = new Label(title);
        heading.setStyle("-fx-font-weight: bold; -fx-font-size: 1.2em");
        VBox sheet = new VBox(10, heading, chart, legend);
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
