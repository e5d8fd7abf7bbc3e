package org.classbarometer.report.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.Bucket;
import org.classbarometer.report.format.SessionWriter;
import org.classbarometer.report.table.Tables.BucketRow;
import org.classbarometer.report.table.Tables.MarkerRow;
import org.classbarometer.report.table.Tables.SessionRow;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// Writes sessions into the CSV files of an export.
public final class CsvExport implements SessionWriter {
    public static final String SESSIONS = "sessions.csv";
    public static final String BUCKETS = "buckets.csv";
    public static final String MARKERS = "markers.csv";
    public static final String DICTIONARY = "data-dictionary.csv";

    /// Every file of an export, in the order in which a reader wants them.
    public static final List<String> FILES = List.of(SESSIONS, BUCKETS, MARKERS, DICTIONARY);

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<Writer> open = new ArrayList<>();
    private final Tables tables;
    private final CSVPrinter sessions;
    private final Writer buckets;
    private final CSVPrinter markers;

    /// Starts the files, and writes the one that describes them.
    ///
    /// @param folder exists and has no such files
    /// @param exported every session that will come: their labels are columns
    /// @param locale language of the data dictionary
    public CsvExport(Path folder, List<Session> exported, boolean byteOrderMark, Locale locale)
            throws IOException {
        tables = new Tables(exported);
        try {
            try (CSVPrinter dictionary =
                    new CSVPrinter(writer(folder.resolve(DICTIONARY), byteOrderMark), FORMAT)) {
                dictionary.printRecord("file", "column", "meaning", "unit", "range");
                describe(dictionary, SESSIONS, tables.sessions(), locale);
                describe(dictionary, BUCKETS, tables.buckets(), locale);
                describe(dictionary, MARKERS, tables.markers(), locale);
            }
            sessions = start(folder.resolve(SESSIONS), byteOrderMark, tables.sessions());
            buckets = writer(folder.resolve(BUCKETS), byteOrderMark);
            open.add(buckets);
            write(Column.names(tables.buckets()));
            markers = start(folder.resolve(MARKERS), byteOrderMark, tables.markers());
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    private <R> CSVPrinter start(Path file, boolean byteOrderMark, List<Column<R>> columns)
            throws IOException {
        Writer writer = writer(file, byteOrderMark);
        open.add(writer);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(Column.names(columns));
        return printer;
    }

    private static Writer writer(Path file, boolean byteOrderMark) throws IOException {
        BufferedWriter writer =
                new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8),
                        1 << 16);
        if (byteOrderMark) {
            writer.write(BYTE_ORDER_MARK);
        }
        return writer;
    }

    // There are thousands of buckets to a session, and no cell of them ever needs quotes.
    private void write(List<String> plain) throws IOException {
        for (int i = 0; i < plain.size(); i++) {
            if (i > 0) {
                buckets.write(',');
            }
            buckets.write(plain.get(i));
        }
        buckets.write("\r\n");
    }

    private static <R> void describe(
            CSVPrinter dictionary, String file, List<Column<R>> columns, Locale locale)
            throws IOException {
        for (Column<R> column : columns) {
            String meaning =
                    Text.of(
                            locale,
                            "report.column." + column.meaning(),
                            column.label()
                                    .map(label -> LabelLook.of(label).name(locale))
                                    .orElse(""));
            dictionary.printRecord(file, column.name(), meaning, column.unit(), column.range());
        }
    }

    @Override
    public void add(Timeline timeline) throws IOException {
        Session session = timeline.session();
        sessions.printRecord(
                Column.cells(tables.sessions(), new SessionRow(timeline, timeline.series().all())));
        for (Bucket bucket : timeline.buckets()) {
            write(Column.cells(tables.buckets(), new BucketRow(session, bucket)));
        }
        for (Marker marker : timeline.markers()) {
            markers.printRecord(Column.cells(tables.markers(), new MarkerRow(session, marker)));
        }
    }

    /// Closes every file, and tells the first that could not be written to its end.
    @Override
    public void close() throws IOException {
        @Nullable IOException first = null;
        for (Writer file : open) {
            try {
                file.close();
            } catch (IOException failed) {
                if (first == null) {
                    first = failed;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
