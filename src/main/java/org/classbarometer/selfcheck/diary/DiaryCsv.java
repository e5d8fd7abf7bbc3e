package org.classbarometer.selfcheck.diary;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.report.table.Cells;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.text.Text;

/// The diary as a CSV file for the person's own use: RFC 4180, UTF-8 with the mark that spreadsheets
/// look for, ISO 8601 times with offset, oldest first. Not sealed.
public final class DiaryCsv {
    private static final int SCHEMA_VERSION = 1;
    private static final char UTF8_MARK = '\uFEFF';

    private DiaryCsv() {}

    /// Writes beside the target first: what was there before stays when anything fails.
    ///
    /// @throws DiaryException when it cannot be written
    public static void write(List<StoredEntry> entries, Path target) throws DiaryException {
        try (Growing growing = Growing.file(target)) {
            // Closed by what it grows in.
            Writer out =
                    new BufferedWriter(
                            Channels.newWriter(growing.channel(), StandardCharsets.UTF_8));
            out.write(UTF8_MARK);
            print(entries, out);
            out.flush();
            growing.finish(target);
        } catch (IOException failed) {
            throw new DiaryException(
                    Text.of("selfcheck.export.failed", target.toString(), Failure.reason(failed)),
                    failed);
        }
    }

    private static void print(List<StoredEntry> entries, Writer out) throws IOException {
        Set<String> labels = new LinkedHashSet<>();
        for (StoredEntry stored : entries) {
            stored.entry().machine().ifPresent(read -> labels.addAll(read.labels().labels()));
        }
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "schema_version",
                                "time",
                                "word",
                                "own_word",
                                "tone",
                                "note",
                                "machine_label",
                                "machine_confidence",
                                "machine_uncertain",
                                "machine_model"));
        labels.forEach(label -> header.add("machine_p_" + label));
        printer.printRecord(header);
        for (StoredEntry stored : entries.reversed()) {
            printer.printRecord(row(stored.entry(), labels));
        }
        printer.flush();
    }

    private static List<String> row(Entry entry, Set<String> labels) {
        List<String> row = new ArrayList<>();
        row.add(String.valueOf(SCHEMA_VERSION));
        row.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at()));
        switch (entry.word()) {
            case Word.Own(String words) -> {
                row.add(Cells.text(words));
                row.add("true");
            }
            case Word.Expression(String label) -> {
                row.add(label);
                row.add("false");
            }
        }
        row.add(entry.tone().id());
        row.add(Cells.text(entry.note()));
        Optional<MachineReading> machine = entry.machine();
        row.add(machine.filter(read -> !read.uncertain()).map(MachineReading::label).orElse(""));
        row.add(machine.map(read -> decimal(read.confidence())).orElse(""));
        row.add(machine.map(read -> String.valueOf(read.uncertain())).orElse(""));
        row.add(machine.map(read -> Cells.text(read.model())).orElse(""));
        for (String label : labels) {
            row.add(machine.map(read -> probability(read, label)).orElse(""));
        }
        return row;
    }

    private static String probability(MachineReading read, String label) {
        int index = read.labels().labels().indexOf(label);
        return index < 0 ? "" : decimal(read.probabilities().get(index));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
