package org.classbarometer.training.torch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.classbarometer.training.net.Description;
import org.classbarometer.training.net.Parameter;
import org.classbarometer.training.net.PyramidNetwork;
import tools.jackson.databind.json.JsonMapper;

/// A pyramid that learns in a program of its own, `src/training/elsewhere/pyramid.py`, which says how the
/// two talk: where that program's PyTorch has a GPU or computes with 16 bits, it is several times as fast.
/// All state is fetched from it, so that a run goes on inside as well as outside.
public final class OuterPyramid implements PyramidLearner {
    private static final String MEAN = "mean:";
    private static final String SQUARE = "square:";

    private final PyramidNetwork pyramid;
    private final List<Parameter> all;
    private final List<Parameter> trained;
    private final Process process;
    private final InputStream from;
    private final OutputStream to;

    private OuterPyramid(List<String> command, PyramidNetwork pyramid) throws IOException {
        this.pyramid = pyramid;
        this.all = pyramid.parameters();
        this.trained = all.stream().filter(Parameter::trained).toList();
        this.process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        this.from = new BufferedInputStream(process.getInputStream(), 1 << 16);
        this.to = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    }

    /// Starts the program and hands it the state.
    ///
    /// @param command with its arguments
    /// @throws IOException when it cannot be started or ends at once; what it says is on standard error
    public static OuterPyramid resume(
            List<String> command, PyramidNetwork pyramid, Learner.State state) throws IOException {
        OuterPyramid outer = new OuterPyramid(command, pyramid);
        try {
            outer.begin(state);
            return outer;
        } catch (IOException ended) {
            outer.close();
            throw new IOException(
                    "the program outside, " + String.join(" ", command) + ", ended at once", ended);
        }
    }

    private void begin(Learner.State state) throws IOException {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("stem", Description.of(pyramid.stem()));
        said.put(
                "levels",
                pyramid.levels().stream()
                        .map(level ->
                                Map.of(
                                        "stage", Description.of(level.stage()),
                                        "lateral", Description.of(level.lateral()),
                                        "head", Description.of(level.head())))
                        .toList());
        said.put("parameters", Description.of(all));
        byte[] json =
                JsonMapper.builder()
                        .build()
                        .writeValueAsString(said)
                        .getBytes(StandardCharsets.UTF_8);
        to.write(numbers(Integer.BYTES).putInt(json.length).array());
        to.write(json);
        put(all, name -> state.weights().get(name));
        put(all, name -> state.average().get(name));
        put(trained, name -> state.optimiser().get(MEAN + name));
        put(trained, name -> state.optimiser().get(SQUARE + name));
        to.write(numbers(Long.BYTES).putLong(state.steps()).array());
        to.flush();
    }

    // An optimiser that has not taken a step has no arrays yet.
    private void put(
            List<Parameter> parameters,
            Function<String, float @org.jspecify.annotations.Nullable []> values)
            throws IOException {
        for (Parameter parameter : parameters) {
            float[] array = values.apply(parameter.name());
            put(array == null ? new float[parameter.size()] : array);
        }
    }

    @Override
    public float learn(float[] pictures, int count, int side, Step step, Teacher teacher) {
        try {
            to.write('L');
            to.write(
                    numbers(5 * Integer.BYTES)
                            .putInt(count)
                            .putInt(side)
                            .putFloat(step.rate())
                            .putFloat(step.decay())
                            .putFloat(step.averaging())
                            .array());
            put(pictures);
            to.flush();
            Verdict verdict = teacher.judge(answers().stream().map(Answer::values).toList());
            if (!Float.isFinite(verdict.loss())) {
                throw new IllegalStateException("the loss is " + verdict.loss());
            }
            for (float[] gradient : verdict.gradients()) {
                put(gradient);
            }
            to.flush();
            return verdict.loss();
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    @Override
    public List<LevelAnswer> outputs(float[] picture, int width, int height) {
        try {
            to.write('A');
            to.write(numbers(2 * Integer.BYTES).putInt(width).putInt(height).array());
            put(picture);
            to.flush();
            return answers().stream()
                    .map(one ->
                            new LevelAnswer(
                                    one.values(), one.channels(), one.height(), one.width()))
                    .toList();
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    @Override
    public Learner.State state() {
        try {
            to.write('S');
            to.flush();
            Map<String, float[]> weights = arrays("", all);
            Map<String, float[]> average = arrays("", all);
            Map<String, float[]> optimiser = arrays(MEAN, trained);
            optimiser.putAll(arrays(SQUARE, trained));
            return new Learner.State(
                    weights, average, optimiser, numbers(from, Long.BYTES).getLong());
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    private Map<String, float[]> arrays(String before, List<Parameter> parameters)
            throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            arrays.put(before + parameter.name(), floats(parameter.size()));
        }
        return arrays;
    }

    /// @param values [count, channels, height, width]
    private record Answer(float[] values, int channels, int height, int width) {}

    private List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (int level = 0; level < pyramid.levels().size(); level++) {
            ByteBuffer shape = numbers(from, 4 * Integer.BYTES);
            int count = shape.getInt();
            int channels = shape.getInt();
            int height = shape.getInt();
            int width = shape.getInt();
            answers.add(
                    new Answer(floats(count * channels * height * width), channels, height, width));
        }
        return answers;
    }

    private float[] floats(int count) throws IOException {
        float[] values = new float[count];
        numbers(from, count * Float.BYTES).asFloatBuffer().get(values);
        return values;
    }

    private void put(float[] values) throws IOException {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        to.write(bytes);
    }

    private static ByteBuffer numbers(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer numbers(InputStream from, int bytes) throws IOException {
        byte[] read = from.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("the program outside has ended");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static UncheckedIOException gone(IOException broken) {
        return new UncheckedIOException("the program outside: " + broken.getMessage(), broken);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
