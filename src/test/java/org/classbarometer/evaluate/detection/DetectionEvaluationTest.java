package org.classbarometer.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.detection.DetectionEvaluation.Result;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.text.UserProblem;
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
    void faces_found_missed_and_invented_are_counted_by_kind(@TempDir Path folder)
            throws Exception {
        picture(folder.resolve("a.png"));
        picture(folder.resolve("b.png"));
        Files.writeString(
                folder.resolve("boxes.csv"),
                """
                image,x,y,w,h,invalid,blur,occlusion,pose
                a.png,10,10,30,30,0,1,0,0
                a.png,100,10,50,50,0,0,0,1
                b.png,10,10,30,30,1,0,0,0
                b.png,100,10,30,30,0,2,0,0
                b.png,150,10,18,20,0,0,0,0
                """);

        // A box on the small face of each picture: in b it is the invalid one; and one on no face.
        Result result =
                DetectionEvaluation.of(
                        "two boxes",
                        Photographs.read(folder, Optional.empty()),
                        _ -> List.of(new Box(11, 11, 30, 30), new Box(60, 60, 20, 20)));

        assertThat(result.photos()).hasSize(2);
        assertThat(result.faces(_ -> true)).isEqualTo(4);
        assertThat(result.found(_ -> true)).isEqualTo(1);
        assertThat(result.falseBoxesPerPhoto().value()).isEqualTo(1);
        assertThat(DetectionTables.kinds(List.of(result)))
                .contains("33.3 % (")
                .contains(", 1 of 3 | 100.0 % (100.0 to 100.0), 1 of 1 |")
                .contains(", 0 of 1 | 1.00 (1.00 to 1.00) |");
        assertThat(DetectionTables.widths(List.of(result)))
                .contains("| 16 to 23 | 1 | 0.0 % |")
                .contains("| 24 to 31 | 2 | 50.0 % |")
                .contains("| 48 to 95 | 1 | 0.0 % |");
    }

    @Test
    void only_photographs_of_a_part_and_of_a_half_are_looked_at(@TempDir Path folder)
            throws Exception {
        StringBuilder boxes = new StringBuilder("image,x,y,w,h,invalid\n");
        StringBuilder parts = new StringBuilder("photo,part\n");
        for (int i = 0; i < 40; i++) {
            boxes.append(i).append(".png,1,1,9,9,0\n");
            parts.append("set/").append(i).append(i < 20 ? ".png,train\n" : ".png,validation\n");
        }
        Files.writeString(folder.resolve("boxes.csv"), boxes);
        Files.writeString(folder.resolve("parts.csv"), parts);

        Photographs validation = Photographs.read(folder, Optional.of("validation"));

        assertThat(validation.all()).hasSize(20);
        assertThat(validation.half(true).all()).hasSizeBetween(5, 15);
        assertThat(validation.half(false).all())
                .hasSize(20 - validation.half(true).all().size())
                .doesNotContainAnyElementsOf(validation.half(true).all());
        assertThat(validation.groups().all()).isEmpty();
    }

    @Test
    void a_picture_that_is_not_there_is_named(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("boxes.csv"), "image,x,y,w,h,invalid\ngone.png,1,1,9,9,0\n");
        Photographs gone = Photographs.read(folder, Optional.empty());
        assertThatThrownBy(() -> DetectionEvaluation.of("none", gone, _ -> List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("gone.png");
    }
}
