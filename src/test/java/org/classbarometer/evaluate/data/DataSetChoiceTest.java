package org.classbarometer.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetChoiceTest {
    private static final String VOTES =
            """
            Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF
            Training,fer0000000.png,9,0,0,1,0,0,0,0,0,0
            PublicTest,fer0028709.png,0,9,0,1,0,0,0,0,0,0
            PublicTest,fer0028710.png,5,5,0,0,0,0,0,0,0,0
            PublicTest,,0,0,0,0,0,0,0,0,0,10
            """;

    @TempDir private Path folder;

    private static DataSetChoice choice(Path path) {
        return new DataSetChoice(path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.copy(Path.of("src/test/resources/faces/s01-happy.jpg"), file);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void the_rows_of_fer2013_have_two_truths_when_there_are_votes() throws Exception {
        String pixels = String.join(" ", Collections.nCopies(48 * 48, "7"));
        Path csv =
                write(
                        "fer2013.csv",
                        "emotion,pixels,Usage\n6,%s,Training\n6,%s,PublicTest\n0,%s,PublicTest\n4,%s,PublicTest\n"
                                .formatted(pixels, pixels, pixels, pixels));
        Path votes = write("votes.csv", VOTES);

        DataSet set =
                new DataSetChoice(csv, Optional.of(votes), Optional.empty(), Optional.empty())
                        .open(LabelWords.EXPRESSIONS);

        assertThat(set.truths()).containsExactly(DataSet.FER_PLUS, DataSet.FER2013);
        assertThat(set.faces()).hasSize(3);
        assertThat(set.faces().getFirst().label(DataSet.FER_PLUS)).contains("happiness");
        assertThat(set.faces().getFirst().label(DataSet.FER2013)).contains("neutral");
        assertThat(set.faces().get(1).label(DataSet.FER_PLUS)).isEmpty();
        assertThat(set.skips().count(SkipReason.NO_MAJORITY)).isEqualTo(2);
    }

    @Test
    void the_pictures_of_fer_plus_are_found_in_its_folders() throws Exception {
        Path csv = write("fer2013new.csv", VOTES);
        Path picture = picture("FER2013Valid/fer0028709.png");

        DataSet set = choice(csv).open(LabelWords.EXPRESSIONS);

        assertThat(set.truths()).containsExactly(DataSet.FER_PLUS);
        assertThat(set.faces())
                .extracting(LabelledFace::pixels)
                .containsExactly(new LabelledFace.Pixels.InFile(picture));
        assertThat(set.skips().count(SkipReason.NO_MAJORITY)).isEqualTo(2);
    }

    @Test
    void fer_plus_without_its_pictures_is_refused_with_the_way_out() throws Exception {
        Path csv = write("fer2013new.csv", VOTES);

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> choice(csv).open(LabelWords.EXPRESSIONS))
                .withMessageContaining("FER2013Valid")
                .withMessageContaining("--votes");
    }

    @Test
    void a_folder_with_one_list_in_it_is_that_list() throws Exception {
        picture("stills/one.jpg");
        write("faces.csv", "path,label\nstills/one.jpg,sad\n");

        DataSet set = choice(folder).open(LabelWords.EXPRESSIONS);

        assertThat(set.name()).isEqualTo("faces.csv");
        assertThat(set.faces().getFirst().label(DataSet.OWN)).contains("sadness");
    }

    @Test
    void a_part_of_a_data_set_without_parts_is_refused() throws Exception {
        picture("happy/one.jpg");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() ->
                        new DataSetChoice(
                                        folder,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(EnumSet.of(Split.TEST)))
                                .open(LabelWords.EXPRESSIONS))
                .withMessageContaining("--split");
    }

    @Test
    void a_part_without_any_face_is_refused() throws Exception {
        Path csv = write("fer2013.csv", "emotion,pixels,Usage\n");

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> choice(csv).open(LabelWords.EXPRESSIONS))
                .withMessageContaining("PublicTest");
    }
}
