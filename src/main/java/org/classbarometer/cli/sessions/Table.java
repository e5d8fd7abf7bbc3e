package org.classbarometer.cli.sessions;

import org.classbarometer.text.Text;

/// Columns of text, for a terminal. Put together by hand: with a format it took most of the time of a long list.
final class Table {
    private static final String GAP = "  ";

    private final int[] widths;
    private final StringBuilder rows = new StringBuilder();

    /// @param widths of all columns but the last, which is as long as it is; negative for a column that begins at the
    ///     left. What is longer pushes the rest aside
    Table(int... widths) {
        this.widths = widths.clone();
    }

    /// @param cells one more than widths
    void row(String... cells) {
        for (int i = 0; i < widths.length; i++) {
            String cell = Text.line(cells[i]);
            int blanks = Math.max(0, Math.abs(widths[i]) - cell.length());
            if (widths[i] > 0) {
                rows.repeat(' ', blanks).append(cell);
            } else {
                rows.append(cell).repeat(' ', blanks);
            }
            rows.append(GAP);
        }
        rows.append(Text.line(cells[widths.length]));
        endLine();
    }

    // Most rows have nothing in the last column: no line ends in blanks.
    private void endLine() {
        int end = rows.length();
        while (end > 0 && rows.charAt(end - 1) == ' ') {
            end--;
        }
        rows.setLength(end);
        rows.append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
