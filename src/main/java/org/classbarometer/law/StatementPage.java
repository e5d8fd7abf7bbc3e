package org.classbarometer.law;

import org.classbarometer.law.Document.Block;
import org.classbarometer.text.Text;

/// The opt-in statement as one HTML file that needs nothing else: no script, no picture, no address.
/// For printing where the program finds no printer.
public final class StatementPage {
    private static final String STYLE =
            """
            body { font: 12pt/1.45 sans-serif; max-width: 42em; margin: 2em auto; padding: 0 1em; \
            color: #1f2328; background: #fff }
            h1 { font-size: 1.8em } h2 { font-size: 1.15em; margin: 1.2em 0 .3em }
            ul { margin: 0; padding-left: 1.3em } li { margin: .25em 0 }
            footer { margin-top: 2em; color: #59636e; font-size: .85em }
            @media print { body { margin: 0; max-width: none } }
            """;

    private StatementPage() {}

    public static String html(OptInStatement statement) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
        html.append(statement.language()).append("\">\n<meta charset=\"utf-8\">\n<title>");
        html.append(escaped(statement.text().title())).append("</title>\n<style>\n");
        html.append(STYLE).append("</style>\n<h1>");
        html.append(escaped(statement.text().title())).append("</h1>\n");
        boolean inList = false;
        for (Block block : statement.text().blocks()) {
            boolean item = block instanceof Document.Item;
            if (item != inList) {
                html.append(item ? "<ul>\n" : "</ul>\n");
                inList = item;
            }
            html.append(
                    switch (block) {
                        case Document.Heading(String text) -> "<h2>" + escaped(text) + "</h2>\n";
                        case Document.Paragraph(String text) -> "<p>" + escaped(text) + "</p>\n";
                        case Document.Item(String text) -> "<li>" + escaped(text) + "</li>\n";
                    });
        }
        if (inList) {
            html.append("</ul>\n");
        }
        return html.append("<footer>")
                .append(escaped(footer(statement)))
                .append("</footer>\n</html>\n")
                .toString();
    }

    /// Which statement it is, for the foot of every form of it.
    public static String footer(OptInStatement statement) {
        return Text.of("law.statement.footer", statement.version());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
