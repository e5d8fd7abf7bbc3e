package org.classbarometer.report.sheet;

import java.util.function.UnaryOperator;

/// Puts markup together: well-formed XML, so that a browser and the PDF library read the same.
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> texts;

    Markup() {
        this(Markup::escape);
    }

    /// @param texts what becomes of a text, as markup
    Markup(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /// As text or in a quoted attribute. Characters that XML cannot hold are left out.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .filter(Markup::allowed)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }

    // XML 1.0, section 2.2.
    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /// As it is: markup of our own.
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /// An element with text in it.
    ///
    /// @param tag with its attributes: `p class="lead"`
    Markup element(String tag, String text) {
        return raw("<" + tag + ">").raw(texts.apply(text)).end(tag).raw("\n");
    }

    Markup begin(String tag) {
        return raw("<" + tag + ">");
    }

    /// @param tag as it was begun
    Markup end(String tag) {
        int space = tag.indexOf(' ');
        return raw("</" + (space < 0 ? tag : tag.substring(0, space)) + ">");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
