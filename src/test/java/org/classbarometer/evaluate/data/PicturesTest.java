package org.classbarometer.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    private static final Path FACE = Path.of("src/test/resources/faces/s01-happy.jpg");

    @TempDir private Path folder;

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.copy(FACE, file);
    }

    @Test
    void the_folder_a_picture_lies_in_is_its_label_in_any_common_word() throws Exception {
        picture("Happy/1.jpg");
        picture("sadness/2.jpg");
        picture("fearful/3.jpg");

        LabelledPicture.Pictures read = PictureFolder.read(folder, LabelWords.EXPRESSIONS);

        assertThat(read.pictures())
                .extracting(LabelledPicture::label)
                .containsExactlyInAnyOrder("happiness", "sadness", "fear");
        assertThat(read.attributes()).isEmpty();
    }

    @Test
    void folders_above_or_below_the_label_are_groups() throws Exception {
        picture("girls/happy/1.jpg");
        picture("happy/boys/2.jpg");

        LabelledPicture.Pictures read = PictureFolder.read(folder, LabelWords.EXPRESSIONS);

        assertThat(read.attributes()).containsExactly("folder");
        assertThat(read.pictures())
                .extracting(LabelledPicture::attributes)
                .containsExactly(Map.of("folder", "girls"), Map.of("folder", "boys"));
    }

    @Test
    void pictures_in_folders_of_no_known_label_are_counted_and_named() throws Exception {
        picture("happy/1.jpg");
        picture("sleepy/2.jpg");

        Skips skips = PictureFolder.read(folder, LabelWords.EXPRESSIONS).skips();

        assertThat(skips.named(SkipReason.UNKNOWN_LABEL))
                .containsExactly(Path.of("sleepy", "2.jpg").toString());
    }

    @Test
    void a_folder_without_any_known_label_is_refused() throws Exception {
        picture("sleepy/2.jpg");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> PictureFolder.read(folder, LabelWords.EXPRESSIONS))
                .withMessageContaining("unknown label")
                .withMessageContaining("happiness");
    }

    @Test
    void links_to_folders_are_followed() throws Exception {
        assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
        picture("elsewhere/1.jpg");
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("happy"), folder.resolve("elsewhere"));
        Path place = Files.createSymbolicLink(folder.resolve("place"), linked);

        assertThat(PictureFolder.read(place, LabelWords.EXPRESSIONS).pictures())
                .extracting(LabelledPicture::label)
                .containsExactly("happiness");
    }

    @Test
    void a_folder_without_pictures_says_so() throws Exception {
        Files.createDirectory(folder.resolve("happy"));

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> PictureFolder.read(folder, LabelWords.EXPRESSIONS))
                .withMessageContaining("holds no pictures")
                .withMessageContaining("happiness");
    }

    @Test
    void a_list_names_pictures_labels_and_attributes() throws Exception {
        picture("a/1.jpg");
        Path csv =
                Files.writeString(
                        folder.resolve("faces.csv"),
                        "path,expression,age,gender\na/1.jpg,happy_closed,13,female\n");

        LabelledPicture.Pictures read = PictureList.read(csv, LabelWords.EXPRESSIONS);

        assertThat(read.attributes()).containsExactly("age", "gender");
        LabelledPicture face = read.pictures().getFirst();
        assertThat(face.label()).isEqualTo("happiness");
        assertThat(face.word()).isEqualTo("happy_closed");
        assertThat(face.attributes()).isEqualTo(Map.of("age", "13", "gender", "female"));
    }

    @Test
    void a_list_counts_what_it_cannot_use() throws Exception {
        picture("1.jpg");
        Path csv =
                Files.writeString(
                        folder.resolve("faces.csv"),
                        "path,label,age\n1.jpg,happy,13\n2.jpg,happy,13\n1.jpg,asleep,13\n1.jpg\n");

        Skips skips = PictureList.read(csv, LabelWords.EXPRESSIONS).skips();

        assertThat(skips.counts())
                .isEqualTo(
                        Map.of(
                                SkipReason.CORRUPT, 1,
                                SkipReason.UNKNOWN_LABEL, 1,
                                SkipReason.UNREADABLE, 1));
        assertThat(skips.named(SkipReason.CORRUPT)).containsExactly("2.jpg");
    }

    @Test
    void a_list_without_labels_is_refused() throws Exception {
        Path csv = Files.writeString(folder.resolve("faces.csv"), "path,age\n1.jpg,13\n");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> PictureList.read(csv, LabelWords.EXPRESSIONS))
                .withMessageContaining("\"label\"");
    }

    @Test
    void an_engagement_model_keeps_its_own_angry() {
        LabelSet engagement = new LabelSet("engagement", java.util.List.of("angry", "bored"));

        assertThat(LabelWords.of(engagement).label("Angry")).contains("angry");
        assertThat(LabelWords.EXPRESSIONS.label("Angry")).contains("anger");
    }

    @Test
    void a_picture_that_is_cut_off_or_none_is_not_decoded() throws Exception {
        OpenCv.load();
        byte[] whole = Files.readAllBytes(FACE);
        Path cut =
                Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length * 2 / 3));
        Path none = Files.writeString(folder.resolve("none.png"), "no picture at all");

        assertThat(PictureFile.grey(FACE))
                .hasValueSatisfying(grey -> {
                    assertThat(grey.channels()).isEqualTo(1);
                    grey.release();
                });
        assertThat(PictureFile.grey(cut)).isEmpty();
        assertThat(PictureFile.grey(none)).isEmpty();
        assertThat(PictureFile.grey(folder.resolve("absent.png"))).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_picture_that_is_a_bomb_a_pipe_or_far_too_large_is_left_out_at_once() throws Exception {
        OpenCv.load();
        Path large = folder.resolve("large.jpg");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            // Sparse: it only says that it is so long.
            file.write(Files.readAllBytes(FACE));
            file.setLength(600L << 20);
        }
        // A PNG of a few bytes that says it has 60,000 pixels to the side.
        byte[] bomb = {
            (byte) 0x89,
            'P',
            'N',
            'G',
            '\r',
            '\n',
            0x1a,
            '\n',
            0,
            0,
            0,
            13,
            'I',
            'H',
            'D',
            'R',
            0,
            0,
            (byte) 0xea,
            0x60,
            0,
            0,
            (byte) 0xea,
            0x60,
            8,
            2,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };

        assertThat(PictureFile.grey(large)).isEmpty();
        assertThat(PictureFile.grey(Files.write(folder.resolve("bomb.png"), bomb))).isEmpty();
        assertThat(PictureFile.grey(folder)).isEmpty();
        Path pipe = folder.resolve("pipe.jpg");
        if (makesPipe(pipe)) {
            assertThat(PictureFile.grey(pipe)).isEmpty();
        }
    }

    private static boolean makesPipe(Path pipe) throws Exception {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
