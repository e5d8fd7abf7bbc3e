package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user may put in a model's place, and what the program says to it.
class ModelFileTest {
    private static final Path BASELINE = Path.of("models/expression-baseline.onnx");

    @TempDir Path folder;
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeAll
    static void natives() {
        OpenCv.load();
    }

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterEach
    void language() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("model.onnx"), content);
    }

    private static String refusal(Path file) {
        ModelException refused =
                catchThrowableOfType(
                        ModelException.class,
                        () -> OnnxExpressionReader.open(file, ExecutionProvider.CPU).close());
        assertThat(refused).isNotNull();
        // Every message names the file and is a whole sentence without a placeholder left over.
        assertThat(refused.getMessage())
                .contains(file.toString())
                .endsWith(".")
                .doesNotContain("{", "}", "expression.model");
        return refused.getMessage();
    }

    private String refusal(TinyModel model) throws IOException {
        return refusal(file(model.bytes()));
    }

    private static TinyModel sound() {
        return TinyModel.of("neutral", "happiness", "surprise");
    }

    @Test
    void a_model_that_keeps_the_contract_is_opened() throws Exception {
        try (var reader = OnnxExpressionReader.open(file(sound().bytes()), ExecutionProvider.CPU)) {
            assertThat(reader.metadata().labels())
                    .isEqualTo(new LabelSet("tiny", List.of("neutral", "happiness", "surprise")));
            assertThat(reader.metadata().inputHeight()).isEqualTo(TinyModel.SIDE);
            assertThat(reader.provider()).isEqualTo("CPU");
            assertThat(reader.notice()).isEmpty();
        }
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(refusal(folder.resolve("gone.onnx"))).contains("There is no model file");
    }

    @Test
    void a_folder_is_not_a_model() {
        assertThat(refusal(folder)).contains("folder");
    }

    @Test
    void an_empty_file_is_called_empty() throws IOException {
        assertThat(refusal(file(new byte[0]))).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 0.9, 0.999, 0.99999})
    void a_file_cut_short_is_called_damaged(double share) throws IOException {
        byte[] whole = Files.readAllBytes(BASELINE);
        byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
        assertThat(refusal(file(part))).contains("damaged or cut short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><title>404</title>", "version https://git-lfs", "\0"})
    void a_file_of_another_kind_is_called_no_model(String content) throws IOException {
        assertThat(refusal(file(content.getBytes(StandardCharsets.UTF_8))))
                .contains("is not an ONNX model");
    }

    @Test
    void a_picture_is_called_no_model() throws IOException {
        Path picture = Path.of("src/test/resources/faces/s01-happy.jpg");
        assertThat(refusal(file(Files.readAllBytes(picture)))).contains("is not an ONNX model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "labels",
                "label_set",
                "crop_margin",
                "temperature",
                "uncertain_below",
                "trained_on",
                "licence",
                "version",
                "card"
            })
    void a_missing_key_is_named(String key) throws IOException {
        assertThat(refusal(sound().without(key))).contains("lack \"" + key + "\"");
        assertThat(refusal(sound().with(key, " "))).contains("lack \"" + key + "\"");
    }

    @ParameterizedTest
    @CsvSource({"crop_margin,wide", "temperature,'0,62'", "uncertain_below,half"})
    void a_number_that_is_none_is_quoted(String key, String value) throws IOException {
        assertThat(refusal(sound().with(key, value)))
                .contains("\"" + key + "\"", "\"" + value + "\"", "must be a number");
    }

    @ParameterizedTest
    @CsvSource({
        "crop_margin,-0.5",
        "crop_margin,3",
        "temperature,0",
        "temperature,-1",
        "temperature,NaN",
        "temperature,Infinity",
        "uncertain_below,1.5",
        "uncertain_below,-0.1",
        "uncertain_below,0"
    })
    void a_number_out_of_range_is_told_with_the_range(String key, String value) throws IOException {
        assertThat(refusal(sound().with(key, value)))
                .contains("\"" + key + "\"", value, "must be from");
    }

    @Test
    void a_label_that_the_program_cannot_name_is_refused() throws IOException {
        assertThat(refusal(TinyModel.of("neutral", "guilt"))).contains("\"guilt\"", "contempt");
    }

    @Test
    void labels_must_differ_and_be_two_at_least() throws IOException {
        assertThat(refusal(TinyModel.of("neutral", "neutral"))).contains("twice");
        assertThat(refusal(TinyModel.of("neutral"))).contains("at least two");
    }

    @Test
    void labels_must_be_as_many_as_the_outputs() throws IOException {
        assertThat(refusal(sound().with("labels", "neutral,happiness")))
                .contains("2 labels", "\"logits\" has 3");
    }

    @Test
    void a_model_with_other_tensors_is_called_no_expression_model() throws IOException {
        TinyModel pictures = sound();
        pictures.inputName = "data_0";
        assertThat(refusal(pictures)).contains("\"face\"", "[N, 1, H, W]", "data_0");
        TinyModel classes = sound();
        classes.logitsName = "softmax";
        assertThat(refusal(classes)).contains("\"logits\"", "softmax");
        TinyModel unexplained = sound();
        unexplained.mapName = "features";
        assertThat(refusal(unexplained)).contains("\"cam\"", "features");
    }

    @Test
    void a_model_for_one_face_at_a_time_is_refused() throws IOException {
        TinyModel single = sound();
        single.inputShape = new long[] {1, 1, TinyModel.SIDE, TinyModel.SIDE};
        assertThat(refusal(single)).contains("\"face\"", "[N, 1, H, W]", "[1, 1, 4, 4]");
    }

    @Test
    void a_model_for_pictures_of_any_size_is_refused() throws IOException {
        TinyModel open = sound();
        open.inputShape = new long[] {-1, 1, -1, -1};
        assertThat(refusal(open)).contains("\"face\"", "[?, 1, ?, ?]");
    }

    @Test
    void a_model_for_colour_is_refused() throws IOException {
        TinyModel colour = sound();
        colour.inputShape = new long[] {-1, -1, TinyModel.SIDE, TinyModel.SIDE};
        assertThat(refusal(colour)).contains("\"face\"", "[?, ?, 4, 4]");
    }

    @Test
    void a_model_whose_graph_contradicts_itself_is_refused() throws IOException {
        TinyModel bytes = sound();
        bytes.inputType = TensorProto.DataType.UINT8_VALUE;
        assertThat(refusal(bytes)).contains("cannot be run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Loop", "Scan", "If", "ConstantOfShape", "Expand", "Tile", "Resize"})
    void a_model_that_could_run_for_ever_or_take_all_memory_is_refused_before_it_runs(
            String operator) throws IOException {
        TinyModel endless = TinyModel.of("neutral", "happiness");
        endless.operator = operator;

        assertThat(refusal(file(endless.bytes())))
                .contains("it holds \"" + operator + "\"")
                .contains("choose another model");
    }

    @Test
    void a_model_that_would_take_gigabytes_is_refused_before_it_runs() throws IOException {
        TinyModel wide = TinyModel.of("neutral", "happiness");
        wide.inputShape = new long[] {-1, 1, 512, 512};
        ModelProto.Builder model = ModelProto.parseFrom(wide.bytes()).toBuilder();
        TensorProto.Builder weights =
                TensorProto.newBuilder().setName("many").setDataType(1).addDims(40_000);
        weights.addDims(1).addDims(1).addDims(1);
        for (int i = 0; i < 40_000; i++) {
            weights.addFloatData(1);
        }
        model.getGraphBuilder()
                .addInitializer(weights)
                .addNode(
                        NodeProto.newBuilder()
                                .setOpType("Conv")
                                .addInput("face")
                                .addInput("many")
                                .addOutput("wide"));

        assertThat(refusal(file(model.build().toByteArray())))
                .contains("\"Conv\"", "more memory or time", "Choose another model");
    }

    @Test
    void a_model_with_an_unknown_operator_is_refused_with_its_name() throws IOException {
        TinyModel foreign = sound();
        foreign.operator = "FancyConv";
        assertThat(refusal(foreign))
                .contains("FancyConv")
                .doesNotContain("ONNXRuntimeError", "Error code", ".cc:");
    }

    @Test
    void sizes_left_open_by_the_outputs_are_worked_out_from_the_graph() throws Exception {
        TinyModel open = sound();
        open.declaresSizes = false;
        try (var reader = OnnxExpressionReader.open(file(open.bytes()), ExecutionProvider.CPU)) {
            assertThat(reader.metadata().labels().size()).isEqualTo(3);
        }
    }

    @Test
    void a_model_that_answers_with_no_number_is_refused() throws IOException {
        TinyModel broken =
                new TinyModel(
                        Arrays.asList("neutral", "happiness"),
                        new float[] {Float.NaN, 1},
                        new float[2]);
        assertThat(refusal(broken)).contains("not numbers");
    }

    @Test
    void a_refusal_is_told_in_german_too() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertThat(refusal(sound().without("card"))).contains("fehlt „card“");
    }

    @Test
    void the_other_files_of_the_project_are_no_models() {
        assertThat(refusal(Path.of("models/expression-baseline.md")))
                .contains("is not an ONNX model");
        assertThat(refusal(Path.of("cascades/haarcascade_frontalface_default.xml")))
                .contains("is not an ONNX model");
    }
}
