package org.classbarometer.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.classbarometer.budget.Budget;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExplanationMap;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.LabelView;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.expression.Reading;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Installation;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.UiOptions;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// The commands' surroundings with a simulated source, finder and model: ten frames a second, as
/// many faces in each as a test wants, the first half of them happy, the rest neutral.
public final class SimulatedClassroom {
    public static final int FRAMES_PER_SECOND = 10;
    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123456Z");

    public final StringWriter out = new StringWriter();
    public final StringWriter err = new StringWriter();
    final Map<String, String> environment = new HashMap<>();
    final Path home;
    public IntUnaryOperator facesAtFrame = _ -> 12;
    public int uncertainFaces;

    /// Whether nothing can be printed, as on a full disk.
    boolean outBroken;

    /// Ten a second.
    public int frames = 100;

    public Optional<UserProblem> unusable = Optional.empty();
    public FrameSources sources = _ -> new Clip();

    Optional<UiOptions> opened = Optional.empty();
    public Optional<MonitorSettings> settings = Optional.empty();
    public Optional<Path> model = Optional.empty();
    public Optional<ExecutionProvider> provider = Optional.empty();

    public SimulatedClassroom(Path home) {
        OpenCv.load();
        this.home = home;
    }

    private static Writer full() {
        return new OutputStreamWriter(
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                StandardCharsets.UTF_8);
    }

    /// Runs the command line and returns its exit code.
    public int run(String... arguments) {
        Surroundings surroundings =
                new Surroundings(
                        new Installation(home, home.resolve("data")),
                        this::open,
                        options -> opened = Optional.of(options),
                        new PrintWriter(outBroken ? full() : out, true),
                        new PrintWriter(err, true),
                        false,
                        environment,
                        InstantSource.fixed(NOW));
        return ClassBarometerCommand.run(surroundings, arguments);
    }

    /// Whatever the model's file.
    public Monitor open(MonitorSettings wished) throws UserProblem {
        return open(Path.of("any.onnx"), ExecutionProvider.CPU, FinderChoice.HAAR, wished);
    }

    public Monitor open(
            Path file, ExecutionProvider wanted, FinderChoice finder, MonitorSettings wished)
            throws UserProblem {
        if (unusable.isPresent()) {
            throw unusable.get();
        }
        model = Optional.of(file);
        provider = Optional.of(wanted);
        settings = Optional.of(wished);
        return new Monitor(sources, new Finder(), new Reader(), 1, wished);
    }

    /// A recorded clip of grey frames.
    final class Clip implements FrameSource {
        private int next;

        @Override
        public String name() {
            return "simulated class";
        }

        @Override
        public boolean recorded() {
            return true;
        }

        @Override
        public double framesPerSecond() {
            return FRAMES_PER_SECOND;
        }

        @Override
        public OptionalLong lengthNanos() {
            return OptionalLong.of(frames * 1_000_000_000L / FRAMES_PER_SECOND);
        }

        @Override
        public OptionalLong read(Mat image) {
            if (next == frames) {
                return OptionalLong.empty();
            }
            image.create(8, 8, CvType.CV_8UC3);
            return OptionalLong.of(next++ * 1_000_000_000L / FRAMES_PER_SECOND);
        }

        @Override
        public void close() {}
    }

    private final class Finder implements FaceFinder {
        private int frame;

        @Override
        public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos, Budget budget) {
            int count = facesAtFrame.applyAsInt(frame++);
            // The box's x tells the simulated model what to read: 0 neutral, 1 happy, 2 unsure.
            return IntStream.range(0, count)
                    .mapToObj(i -> new TrackedFace(i + 1, new Box(kind(i, count), 0, 1, 1), true))
                    .toList();
        }

        private int kind(int face, int count) {
            if (face >= count - uncertainFaces) {
                return 2;
            }
            return face < (count - uncertainFaces) / 2 ? 1 : 0;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    private static final class Reader implements ExpressionReader {
        @Override
        public ModelMetadata metadata() {
            return new ModelMetadata(
                    LabelSet.FOUR, 0, 1, 0.5f, "nothing", "none", "simulated-1", "card.md", 1, 1);
        }

        @Override
        public String provider() {
            return "CPU";
        }

        @Override
        public float[][] probabilities(Mat grey, List<Box> faces) {
            return faces.stream().map(Reader::row).toArray(float[][]::new);
        }

        private static float[] row(Box face) {
            float[] row = new float[4];
            if (face.x() == 2) {
                Arrays.fill(row, 0.25f);
            } else {
                row[face.x()] = 1;
            }
            return row;
        }

        @Override
        public ExplanationMap explain(Mat grey, Box face) {
            throw new IllegalStateException("nobody asks for an explanation here");
        }

        @Override
        public LabelView view(LabelSet labels) {
            if (!labels.equals(LabelSet.FOUR) && !labels.experimental()) {
                throw new IllegalArgumentException(labels.name());
            }
            return new LabelView() {
                @Override
                public LabelSet labels() {
                    return labels;
                }

                @Override
                public Reading read(float[] probabilities) {
                    int best = probabilities[1] > probabilities[0] ? 1 : 0;
                    float confidence = probabilities[best];
                    float[] row = Arrays.copyOf(probabilities, labels.size());
                    return new Reading(labels, row, best, confidence, confidence < 0.5f);
                }
            };
        }

        @Override
        public void close() {}
    }
}
