package org.classbarometer.cli.watch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.report.table.Cells;
import org.classbarometer.text.Text;

/// The mood timeline as a CSV file (RFC 4180, UTF-8, ISO 8601 times in UTC). It grows in a file
/// beside its target that takes the target's place at the end in one step: what was there before is
/// whole until then, and stays when anything fails. Called on one thread at a time.
final class TimelineFile implements AutoCloseable, CsvOutput.Rows {
    private static final String HEADER = "time,seconds,";

    /// What is typed for standard output.
    static final Path STANDARD_OUTPUT = Path.of("-");

    private final Optional<Target> place;
    private final LabelSet labels;
    private final Writer out;
    private final CSVPrinter printer;

    /// Where the file grows and whose place it takes.
    private record Target(Path target, Growing growing) {}

    private TimelineFile(Optional<Target> place, Writer out, LabelSet labels) throws IOException {
        this.place = place;
        this.labels = labels;
        this.out = out;
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    }

    /// Writes row by row to what others read while it grows.
    static TimelineFile on(PrintWriter out, LabelSet labels) throws CommandProblem {
        try {
            TimelineFile file = new TimelineFile(Optional.empty(), out, labels);
            file.header();
            return file;
        } catch (IOException failed) {
            throw problem(STANDARD_OUTPUT, failed);
        }
    }

    /// Starts a file, with its header.
    ///
    /// @param replace whether a file that is no timeline may be replaced
    /// @throws CommandProblem when nothing can be written there, or something else is there; nothing
    ///     is left behind then
    static TimelineFile create(Path wanted, LabelSet labels, boolean replace)
            throws CommandProblem {
        try {
            Path target = Files.exists(wanted) ? wanted.toRealPath() : wanted.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new CommandProblem(
                        ExitCode.OUTPUT, Text.of("cli.csv.special", wanted.toString()));
            }
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString());
            }
            if (!replace && !isFree(target)) {
                throw new CommandProblem(
                        ExitCode.OUTPUT, Text.of("cli.csv.foreign", wanted.toString()));
            }
            Growing growing = Growing.file(target);
            TimelineFile file =
                    new TimelineFile(
                            Optional.of(new Target(target, growing)),
                            new BufferedWriter(
                                    new OutputStreamWriter(
                                            Channels.newOutputStream(growing.channel()),
                                            StandardCharsets.UTF_8)),
                            labels);
            try {
                file.header();
                return file;
            } catch (IOException failed) {
                file.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw problem(wanted, failed);
        }
    }

    // Nothing, an empty file, or an older timeline, which begins with our header.
    private static boolean isFree(Path target) throws IOException {
        if (Files.notExists(target)) {
            return true;
        }
        try (InputStream file = Files.newInputStream(target)) {
            byte[] beginning = file.readNBytes(HEADER.length());
            return beginning.length == 0
                    || HEADER.equals(new String(beginning, StandardCharsets.ISO_8859_1));
        }
    }

    private void header() throws IOException {
        List<String> names = new ArrayList<>(List.of("time", "seconds", "people", "uncertain"));
        names.addAll(labels.labels());
        names.add("suppressed");
        printer.printRecord(names);
        flush();
    }

    // A print writer keeps what failed to itself.
    private void flush() throws IOException {
        printer.flush();
        if (out instanceof PrintWriter quiet && quiet.checkError()) {
            throw new IOException(Text.of("cli.unprinted"));
        }
    }

    /// Writes a row: start of the bucket, about how many people were certainly read and how many not, share
    /// of the certainly read that is told of each label. A suppressed row has only its time.
    @Override
    public void add(Instant time, Bucket bucket) throws CommandProblem {
        List<String> row = new ArrayList<>();
        row.add(time.truncatedTo(ChronoUnit.MILLIS).toString());
        row.add(Long.toString(CsvOutput.BUCKET.toSeconds() * bucket.index()));
        if (bucket.mood().isPresent()) {
            BucketMood mood = bucket.mood().get();
            row.add(Cells.number(mood.people(), 0));
            row.add(Cells.number(mood.uncertain(), 0));
            for (int i = 0; i < labels.size(); i++) {
                row.add(Cells.number(mood.shares()[i], 2));
            }
            row.add(Cells.flag(false));
        } else {
            for (int i = 0; i < 2 + labels.size(); i++) {
                row.add("");
            }
            row.add(Cells.flag(true));
        }
        try {
            printer.printRecord(row);
            // A full disk shall be told when it fills, not at the end of the lesson.
            flush();
        } catch (IOException failed) {
            throw problem(target(), failed);
        }
    }

    private Path target() {
        return place.map(Target::target).orElse(STANDARD_OUTPUT);
    }

    /// Puts the file into its place.
    void finish() throws CommandProblem {
        try {
            flush();
            if (place.isPresent()) {
                place.get().growing().finish(place.get().target());
                place.get().growing().close();
            }
        } catch (IOException failed) {
            throw problem(target(), failed);
        }
    }

    /// Leaves nothing behind unless [#finish()] succeeded.
    @Override
    public void close() {
        place.ifPresent(there -> there.growing().close());
    }

    private static CommandProblem problem(Path target, IOException failed) {
        if (target.equals(STANDARD_OUTPUT)) {
            return new CommandProblem(ExitCode.OUTPUT, String.valueOf(failed.getMessage()), failed);
        }
        String file = target.toString();
        Path folder = target.toAbsolutePath().getParent();
        String message =
                switch (failed) {
                    case NoSuchFileException _ when folder != null && !Files.isDirectory(folder) ->
                            Text.of("cli.csv.folder", file, folder.toString());
                    case AccessDeniedException _ -> Text.of("cli.csv.denied", file);
                    default -> Text.of("cli.csv.failed", file, Failure.reason(failed));
                };
        return new CommandProblem(ExitCode.OUTPUT, message, failed);
    }
}
