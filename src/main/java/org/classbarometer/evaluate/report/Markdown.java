package org.classbarometer.evaluate.report;

import java.util.List;
import java.util.stream.Collectors;
import org.classbarometer.evaluate.report.ReportText.Block;

/// A report as Markdown with tables (GitHub's dialect); pictures are files beside it.
public final class Markdown {
    private Markdown() {}

    public static String of(ReportText document) {
        return "# "
                + escaped(document.title())
                + "\n\n"
                + document.blocks().stream().map(Markdown::of).collect(Collectors.joining("\n"));
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                    "#".repeat(heading.level()) + " " + escaped(heading.text()) + "\n";
            case Block.Paragraph paragraph -> escaped(paragraph.text()) + "\n";
            case Block.Code code -> "```\n" + code.text() + "\n```\n";
            case Block.Picture picture ->
                    "![%s](%s.svg)%n".formatted(escaped(picture.description()), picture.name());
            case Block.Table table -> of(table);
        };
    }

    private static String of(Block.Table table) {
        boolean words = table.header().size() == 2;
        return row(table.header())
                + "|---|"
                + (words ? "---|" : "---:|").repeat(table.header().size() - 1)
                + "\n"
                + table.rows().stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(Markdown::escaped)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    // Names of files and columns are full of what Markdown takes for emphasis.
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_|<\\[\\]])", "\\\\$1");
    }
}
