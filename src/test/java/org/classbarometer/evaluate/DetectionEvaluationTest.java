package org.classbarometer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.classbarometer.evaluate.DetectionEvaluation.Result;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class DetectionEvaluationTest {
    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static void picture(Path file) {
        Imgcodecs.imwrite(file.toString(), new Mat(100, 200, CvType.CV_8UC1, new Scalar(90)));
    }

    @Test
    void faces_found_missed_and_invented_are_counted_by_size(@TempDir Path folder)
            throws IOException {
        picture(folder.resolve("a.png"));
        picture(folder.resolve("b.png"));
        Files.writeString(
                folder.resolve("boxes.csv"),
                """
                image,x,y,w,h,invalid
                a.png,10,10,30,30,0
                a.png,100,10,50,50,0
                b.png,10,10,30,30,1
                b.png,100,10,30,30,0
                """);

        // A box on the small face of each picture: in b it is the invalid one; and one on no face.
        Result result =
                DetectionEvaluation.run(
                        "two boxes",
                        folder,
                        _ -> List.of(new Box(11, 11, 30, 30), new Box(60, 60, 20, 20)));

        assertThat(result.images()).isEqualTo(2);
        assertThat(result.faces()).isEqualTo(3);
        assertThat(result.found()).isEqualTo(1);
        assertThat(result.falseBoxesPerImage()).isEqualTo(1);
        assertThat(DetectionEvaluation.markdown(List.of(result)))
                .contains("| two boxes | 33.3 % (1 of 3) | 1.00 |")
                .contains("| 24 to 31 | 2 | 50.0 % |")
                .contains("| 48 to 95 | 1 | 0.0 % |");
    }

    @Test
    void a_picture_that_is_not_there_is_named(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("boxes.csv"), "image,x,y,w,h,invalid\ngone.png,1,1,9,9,0\n");
        assertThatThrownBy(() -> DetectionEvaluation.run("none", folder, _ -> List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone.png");
    }
}
