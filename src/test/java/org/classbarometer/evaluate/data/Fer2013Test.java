package org.classbarometer.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Fer2013Test {
    private static final String HEADER = "emotion,pixels,Usage\n";
    private static final String VOTES_HEADER =
            "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,"
                    + "unknown,NF\n";
    private static final String QUALITY_HEADER =
            "row,usage,no_original_pixels,label_ambiguous,nearest_train_row,nearest_train_mse,"
                    + "nearest_train_mirrored\n";

    @TempDir private Path folder;
    private Path csv;

    @BeforeEach
    void nameTheFile() {
        csv = folder.resolve("fer2013.csv");
    }

    private static String grey(int value) {
        return String.join(" ", Collections.nCopies(48 * 48, Integer.toString(value)));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private record Faces(List<FerFace> faces, Skips skips) {}

    private static Faces all(Fer2013 data) throws DataSetException {
        return read(data, EnumSet.allOf(Split.class));
    }

    private static Faces read(Fer2013 data, Set<Split> wanted) throws DataSetException {
        List<FerFace> faces = new ArrayList<>();
        Skips skips = data.forEach(wanted, faces::add);
        return new Faces(faces, skips);
    }

    private static Fer2013 alone(Path csv) {
        return new Fer2013(csv, Optional.empty(), Optional.empty());
    }

    @Test
    void every_row_keeps_its_place_pixels_label_and_split() throws Exception {
        write(
                "fer2013.csv",
                HEADER
                        + "3,"
                        + grey(255)
                        + ",Training\n6,"
                        + grey(7)
                        + ",PublicTest\n1,"
                        + grey(0)
                        + ",PrivateTest\n");

        List<FerFace> faces = all(alone(csv)).faces();

        assertThat(faces).extracting(FerFace::row).containsExactly(0, 1, 2);
        assertThat(faces)
                .extracting(FerFace::label)
                .containsExactly("happiness", "neutral", "disgust");
        assertThat(faces)
                .extracting(FerFace::split)
                .containsExactly(Split.TRAINING, Split.VALIDATION, Split.TEST);
        byte[] white = new byte[48 * 48];
        Arrays.fill(white, (byte) 255);
        assertThat(faces.getFirst().pixels()).isEqualTo(white);
    }

    @Test
    void only_the_wanted_splits_are_handed_out() throws Exception {
        write("fer2013.csv", HEADER + "3," + grey(1) + ",Training\n6," + grey(7) + ",PublicTest\n");

        assertThat(read(alone(csv), EnumSet.of(Split.VALIDATION)).faces())
                .extracting(FerFace::row)
                .containsExactly(1);
    }

    @Test
    void a_gzipped_file_reads_like_a_plain_one() throws Exception {
        Path zipped = folder.resolve("fer2013.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write((HEADER + "0," + grey(9) + ",Training\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(all(alone(zipped)).faces()).extracting(FerFace::label).containsExactly("anger");
    }

    @Test
    void a_gzipped_file_that_ends_too_early_is_refused() throws Exception {
        Path zipped = folder.resolve("fer2013.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write((HEADER + "0," + grey(9) + ",Training\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] all = Files.readAllBytes(zipped);
        Files.write(zipped, Arrays.copyOf(all, all.length - 12));

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> all(alone(zipped)))
                .withMessageContaining("fer2013.csv.gz");
    }

    @Test
    void rows_with_wrong_pixels_or_labels_are_counted_and_named_and_move_no_other_row()
            throws Exception {
        write(
                "fer2013.csv",
                HEADER
                        + "0,1 2 3,Training\n"
                        + "9,"
                        + grey(1)
                        + ",Training\n"
                        + "0,"
                        + grey(256)
                        + ",Training\n"
                        + "0,"
                        + grey(1).replaceFirst("1", "x")
                        + ",Training\n"
                        + "0,"
                        + grey(1)
                        + ",Elsewhere\n"
                        + "4,"
                        + grey(1)
                        + ",Training\n");

        Faces faces = all(alone(csv));

        assertThat(faces.faces()).extracting(FerFace::row).containsExactly(5);
        assertThat(faces.skips().count(SkipReason.CORRUPT)).isEqualTo(3);
        assertThat(faces.skips().named(SkipReason.UNKNOWN_LABEL)).containsExactly("row 1: 9");
        assertThat(faces.skips().count(SkipReason.UNREADABLE)).isEqualTo(1);
    }

    @Test
    void a_missing_column_is_named() throws Exception {
        write("fer2013.csv", "emotion,Usage\n0,Training\n");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> all(alone(csv)))
                .withMessageContaining("\"pixels\"")
                .withMessageContaining("emotion, usage");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> all(alone(csv)))
                .withMessageContaining("fer2013.csv");
    }

    @Test
    void votes_and_quality_are_joined_by_row() throws Exception {
        write("fer2013.csv", HEADER + "0," + grey(1) + ",Training\n3," + grey(2) + ",PublicTest\n");
        Path votes =
                write(
                        "votes.csv",
                        VOTES_HEADER
                                + "Training,a.png,4,0,0,1,3,2,0,0,0,0\n"
                                + "PublicTest,b.png,0,9,0,1,0,0,0,0,0,0\n");
        Path quality =
                write(
                        "quality.csv",
                        QUALITY_HEADER + "0,Training,1,0,,,\n1,PublicTest,0,1,0,12.5,0\n");

        Faces faces = all(new Fer2013(csv, Optional.of(votes), Optional.of(quality)));

        assertThat(faces.skips().named(SkipReason.NO_ORIGINAL_PIXELS)).containsExactly("row 0");
        FerFace face = faces.faces().getFirst();
        assertThat(face.votes().orElseThrow().majority()).contains("happiness");
        assertThat(face.quality().orElseThrow().labelAmbiguous()).isTrue();
        assertThat(face.quality().orElseThrow().nearCopy()).isTrue();
    }

    @Test
    void votes_that_are_one_row_off_are_refused() throws Exception {
        write("fer2013.csv", HEADER + "0," + grey(1) + ",Training\n3," + grey(2) + ",PublicTest\n");
        Path votes =
                write(
                        "votes.csv",
                        VOTES_HEADER
                                + "PublicTest,b.png,0,9,0,1,0,0,0,0,0,0\n"
                                + "Training,a.png,4,0,0,1,3,2,0,0,0,0\n");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> all(new Fer2013(csv, Optional.of(votes), Optional.empty())))
                .withMessageContaining("votes.csv")
                .withMessageContaining("fer2013.csv");
    }

    @Test
    void a_quality_file_with_fewer_rows_is_refused() throws Exception {
        write("fer2013.csv", HEADER + "0," + grey(1) + ",Training\n3," + grey(2) + ",PublicTest\n");
        Path quality = write("quality.csv", QUALITY_HEADER + "0,Training,0,0,,,\n");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> all(new Fer2013(csv, Optional.empty(), Optional.of(quality))))
                .withMessageContaining("quality.csv has 1 rows");
    }
}
