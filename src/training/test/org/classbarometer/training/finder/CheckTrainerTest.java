package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.onnx.PyramidModel;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.PyramidLearner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTrainerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Photos PHOTOS = Scenes.photos();

    /// As a finder that has just begun: it takes anything for a face.
    private static final FinderFile FINDER = new FinderFile(untaught());

    @TempDir private Path place = Path.of(".");

    private final List<CheckListener.Seen> seen = new ArrayList<>();

    private static byte[] untaught() {
        PyramidNetwork pyramid = FinderNets.of("tiny");
        try (PyramidLearner learner = PyramidLearner.start(pyramid, 1, Map.of())) {
            return PyramidModel.of(pyramid, learner.state().average(), Map.of()).toByteArray();
        }
    }

    @AfterAll
    static void close() {
        FINDER.close();
    }

    private CheckTrainer trainer(FinderFolder folder) throws IOException {
        CheckData data = new CheckData(FINDER, List.of(FINDER), PHOTOS, Portraits.NONE);
        return new CheckTrainer(folder, data, List.of(), CLOCK, listener());
    }

    private FinderFolder train(String name, FinderRecipe recipe, long steps) throws IOException {
        FinderFolder folder = FinderFolder.of(place.resolve(name), recipe);
        trainer(folder).run(steps);
        return folder;
    }

    private static FinderRecipe recipe(long steps) {
        return new FinderRecipe("check-tiny", steps, 8, CheckNets.SIDE, 0.01f, 0.01f, 0.5f, 3);
    }

    @Test
    void a_run_that_was_stopped_ends_where_one_that_was_not_ends() throws IOException {
        FinderFolder whole = train("whole", recipe(20), 20);
        FinderFolder halves = train("halves", recipe(20), 7);
        trainer(halves).run(20);

        Learner.State state = halves.state().orElseThrow();
        assertThat(state.steps()).isEqualTo(20);
        whole.state()
                .orElseThrow()
                .average()
                .forEach((name, values) ->
                        assertThat(state.average().get(name))
                                .as(name)
                                .usingComparatorWithPrecision(1e-3f)
                                .containsExactly(values));
        assertThat(Files.readAllLines(whole.looks()))
                .isEqualTo(Files.readAllLines(halves.looks()))
                .hasSize(11);
    }

    @Test
    void it_learns_to_tell_ellipses_from_what_is_beside_them_and_its_file_says_the_same()
            throws IOException {
        FinderFolder folder = train("run", recipe(300), 300);

        assertThat(seen).hasSize(10);
        assertThat(folder.curves()).isNotEmptyFile();
        assertThat(folder.log()).content().hasLineCount(1 + 3);
        List<CheckPart> parts = List.of(CheckPart.of(folder));
        try (CheckFile file = new CheckFile(CheckPart.file(parts, Map.of()), parts)) {
            Photo photo = PHOTOS.validation().getFirst();
            List<Found> boxes =
                    photo.faces().stream()
                            .flatMap(face ->
                                    List.of(
                                            new Found(face.area(), 0.5),
                                            new Found(
                                                    face.area()
                                                            .moved(0, 1.5 * face.area().height()),
                                                    0.5))
                                            .stream())
                            .toList();
            List<Judged> judged = List.of(file.judged(photo, boxes));
            List<Double> logits = judged.getFirst().logits();
            assertThat(logits).hasSize(2 * photo.faces().size());
            int right = 0;
            for (int i = 0; i < logits.size(); i += 2) {
                right += logits.get(i) > logits.get(i + 1) ? 1 : 0;
            }
            assertThat(right).isEqualTo(photo.faces().size());
            assertThat(file.difference(parts, judged)).isLessThan(CheckFile.ALLOWED);
        }
    }

    @Test
    void a_file_of_two_networks_shows_each_its_own_square_and_answers_with_the_mean()
            throws IOException {
        CheckPart near = CheckPart.of(train("run", recipe(2), 2));
        CheckPart wide = new CheckPart(near.network(), 3.2, near.state());
        double first = logits(List.of(near)).getFirst();
        double second = logits(List.of(wide)).getFirst();

        assertThat(first).isNotCloseTo(second, within(1e-3));
        assertThat(logits(List.of(near, wide)).getFirst())
                .isCloseTo((first + second) / 2, within(1e-5));
    }

    private static List<Double> logits(List<CheckPart> parts) {
        Photo photo = PHOTOS.validation().getFirst();
        List<Found> boxes = List.of(new Found(photo.faces().getFirst().area(), 0.5));
        try (CheckFile file = new CheckFile(CheckPart.file(parts, Map.of()), parts)) {
            List<Judged> judged = List.of(file.judged(photo, boxes));
            assertThat(file.difference(parts, judged)).isLessThan(CheckFile.ALLOWED);
            return judged.getFirst().logits();
        }
    }

    @Test
    void candidates_are_made_once_and_a_damaged_list_of_them_is_refused() throws IOException {
        FinderFolder folder = train("run", recipe(4), 2);
        Path list = place.resolve("run").resolve("candidates.csv");
        String made = Files.readString(list);
        trainer(folder).run(3);
        assertThat(list).hasContent(made);
        Files.writeString(list, made + "elsewhere.jpg,1,1,20,20,0.5,1\n");

        CheckTrainer trainer = trainer(folder);
        assertThatThrownBy(() -> trainer.run(4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("candidates.csv")
                .hasMessageContaining("delete");
    }

    @Test
    void a_run_of_a_finder_is_no_run_of_a_check() throws IOException {
        FinderFolder folder =
                FinderFolder.of(
                        place.resolve("run"),
                        new FinderRecipe("tiny", 2, 1, 96, 0.01f, 0.01f, 0.5f, 3));

        assertThatThrownBy(() -> trainer(folder)).hasMessageContaining("no face check tiny");
    }

    @Test
    void boxes_between_face_and_none_or_on_invalid_faces_teach_nothing() {
        Face face = new Face(new Area(100, 100, 40, 40), 0, 0, false, false);
        Face invalid = new Face(new Area(200, 100, 40, 40), 0, 0, false, true);
        List<Face> faces = List.of(face, invalid);

        assertThat(Candidate.holdsFace(faces, new Area(104, 104, 40, 40))).contains(true);
        assertThat(Candidate.holdsFace(faces, new Area(118, 104, 40, 40))).isEmpty();
        assertThat(Candidate.holdsFace(faces, new Area(300, 100, 40, 40))).contains(false);
        assertThat(Candidate.holdsFace(faces, new Area(204, 104, 40, 40))).isEmpty();
    }

    @Test
    void a_weight_is_chosen_with_which_the_surest_are_faces() {
        Photo photo =
                Scenes.photo("one", 200, 160, new Area(20, 30, 40, 40), new Area(100, 30, 40, 40));
        List<Found> boxes =
                List.of(
                        new Found(new Area(20, 100, 40, 40), 0.8),
                        new Found(new Area(20, 30, 40, 40), 0.7),
                        new Found(new Area(100, 30, 40, 40), 0.6));
        List<Judged> judged = List.of(new Judged(photo, boxes, List.of(-4.0, 4.0, 4.0)));

        assertThat(CheckWeight.of(judged, 0).found()).isZero();
        CheckWeight chosen = CheckWeight.choose(judged);
        assertThat(chosen.found()).isEqualTo(1);
        assertThat(chosen.weight()).isBetween(0.15, 0.6);
        FinderScore.Looked looked = judged.getFirst().weighing(0.5);
        assertThat(looked.found().getFirst().score())
                .isCloseTo(1 / (1 + Math.exp(-(Math.log(0.8 / 0.2) - 2))), within(1e-9));
    }

    @Test
    void a_place_unlike_the_others_weighs_less() {
        Photo photo = Scenes.photo("one", 400, 400, new Area(20, 30, 40, 40));
        List<Found> boxes =
                List.of(
                        new Found(new Area(20, 30, 40, 40), 0.9),
                        new Found(new Area(200, 30, 40, 40), 0.7),
                        new Found(new Area(100, 350, 10, 10), 0.8));
        Judged judged = new Judged(photo, boxes, List.of(0.0, 0.0, 0.0));

        List<Found> summed = judged.weighing(0.3, 1.5).found();

        assertThat(summed.get(0).score()).isGreaterThan(0.8);
        assertThat(summed.get(1).score()).isCloseTo(0.7, within(1e-9));
        assertThat(summed.get(2).score())
                .isCloseTo(1 / (1 + Math.exp(-(Math.log(0.8 / 0.2) - 1.5 * 0.9))), within(1e-3));
    }

    @Test
    void a_check_need_not_be_asked_from_a_little_above_the_surest_box_it_turned_down_on() {
        Photo photo = Scenes.photo("one", 200, 160, new Area(20, 30, 40, 40));
        List<Found> boxes =
                List.of(
                        new Found(new Area(20, 30, 40, 40), 0.97),
                        new Found(new Area(100, 30, 40, 40), 0.94),
                        new Found(new Area(20, 100, 40, 40), 0.6));
        List<Judged> judged = List.of(new Judged(photo, boxes, List.of(-4.0, -9.0, -9.0)));

        assertThat(Judged.sure(judged, 0.3, 0, 0.8)).isCloseTo(0.96, within(1e-9));
        assertThat(Judged.sure(judged, 0.1, 0, 0.8)).isCloseTo(0.9, within(1e-9));
    }

    private CheckListener listener() {
        return new CheckListener() {
            @Override
            public void begun(int candidates, long faces) {
                assertThat(faces).isBetween(1L, (long) candidates);
            }

            @Override
            public void learnt(Progress progress) {
                assertThat(progress.loss()).isNotNegative();
            }

            @Override
            public void looked(Seen now) {
                seen.add(now);
            }
        };
    }
}
