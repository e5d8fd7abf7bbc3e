package org.classbarometer.expression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.objdetect.CascadeClassifier;

/// The rendered faces of src/test/resources/faces, found with the plain cascade.
record RenderedFace(String name, Mat grey, Box box) {
    static final List<String> EXPRESSIONS = List.of("neutral", "happy", "surprise");

    static List<RenderedFace> all() {
        OpenCv.load();
        CascadeClassifier cascade =
                new CascadeClassifier("cascades/haarcascade_frontalface_default.xml");
        List<RenderedFace> faces = new ArrayList<>();
        for (String person : List.of("s01", "s02", "s03", "s08")) {
            for (String expression : EXPRESSIONS) {
                String name = person + "-" + expression;
                Mat grey =
                        Imgcodecs.imread(
                                Path.of("src/test/resources/faces", name + ".jpg").toString(),
                                Imgcodecs.IMREAD_GRAYSCALE);
                MatOfRect found = new MatOfRect();
                cascade.detectMultiScale(grey, found, 1.1, 5, 0, new Size(80, 80), new Size());
                Rect largest =
                        Arrays.stream(found.toArray())
                                .max(Comparator.comparingDouble(Rect::area))
                                .orElseThrow();
                faces.add(
                        new RenderedFace(
                                name,
                                grey,
                                new Box(largest.x, largest.y, largest.width, largest.height)));
            }
        }
        return faces;
    }

    /// The label the model should give.
    String label() {
        return switch (name.substring(name.indexOf('-') + 1)) {
            case "happy" -> "happiness";
            case String same -> same;
        };
    }
}
