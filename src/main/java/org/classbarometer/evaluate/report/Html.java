package org.classbarometer.evaluate.report;

import java.util.List;
import java.util.Locale;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.look.Hue;

/// A report as one HTML page that needs nothing beside it: no script, no picture file, no network.
/// It follows the reader's choice of light or dark.
public final class Html {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --paper: %s; --ink: %s; --faint: %s; --grid: %s; }
            @media (prefers-color-scheme: dark) { :root { --paper: %s; --ink: %s; --faint: %s;
              --grid: %s; } }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
            h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--grid); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; margin: 1rem 0; }
            th, td { padding: .3rem .75rem; border-bottom: 1px solid var(--grid); text-align: right; }
            th { color: var(--faint); font-weight: 600; }
            th:first-child, td:first-child, table.words td, table.words th { text-align: left; }
            table:not(.words) td { white-space: nowrap; }
            pre { padding: .75rem 1rem; border: 1px solid var(--grid); border-radius: 6px;
              white-space: pre-wrap; overflow-wrap: anywhere; }
            figure { margin: 1rem 0; } svg { max-width: 100%%; height: auto; }
            """
                    .formatted(
                            Hue.GROUND.light(),
                            Hue.TEXT.light(),
                            Hue.FAINT.light(),
                            Hue.GRID.light(),
                            Hue.GROUND.dark(),
                            Hue.TEXT.dark(),
                            Hue.FAINT.dark(),
                            Hue.GRID.dark());

    private Html() {}

    /// @param language of the texts
    public static String of(ReportText document, Locale language) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"").append(language.getLanguage());
        page.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<title>").append(escaped(document.title())).append("</title>\n<style>\n");
        page.append(STYLE);
        page.append("</style>\n</head>\n<body>\n<main>\n");
        page.append("<h1>").append(escaped(document.title())).append("</h1>\n");
        document.blocks().forEach(block -> page.append(html(block)));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String html(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                    "<h%d>%s</h%d>%n"
                            .formatted(heading.level(), escaped(heading.text()), heading.level());
            case Block.Paragraph paragraph -> "<p>" + escaped(paragraph.text()) + "</p>\n";
            case Block.Code code -> "<pre>" + escaped(code.text()) + "</pre>\n";
            case Block.Picture picture ->
                    "<figure>\n" + picture.drawing().inPage(picture.description()) + "</figure>\n";
            case Block.Table table -> html(table);
        };
    }

    private static String html(Block.Table table) {
        StringBuilder text = new StringBuilder("<div class=\"wide\">\n");
        text.append(table.header().size() == 2 ? "<table class=\"words\">\n" : "<table>\n");
        text.append("<thead>").append(row("th", table.header())).append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> text.append(row("td", row)));
        return text.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private static String row(String cell, List<String> texts) {
        StringBuilder row = new StringBuilder("<tr>");
        texts.forEach(text ->
                row.append('<')
                        .append(cell)
                        .append('>')
                        .append(escaped(text))
                        .append("</")
                        .append(cell)
                        .append('>'));
        return row.append("</tr>\n").toString();
    }

    /// Safe as text and as the value of an attribute, in HTML as in XML.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
