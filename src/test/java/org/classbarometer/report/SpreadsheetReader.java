package org.classbarometer.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads CSV by the grammar of RFC 4180, section 2, and knows nothing of how we write it; a file
/// that does not follow the grammar is refused.
final class SpreadsheetReader {
    private final String text;
    private int at;

    private SpreadsheetReader(String text) {
        this.text = text;
    }

    /// Rows by the names of their columns.
    static List<Map<String, String>> rows(Path file) throws IOException {
        return rows(Files.readString(file, StandardCharsets.UTF_8));
    }

    static List<Map<String, String>> rows(String text) throws IOException {
        List<List<String>> records = new SpreadsheetReader(text).records();
        List<String> header = records.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            if (record.size() != header.size()) {
                throw new IOException("A record of another length: " + record);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), record.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> records() throws IOException {
        List<List<String>> records = new ArrayList<>();
        while (at < text.length()) {
            List<String> record = new ArrayList<>();
            record.add(field());
            while (next(',')) {
                record.add(field());
            }
            if (!next('\r') || !next('\n')) {
                throw new IOException("No CRLF after " + record);
            }
            records.add(record);
        }
        return records;
    }

    private boolean next(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private String field() throws IOException {
        StringBuilder field = new StringBuilder();
        if (next('"')) {
            while (true) {
                if (next('"')) {
                    if (!next('"')) {
                        return field.toString();
                    }
                    field.append('"');
                } else if (at < text.length()) {
                    field.append(text.charAt(at++));
                } else {
                    throw new IOException("A quote that does not end");
                }
            }
        }
        while (at < text.length() && ",\r\n\"".indexOf(text.charAt(at)) < 0) {
            field.append(text.charAt(at++));
        }
        return field.toString();
    }
}
