package org.classbarometer.expression;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What reading faces costs on one thread: the crop alone, the model with its crops in batches of 1,
/// 4 and 12, the view and the explanation. Run with `-prof gc` it also tells what a frame allocates.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {
    @Param({"1", "4", "12"})
    public int faces;

    private Mat grey;
    private OnnxExpressionReader reader;
    private FaceCrop crop;
    private FloatBuffer pixels;
    private float[] probabilities;
    private List<Box> boxes;

    @Setup
    public void open() throws ModelException {
        OpenCv.load();
        grey = new Mat(720, 1280, CvType.CV_8UC1);
        Core.randu(grey, 0, 255);
        reader =
                OnnxExpressionReader.open(
                        Path.of("models/expression-baseline.onnx"), ExecutionProvider.CPU);
        crop = FaceCrop.of(reader.metadata());
        pixels = FloatBuffer.allocate(crop.length());
        boxes =
                IntStream.range(0, faces)
                        .mapToObj(face -> new Box(100 * face, 50 * face, 90, 90))
                        .toList();
        probabilities = reader.probabilities(grey, boxes)[0];
    }

    @TearDown
    public void close() {
        crop.close();
        reader.close();
        grey.release();
    }

    @Benchmark
    public FloatBuffer crops() {
        for (Box box : boxes) {
            crop.into(grey, box, pixels, 0);
        }
        return pixels;
    }

    @Benchmark
    public float[][] probabilities() {
        return reader.probabilities(grey, boxes);
    }

    @Benchmark
    public Reading view() {
        return reader.view(LabelSet.FOUR).read(probabilities);
    }

    @Benchmark
    public float[] explanation() {
        return reader.explain(grey, boxes.getFirst()).heat(0, 240, 240);
    }
}
