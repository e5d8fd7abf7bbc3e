package org.classbarometer.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.output.Growing;
import org.classbarometer.output.OwnerOnly;
import org.classbarometer.text.UserProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model ships as two files that say nearly the same: one computes with float numbers, one with
/// eight bits. Which one is faster depends on the processor: it is timed once, for a third of a second,
/// and the answer kept in the user's data folder. May block; any thread.
public final class QuickestFile {
    /// What was found out about two files.
    ///
    /// @param file the faster one
    /// @param floatMillis a face takes on one thread with float numbers
    /// @param eightBitMillis the same with eight bits
    public record Timings(Path file, double floatMillis, double eightBitMillis) {}

    /// Times reading faces with two files of one model.
    interface Timing {
        /// @return milliseconds a face, of the first and of the second
        /// @throws UserProblem when a file cannot be used, or the two are of different models
        double[] compare(Path one, Path other) throws UserProblem;
    }

    private static final Logger LOG = LoggerFactory.getLogger(QuickestFile.class);
    private static final String EIGHT_BIT = "-8bit";
    private static final String SUFFIX = ".onnx";
    private static final String KEPT = "processor.properties";

    private final Installation installation;
    private final Timing timing;

    public QuickestFile(Installation installation) {
        this(installation, new FaceTiming());
    }

    QuickestFile(Installation installation, Timing timing) {
        this.installation = installation;
        this.timing = timing;
    }

    /// The file to be opened for a model: itself unless an eight-bit twin lies beside it and is faster
    /// here. A graphics processor is given float numbers.
    public Path of(Path model, ExecutionProvider provider) {
        return provider == ExecutionProvider.CPU
                ? compared(model, true).map(Timings::file).orElse(model)
                : model;
    }

    /// Which of the two is faster, as kept or as timed now; empty when there are no two, or one of
    /// them cannot be used. Writes nothing.
    public Optional<Timings> compared(Path model) {
        return compared(model, false);
    }

    private Optional<Timings> compared(Path model, boolean store) {
        Path twin = twin(model);
        if (!Files.exists(model) || !Files.exists(twin)) {
            return Optional.empty();
        }
        try {
            String pair = fingerprint(model, twin);
            Optional<Timings> stored = stored(pair, model, twin);
            if (stored.isPresent()) {
                return stored;
            }
            double[] millis = timing.compare(model, twin);
            Timings found = finding(model, twin, millis[0], millis[1]);
            if (store) {
                store(pair, found);
            }
            return Optional.of(found);
        } catch (UserProblem | IOException unusable) {
            LOG.warn("{} is used as it is: {}", model.getFileName(), unusable.getMessage());
            return Optional.empty();
        }
    }

    private static Path twin(Path model) {
        String name = String.valueOf(model.getFileName());
        String stem =
                name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return model.resolveSibling(stem + EIGHT_BIT + SUFFIX);
    }

    private static Timings finding(Path model, Path twin, double floats, double bytes) {
        return new Timings(bytes < floats ? twin : model, floats, bytes);
    }

    // Another processor or other files are timed anew.
    private static String fingerprint(Path model, Path twin) throws IOException {
        return String.join(
                " ",
                processor(),
                Long.toString(Files.size(model)),
                Files.getLastModifiedTime(model).toString(),
                Long.toString(Files.size(twin)),
                Files.getLastModifiedTime(twin).toString());
    }

    private static String processor() throws IOException {
        Path linux = Path.of("/proc/cpuinfo");
        String name = System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "");
        if (Files.isReadable(linux)) {
            try (var lines = Files.lines(linux)) {
                name = lines.filter(line -> line.startsWith("model name")).findFirst().orElse(name);
            }
        }
        return System.getProperty("os.arch", "") + " " + name;
    }

    private Path storedFile() {
        return installation.userData().resolve(KEPT);
    }

    private Optional<Timings> stored(String pair, Path model, Path twin) throws IOException {
        Properties stored = new Properties();
        try (var in = Files.newBufferedReader(storedFile())) {
            stored.load(in);
            return pair.equals(stored.getProperty("pair"))
                    ? Optional.of(
                            finding(
                                    model,
                                    twin,
                                    Double.parseDouble(stored.getProperty("float_ms", "")),
                                    Double.parseDouble(stored.getProperty("eight_bit_ms", ""))))
                    : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    // Not being able to remember costs a third of a second at the next start, and nothing else.
    private void store(String pair, Timings found) {
        Properties stored = new Properties();
        stored.setProperty("pair", pair);
        stored.setProperty("float_ms", String.format(Locale.ROOT, "%.3f", found.floatMillis()));
        stored.setProperty(
                "eight_bit_ms", String.format(Locale.ROOT, "%.3f", found.eightBitMillis()));
        try {
            StringWriter text = new StringWriter();
            stored.store(text, "which model file is faster on this processor");
            OwnerOnly.ownFolder(installation.userData());
            Growing.write(storedFile(), text.toString());
        } catch (IOException unwritable) {
            LOG.debug("Which model file is faster is not remembered: {}", unwritable.getMessage());
        }
    }
}
