package org.classbarometer.evaluate.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.text.Text;

/// Collects the blocks of a report, with texts by their keys. Used by one thread.
final class Section {
    private final List<Block> blocks = new ArrayList<>();

    void add(Block block) {
        blocks.add(block);
    }

    /// @param key of the text
    void heading(String key) {
        blocks.add(new Block.Heading(2, Text.of(key)));
    }

    /// @param key of the text
    void say(String key, Object... arguments) {
        blocks.add(new Block.Paragraph(Text.of(key, arguments)));
    }

    /// @param columns as for [#header]
    /// @param row the cells of one of them
    <T> void table(List<String> columns, Collection<T> of, Function<T, List<String>> row) {
        add(new Block.Table(columns, of.stream().map(row).toList()));
    }

    /// @param name of its file
    /// @param text key of what it says, under `evaluation.picture.`
    void picture(String name, String text, LabelledDrawing drawing) {
        add(new Block.Picture(name, Text.of("evaluation.picture." + text), drawing));
    }

    /// @param keys of the columns' names, under `evaluation.column.`
    static List<String> header(String... keys) {
        return Stream.of(keys).map(key -> Text.of("evaluation.column." + key)).toList();
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }
}
