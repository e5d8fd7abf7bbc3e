package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.classbarometer.face.Box;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxExpressionReaderTest {
    private static final Path BASELINE = Path.of("models/expression-baseline.onnx");
    private static final Offset<Float> EQUAL = within(1e-4f);

    private final List<RenderedFace> faces = RenderedFace.all();
    private final OnnxExpressionReader reader =
            OnnxExpressionReader.open(BASELINE, ExecutionProvider.CPU);

    @TempDir Path folder;

    OnnxExpressionReaderTest() throws ModelException {}

    @AfterAll
    void close() {
        reader.close();
    }

    private float[] single(RenderedFace face) {
        return reader.probabilities(face.grey(), List.of(face.box()))[0];
    }

    @Test
    void plain_faces_are_read_right_in_every_view_that_names_them() {
        for (LabelSet set : List.of(LabelSet.EIGHT, LabelSet.SEVEN, LabelSet.FOUR)) {
            for (RenderedFace face : faces) {
                Reading reading = reader.view(set).read(single(face));
                assertThat(reading.label()).as(face.name()).isEqualTo(face.label());
                assertThat(reading.uncertain()).as(face.name()).isFalse();
            }
        }
    }

    @Test
    void happy_is_positive_and_neutral_is_neither() {
        for (RenderedFace face : faces) {
            Reading reading = reader.view(LabelSet.TWO).read(single(face));
            if (face.label().equals("happiness")) {
                assertThat(reading.label()).as(face.name()).isEqualTo("positive");
                assertThat(reading.uncertain()).as(face.name()).isFalse();
            } else {
                assertThat(reading.uncertain()).as(face.name()).isTrue();
                assertThat(reading.other()).as(face.name()).isTrue();
            }
        }
    }

    @Test
    void every_row_is_a_distribution() {
        for (RenderedFace face : faces) {
            double sum = 0;
            for (float probability : single(face)) {
                assertThat(probability).isBetween(0f, 1f);
                sum += probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void a_batch_gives_what_single_faces_give_however_large_it_is() {
        Mat grey = faces.getFirst().grey();
        Box box = faces.getFirst().box();
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 2 * FaceBatch.LIMIT + 3; i++) {
            boxes.add(new Box(box.x() + i - 10, box.y() - i, box.width() + i, box.height() + i));
        }
        float[][] together = reader.probabilities(grey, boxes);
        assertThat(together).hasNumberOfRows(boxes.size());
        for (int i = 0; i < boxes.size(); i++) {
            float[] alone = reader.probabilities(grey, List.of(boxes.get(i)))[0];
            assertThat(together[i]).containsExactly(alone, EQUAL);
        }
    }

    @Test
    void no_faces_need_no_model() {
        assertThat(reader.probabilities(new Mat(), List.of())).isEmpty();
    }

    @Test
    void four_threads_read_what_one_reads() throws Exception {
        List<float[]> alone = faces.stream().map(this::single).toList();
        List<Callable<List<float[]>>> tasks =
                Collections.nCopies(40, () -> faces.stream().map(this::single).toList());
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<List<float[]>> done : pool.invokeAll(tasks)) {
                List<float[]> rows = done.get();
                for (int i = 0; i < rows.size(); i++) {
                    assertThat(rows.get(i)).containsExactly(alone.get(i), EQUAL);
                }
            }
        }
    }

    @Test
    void boxes_half_outside_and_of_one_pixel_are_read_as_something() {
        RenderedFace face = faces.getFirst();
        Box box = face.box();
        List<Box> odd =
                List.of(
                        new Box(-box.width() / 2, box.y(), box.width(), box.height()),
                        new Box(face.grey().cols() - 3, face.grey().rows() - 3, 200, 200),
                        new Box(5, 5, 1, 1),
                        new Box(9000, 9000, 40, 40));
        for (float[] row : reader.probabilities(face.grey(), odd)) {
            for (float probability : row) {
                assertThat(probability).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void temperature_and_threshold_come_from_the_model() throws Exception {
        TinyModel model =
                new TinyModel(
                                List.of("neutral", "happiness"),
                                new float[] {0, 2},
                                new float[] {0, -1})
                        .with("temperature", "0.5")
                        .with("uncertain_below", "0.9");
        Path file = Files.write(folder.resolve("hand.onnx"), model.bytes());
        Mat grey = new Mat(20, 20, CvType.CV_8UC1, new Scalar(204));
        try (var hand = OnnxExpressionReader.open(file, ExecutionProvider.CPU)) {
            float[] row = hand.probabilities(grey, List.of(new Box(0, 0, 20, 20)))[0];
            // logits 0 and 2 * 0.8 - 1 = 0.6; at temperature 0.5: softmax(0, 1.2)
            float happy = (float) (Math.exp(1.2) / (1 + Math.exp(1.2)));
            assertThat(row).containsExactly(new float[] {1 - happy, happy}, within(1e-5f));
            Reading reading = hand.view(hand.metadata().labels()).read(row);
            assertThat(reading.label()).isEqualTo("happiness");
            assertThat(reading.uncertain()).isTrue();
        }
    }

    @Test
    void a_view_the_model_cannot_offer_is_refused() throws Exception {
        Path file =
                Files.write(
                        folder.resolve("engagement.onnx"),
                        TinyModel.of("engaged", "bored", "angry").bytes());
        try (var engagement = OnnxExpressionReader.open(file, ExecutionProvider.CPU)) {
            assertThat(engagement.views())
                    .containsExactly(new LabelSet("tiny", List.of("engaged", "bored", "angry")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engagement.view(LabelSet.FOUR))
                    .withMessageContaining("bored");
        }
    }

    @Test
    void states_that_nobody_has_shown_to_be_read_are_uncertain_unless_the_model_is_quite_sure()
            throws Exception {
        for (String own : List.of("0.5", "0.9")) {
            byte[] engaged = TinyModel.of("engaged", "bored").with("uncertain_below", own).bytes();
            Path file = Files.write(folder.resolve("engagement.onnx"), engaged);
            try (var engagement = OnnxExpressionReader.open(file, ExecutionProvider.CPU)) {
                assertThat(engagement.metadata().labels().experimental()).isTrue();
                assertThat(engagement.metadata().uncertainBelow())
                        .isEqualTo(Math.max(0.7f, Float.parseFloat(own)));
            }
        }
        assertThat(LabelSet.VIEWS).noneMatch(LabelSet::experimental);
    }

    @Test
    void a_view_is_laid_over_the_model_once() {
        assertThat(reader.views()).isEqualTo(LabelSet.VIEWS);
        assertThat(reader.view(LabelSet.FOUR)).isSameAs(reader.view(LabelSet.FOUR));
        assertThat(reader.view(reader.metadata().labels()).labels().labels())
                .isEqualTo(LabelSet.EIGHT.labels());
    }

    @Test
    void asked_for_cuda_where_there_is_none_the_reader_says_so_and_reads_on_the_processor()
            throws Exception {
        try (var asked = OnnxExpressionReader.open(BASELINE, ExecutionProvider.CUDA)) {
            if (asked.provider().equals("CPU")) {
                assertThat(asked.notice()).get().asString().contains("(CPU)");
            } else {
                assertThat(asked.notice()).isEmpty();
            }
            RenderedFace face = faces.getFirst();
            float[] row = asked.probabilities(face.grey(), List.of(face.box()))[0];
            assertThat(row).containsExactly(single(face), within(1e-3f));
        }
    }

    @Test
    void a_closed_reader_refuses_work_and_closes_twice() throws Exception {
        OnnxExpressionReader closed = OnnxExpressionReader.open(BASELINE, ExecutionProvider.CPU);
        RenderedFace face = faces.getFirst();
        closed.probabilities(face.grey(), List.of(face.box()));
        closed.close();
        closed.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.probabilities(face.grey(), List.of(face.box())));
    }
}
