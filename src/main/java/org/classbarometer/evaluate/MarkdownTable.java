package org.classbarometer.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A table of figures in Markdown, handed on line by line while they are measured. Numbers are written as in
/// English, whatever the language.
public final class MarkdownTable {
    private final Consumer<String> out;

    /// @param out takes every line, with its end
    /// @param columns with ` | ` between them
    public MarkdownTable(Consumer<String> out, String columns) {
        this(out, List.of(columns.split(" \\| ", -1)));
    }

    public MarkdownTable(Consumer<String> out, List<String> columns) {
        this.out = out;
        row(columns);
        out.accept("|" + "---|".repeat(columns.size()) + "\n");
    }

    /// @param cells as [String#format] has them, with ` | ` between them
    @SuppressWarnings("AnnotateFormatMethod") // The annotation alone would be one more library.
    public void row(String cells, Object... values) {
        row(List.of(String.format(Locale.ROOT, cells, values)));
    }

    public void row(List<String> cells) {
        out.accept("| " + String.join(" | ", cells) + " |\n");
    }
}
