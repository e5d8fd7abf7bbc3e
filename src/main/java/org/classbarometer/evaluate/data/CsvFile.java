package org.classbarometer.evaluate.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A csv file with a header, plain or gzipped, read row by row. Names of columns are compared
/// without their case and the blanks around them, as some editions of FER2013 write them.
final class CsvFile implements AutoCloseable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> header;

    private CsvFile(Path file, CSVParser parser) throws DataSetException {
        this.file = file;
        this.parser = parser;
        this.rows = parser.iterator();
        this.header = header(next());
    }

    /// @throws DataSetException when the file cannot be read
    static CsvFile open(Path file) throws DataSetException {
        try {
            Reader reader = new InputStreamReader(stream(file), StandardCharsets.UTF_8);
            CSVParser parser = FORMAT.parse(reader);
            try {
                return new CsvFile(file, parser);
            } catch (DataSetException unreadable) {
                parser.close();
                throw unreadable;
            }
        } catch (IOException failed) {
            throw DataSetException.unreadable(file, failed);
        }
    }

    private static InputStream stream(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            raw.mark(2);
            boolean zipped = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
            raw.reset();
            return zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
        } catch (IOException failed) {
            raw.close();
            throw failed;
        }
    }

    private static List<String> header(List<String> row) {
        List<String> names = new ArrayList<>();
        for (String name : row) {
            names.add(key(name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name));
        }
        return List.copyOf(names);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// The names of the columns, in lower case.
    List<String> header() {
        return header;
    }

    boolean has(String column) {
        return header.contains(key(column));
    }

    /// @return its index
    /// @throws DataSetException when there is no such column
    int column(String name) throws DataSetException {
        int index = header.indexOf(key(name));
        if (index < 0) {
            throw DataSetException.of(
                    "evaluate.data.column", file, name, String.join(", ", header));
        }
        return index;
    }

    /// @return the next row; empty at the end of the file
    /// @throws DataSetException when the rest of the file cannot be read
    List<String> next() throws DataSetException {
        try {
            return rows.hasNext() ? rows.next().toList() : List.of();
        } catch (UncheckedIOException | NoSuchElementException | IllegalStateException broken) {
            throw DataSetException.of(
                    "evaluate.data.broken", file, parser.getCurrentLineNumber(), reason(broken));
        }
    }

    /// Makes something of every row that is left.
    ///
    /// @param reader of the cells and the number of the row, from 0; it throws an
    ///     [IllegalArgumentException] or [IndexOutOfBoundsException] for a row that is not as it should
    ///     be
    /// @throws DataSetException when the rest of the file cannot be read or a row is wrong
    <T> List<T> rows(BiFunction<List<String>, Integer, T> reader) throws DataSetException {
        List<T> read = new ArrayList<>();
        for (List<String> row = next(); !row.isEmpty(); row = next()) {
            try {
                read.add(reader.apply(row, read.size()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException misread) {
                throw DataSetException.of(
                        "evaluate.data.row",
                        file,
                        read.size() + 2,
                        String.valueOf(misread.getMessage()));
            }
        }
        return List.copyOf(read);
    }

    private static String reason(RuntimeException broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            // It was only read: nothing can be lost.
            throw new UncheckedIOException(failed);
        }
    }
}
