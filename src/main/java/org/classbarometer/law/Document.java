package org.classbarometer.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A text in paragraphs, made to be read by people: on the screen, on paper, in a browser. Written in
/// the few marks of Markdown that such a text needs: `#`, `##`, `-`, blank lines.
public record Document(String title, List<Block> blocks) {
    /// A part of a text.
    public sealed interface Block {
        String text();
    }

    public record Heading(String text) implements Block {}

    public record Paragraph(String text) implements Block {}

    public record Item(String text) implements Block {}

    public Document {
        blocks = List.copyOf(blocks);
    }

    /// What docs/law.md says, in a language, English where there is no translation.
    public static Document law(Locale language) {
        String translated = "law." + language.getLanguage() + ".md";
        return read(Document.class.getResource(translated) == null ? "law.md" : translated);
    }

    /// A text that the program bears in itself.
    static Document read(String resource) {
        try (InputStream text =
                Objects.requireNonNull(Document.class.getResourceAsStream(resource), resource)) {
            return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Document parse(String markdown) {
        String title = "";
        List<Block> blocks = new ArrayList<>();
        for (String part : markdown.strip().split("\\n\\s*\\n|\\n(?=- )", -1)) {
            String text = part.strip().replaceAll("\\s+", " ").replace("**", "");
            if (text.startsWith("# ")) {
                title = text.substring(2);
            } else if (text.startsWith("## ")) {
                blocks.add(new Heading(text.substring(3)));
            } else if (text.startsWith("- ")) {
                blocks.add(new Item(text.substring(2)));
            } else {
                blocks.add(new Paragraph(text));
            }
        }
        return new Document(title, blocks);
    }
}
