package org.classbarometer.report.table;

import java.time.OffsetDateTime;

/// How values are written into the cells of our CSV files.
public final class Cells {
    // What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), the
    // full-width forms of East Asian keyboards included.
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String SEPARATORS = ";\t\r\n";
    private static final char TEXT_MARK = '\'';

    private Cells() {}

    /// A free text as a cell that no spreadsheet runs: where a formula could begin stands an apostrophe.
    /// A formula could begin at the beginning, and after a semicolon, tab or line break, where a
    /// spreadsheet that takes those for separators begins a cell. An apostrophe that stands there
    /// already gets another, so that taking away one apostrophe at each such place gives the text back.
    public static String text(String value) {
        StringBuilder cell = new StringBuilder(value.length() + 1);
        for (int from = 0; from < value.length(); ) {
            int end = from;
            while (end < value.length() && SEPARATORS.indexOf(value.charAt(end)) < 0) {
                end++;
            }
            String part = value.substring(from, Math.min(end + 1, value.length()));
            // A part that is a separator alone can begin no formula; at the beginning of a cell, a
            // tab or a line break can.
            boolean bare = from > 0 && from == end;
            if (!bare && (part.charAt(0) == TEXT_MARK || beginsFormula(part))) {
                cell.append(TEXT_MARK);
            }
            cell.append(part);
            from = end + 1;
        }
        return cell.toString();
    }

    private static boolean beginsFormula(String part) {
        return FORMULA.indexOf(part.charAt(0)) >= 0
                || part.codePoints()
                        .dropWhile(c -> c == '"' || unseen(c))
                        .limit(1)
                        .anyMatch(c -> FORMULA.indexOf(c) >= 0);
    }

    // Blanks and format characters, which spreadsheets may drop before they look for a formula.
    private static boolean unseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /// ISO 8601 to the second, with the offset: `2026-11-22T09:00:00+01:00`.
    public static String time(OffsetDateTime value) {
        // Without a formatter, like the numbers below: a table of all lessons has millions of them.
        StringBuilder cell = new StringBuilder(25).append(value.toLocalDate()).append('T');
        twoDigits(cell, value.getHour()).append(':');
        twoDigits(cell, value.getMinute()).append(':');
        return twoDigits(cell, value.getSecond()).append(value.getOffset().getId()).toString();
    }

    private static StringBuilder twoDigits(StringBuilder cell, int number) {
        return cell.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /// With a decimal point and a fixed number of places; empty for NaN. Ten times as fast as
    /// [String#format], which counts over a year of buckets.
    ///
    /// @param value below 10^12 in amount
    /// @param places 0 to 6
    public static String number(double value, int places) {
        if (Double.isNaN(value)) {
            return "";
        }
        long unit = 1;
        for (int i = 0; i < places; i++) {
            unit *= 10;
        }
        long scaled = Math.round(Math.abs(value) * unit);
        String sign = value < 0 && scaled > 0 ? "-" : "";
        if (places == 0) {
            return sign + scaled;
        }
        String digits = Long.toString(scaled % unit);
        return sign + scaled / unit + "." + "0".repeat(places - digits.length()) + digits;
    }

    /// `yes` or `no`.
    public static String flag(boolean value) {
        return value ? "yes" : "no";
    }
}
