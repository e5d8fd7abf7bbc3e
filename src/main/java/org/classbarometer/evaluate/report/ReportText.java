package org.classbarometer.evaluate.report;

import java.util.List;

/// A report before it is written in some format.
///
/// @param title the first heading
public record ReportText(String title, List<Block> blocks) {
    /// A part of a report; its texts are plain, writers escape them.
    public sealed interface Block {
        /// @param level from 2, the title being 1
        record Heading(int level, String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /// Something typed, as it was typed.
        record Code(String text) implements Block {}

        /// @param header one text a column; the first column is words, the others are figures
        /// @param rows as many texts each
        record Table(List<String> header, List<List<String>> rows) implements Block {
            public Table {
                header = List.copyOf(header);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /// @param name of the file, without its ending
        /// @param description for people who do not see it
        record Picture(String name, String description, LabelledDrawing drawing) implements Block {}
    }

    public ReportText {
        blocks = List.copyOf(blocks);
    }
}
