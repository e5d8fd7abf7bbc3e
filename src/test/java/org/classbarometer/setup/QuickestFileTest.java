package org.classbarometer.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickestFileTest {
    @TempDir private Path folder = Path.of(".");

    private final AtomicInteger timed = new AtomicInteger();
    private Path model = Path.of(".");
    private Path twin = Path.of(".");

    @BeforeEach
    void two_files_of_a_model() throws IOException {
        model = Files.writeString(folder.resolve("expression.onnx"), "float");
        twin = Files.writeString(folder.resolve("expression-8bit.onnx"), "bytes");
    }

    private QuickestFile quickest(double floats, double bytes) {
        Installation installation = new Installation(folder, folder.resolve("data"));
        return new QuickestFile(
                installation,
                (_, _) -> {
                    timed.incrementAndGet();
                    return new double[] {floats, bytes};
                });
    }

    @Test
    void the_faster_file_is_opened_and_timed_only_once() {
        assertThat(quickest(2, 0.7).of(model, ExecutionProvider.CPU)).isEqualTo(twin);
        assertThat(quickest(0.7, 2).of(model, ExecutionProvider.CPU)).as("as kept").isEqualTo(twin);
        assertThat(timed).hasValue(1);
    }

    @Test
    void where_float_numbers_are_faster_they_are_used() {
        assertThat(quickest(1, 1.3).of(model, ExecutionProvider.CPU)).isEqualTo(model);
        assertThat(quickest(1, 1.3).compared(model).orElseThrow().eightBitMillis()).isEqualTo(1.3);
    }

    @Test
    void other_files_are_timed_anew() throws IOException {
        quickest(2, 0.7).of(model, ExecutionProvider.CPU);
        Files.writeString(twin, "other bytes");
        assertThat(quickest(0.5, 0.7).of(model, ExecutionProvider.CPU)).isEqualTo(model);
        assertThat(timed).hasValue(2);
    }

    @Test
    void a_model_without_a_twin_and_a_graphics_processor_are_not_timed() throws IOException {
        assertThat(quickest(2, 0.7).of(model, ExecutionProvider.CUDA)).isEqualTo(model);
        Files.delete(twin);
        assertThat(quickest(2, 0.7).of(model, ExecutionProvider.CPU)).isEqualTo(model);
        assertThat(timed).hasValue(0);
    }

    @Test
    void a_twin_that_cannot_be_used_leaves_the_model_as_it_is() {
        Installation installation = new Installation(folder, folder.resolve("data"));
        QuickestFile broken =
                new QuickestFile(
                        installation,
                        (_, _) -> {
                            throw new UserProblem("not a model");
                        });
        assertThat(broken.of(model, ExecutionProvider.CPU)).isEqualTo(model);
        QuickestFile real = new QuickestFile(installation);
        assertThat(real.of(model, ExecutionProvider.CPU)).as("two texts").isEqualTo(model);
    }

    @Test
    void the_shipped_model_and_its_eight_bit_twin_can_be_compared() {
        Installation shipped = new Installation(Path.of(""), folder.resolve("data"));
        QuickestFile.Timings found =
                new QuickestFile(shipped).compared(shipped.defaultModel()).orElseThrow();
        assertThat(found.floatMillis()).isPositive();
        assertThat(found.eightBitMillis()).isPositive();
    }

    @Test
    void a_damaged_note_is_made_anew() throws IOException {
        quickest(2, 0.7).of(model, ExecutionProvider.CPU);
        Files.writeString(folder.resolve("data/processor.properties"), "pair=?\nfloat_ms=x");
        assertThat(quickest(0.5, 0.7).of(model, ExecutionProvider.CPU)).isEqualTo(model);
    }

    @Test
    void a_twin_that_was_damaged_since_it_was_timed_leaves_the_model_to_be_used() throws Exception {
        Installation installation = new Installation(folder, folder.resolve("data"));
        Path models = Files.createDirectory(installation.models());
        Path sound =
                Files.copy(Path.of("models/expression.onnx"), models.resolve("expression.onnx"));
        Path eightBit =
                Files.copy(
                        Path.of("models/expression-8bit.onnx"),
                        models.resolve("expression-8bit.onnx"));
        QuickestFile kept = new QuickestFile(installation, (_, _) -> new double[] {2, 0.7});
        assertThat(kept.of(sound, ExecutionProvider.CPU)).isEqualTo(eightBit);
        FileTime written = Files.getLastModifiedTime(eightBit);
        Files.write(eightBit, new byte[(int) Files.size(eightBit)]);
        Files.setLastModifiedTime(eightBit, written);

        try (ExpressionReader reader =
                Monitors.of(installation, ExecutionProvider.CPU).reader(sound)) {
            assertThat(reader.metadata().version()).isNotEmpty();
        }
        Files.write(sound, new byte[10]);
        assertThatThrownBy(() -> Monitors.of(installation, ExecutionProvider.CPU).reader(sound))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("expression.onnx");
    }
}
