package org.classbarometer.monitor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What every frame costs before a face is looked for: the grey picture and the masks, at 1280x720.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PictureBenchmark {
    private Mat frame;
    private Mat grey;
    private final Masks mask = new Masks(List.of(new Masks.Region(0.1, 0.2, 0.25, 0.5)));

    @Setup
    public void open() {
        OpenCv.load();
        frame = new Mat(720, 1280, CvType.CV_8UC3);
        grey = new Mat();
        Core.randu(frame, 0, 255);
    }

    @TearDown
    public void close() {
        frame.release();
        grey.release();
    }

    @Benchmark
    public Mat grey() {
        Imgproc.cvtColor(frame, grey, Imgproc.COLOR_BGR2GRAY);
        return grey;
    }

    @Benchmark
    public Mat blurQuarterOfThePicture() {
        mask.blur(frame);
        return frame;
    }
}
