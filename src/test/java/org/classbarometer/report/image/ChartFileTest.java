package org.classbarometer.report.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFileTest {
    private static final int[] PIXELS = {
        0xffff0000, 0xff00ff00, 0xff0000ff, 0xff123456, 0xffffffff, 0xff000000
    };

    @TempDir Path folder;

    @Test
    void what_is_written_is_read_back_pixel_by_pixel() throws Exception {
        Path file = ChartFile.write(PIXELS, 3, folder.resolve("new"), "chart of 7b");

        assertThat(file.getFileName()).hasToString("chart of 7b.png");
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getHeight()).isEqualTo(2);
        assertThat(read.getRGB(0, 0, 3, 2, new int[6], 0, 3)).containsExactly(PIXELS);
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).as("nothing half-written").hasSize(1);
        }
    }

    @Test
    void nothing_that_is_there_is_replaced() throws Exception {
        Path first = ChartFile.write(PIXELS, 3, folder, "chart");
        Path second = ChartFile.write(PIXELS, 2, folder, "chart");
        assertThat(second).isNotEqualTo(first);
        assertThat(ImageIO.read(first.toFile()).getWidth()).isEqualTo(3);
    }

    @Test
    void a_file_in_the_way_is_told_as_a_problem() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> ChartFile.write(PIXELS, 3, file, "chart"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.toString());
    }
}
