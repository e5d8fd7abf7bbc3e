package org.classbarometer.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.classbarometer.evaluate.report.Html;
import org.classbarometer.evaluate.report.Markdown;
import org.classbarometer.evaluate.report.ReportText;
import org.classbarometer.training.compare.ComparisonDocument.Round;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.run.Epoch;
import org.classbarometer.training.run.Recipe;
import org.classbarometer.training.run.RunListener;
import org.classbarometer.training.run.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NetworkComparisonTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final List<TrainingFace> FACES = faces(40);

    @TempDir private Path runs = Path.of(".");

    private int batches;

    @Test
    void each_network_is_measured_and_stands_in_the_report() throws IOException {
        Contender small = train("small", 2);
        Contender xception = train("mini-xception", 2);

        assertThat(small.parameters())
                .isEqualTo(Anatomy.of(recipe("small", 2).network()).trainedValues());
        assertThat(small.history()).hasSize(2);
        assertThat(small.faces()).isEqualTo(FACES.size());
        assertThat(small.main().matrix().total()).isEqualTo(FACES.size());
        // All of its weights, four bytes each.
        assertThat(small.file().bytes()).isGreaterThan(4 * small.parameters());
        assertThat(small.file().medianNanos()).isPositive();

        Round round = new Round("All", "The same for all.", List.of(small, xception));
        ReportText document = ComparisonDocument.of("lab compare", List.of(round), 28_709);
        String page = Markdown.of(document);
        assertThat(page)
                .contains("confusion-small.svg", "curves-mini-xception.svg", "mini-xception | 0.0")
                .contains("2 x 40", "passes over the 28,709 faces");
        assertThat(Html.of(document, java.util.Locale.ENGLISH)).contains("<svg");

        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(List.of(small)));
        assertThat(json.get(0).get("scores").get(0).get("accuracy").asDouble())
                .isEqualTo(small.main().matrix().accuracy());
    }

    @Test
    void a_comparison_typed_again_trains_only_what_is_left() throws IOException {
        Contender once = train("small", 2);
        int first = batches;
        Contender again = train("small", 2);

        assertThat(first).isPositive();
        assertThat(batches).isEqualTo(first);
        assertThat(again.main().matrix().accuracy()).isEqualTo(once.main().matrix().accuracy());
    }

    @Test
    void a_folder_with_another_recipe_is_not_overwritten() throws IOException {
        train("small", 1);

        assertThatThrownBy(() -> train("small", 3))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another recipe");
    }

    @Test
    void every_face_is_validated_on_in_exactly_one_fold() {
        Folds folds = Folds.of(FACES, 4, 7);

        Set<TrainingFace> seen = new HashSet<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            List<TrainingFace> validation = folds.validation(fold);
            assertThat(seen).doesNotContainAnyElementsOf(validation);
            seen.addAll(validation);
            assertThat(folds.training(fold))
                    .hasSize(FACES.size() - validation.size())
                    .doesNotContainAnyElementsOf(validation);
            assertThat(folds.validation(fold))
                    .filteredOn(face -> face.label().equals("happiness"))
                    .hasSize(5);
        }
        assertThat(seen).hasSize(FACES.size());
    }

    @Test
    void the_same_seed_deals_the_same_folds() {
        assertThat(Folds.of(FACES, 3, 1).validation(0))
                .isEqualTo(Folds.of(FACES, 3, 1).validation(0))
                .isNotEqualTo(Folds.of(FACES, 3, 2).validation(0));
    }

    @Test
    void fewer_faces_than_folds_are_refused() {
        assertThatThrownBy(() -> Folds.of(FACES.subList(0, 2), 3, 1))
                .hasMessageContaining("2 faces in 3 folds");
    }

    // By hand: mean 4, squares 4 + 0 + 4, divided by 2.
    @Test
    void mean_and_spread_are_those_of_a_sample() {
        Spread spread = Spread.of(2, 4, 6);

        assertThat(spread.mean()).isEqualTo(4);
        assertThat(spread.deviation()).isCloseTo(2, within(1e-12));
        assertThat(Spread.of(1).deviation()).isNaN();
    }

    private Contender train(String architecture, int epochs) throws IOException {
        return new NetworkComparison(runs, FACES, FACES, CLOCK)
                .train(
                        architecture,
                        recipe(architecture, epochs),
                        new RunListener() {
                            @Override
                            public void batchDone(
                                    int epoch,
                                    int batch,
                                    int ofEpoch,
                                    double imagesDone,
                                    double imagesInAll,
                                    double loss) {
                                batches++;
                            }

                            @Override
                            public void epochDone(Epoch epoch) {
                                assertThat(Files.exists(runs.resolve(architecture))).isTrue();
                            }
                        });
    }

    private static Recipe recipe(String architecture, int epochs) {
        return new Recipe(
                architecture,
                List.of("fer2013"),
                epochs,
                20,
                1e-3f,
                true,
                1e-4f,
                Schedule.COSINE,
                0.9f,
                0,
                0,
                Map.of(),
                0,
                false,
                Variation.NONE,
                0,
                0,
                1,
                Optional.empty(),
                Optional.empty());
    }

    /// Half of them bright and happy, half dark and sad.
    private static List<TrainingFace> faces(int count) {
        List<TrainingFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[TrainingFace.SIDE * TrainingFace.SIDE];
            for (int at = 0; at < pixels.length; at++) {
                pixels[at] = (byte) ((i % 2 == 0 ? 90 : 10) + (at * (i + 1)) % 37);
            }
            faces.add(
                    new TrainingFace(
                            pixels, i % 2 == 0 ? "happiness" : "sadness", Optional.empty()));
        }
        return faces;
    }
}
