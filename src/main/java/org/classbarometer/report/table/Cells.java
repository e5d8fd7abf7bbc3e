package org.classbarometer.report.table;

import java.time.OffsetDateTime;

/// How values are written into the cells of our CSV files.
public final class Cells {
    // What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), the
    // full-width forms of East Asian keyboards included.
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final char TEXT_MARK = '\'';

    private Cells() {}

    /// A free text as a cell that no spreadsheet runs: one that could begin a formula gets an
    /// apostrophe before it. So does one that begins with an apostrophe, so that taking away the
    /// first apostrophe of any cell gives the text back.
    public static String text(String value) {
        if (value.isEmpty()) {
            return value;
        }
        boolean formula =
                FORMULA.indexOf(value.charAt(0)) >= 0
                        || value.codePoints()
                                .dropWhile(Cells::unseen)
                                .limit(1)
                                .anyMatch(c -> FORMULA.indexOf(c) >= 0);
        return formula || value.charAt(0) == TEXT_MARK ? TEXT_MARK + value : value;
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
