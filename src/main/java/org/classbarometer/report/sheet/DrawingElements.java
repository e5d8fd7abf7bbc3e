package org.classbarometer.report.sheet;

import org.classbarometer.look.Drawing;

/// Puts drawings, and texts, into a document.
interface DrawingElements {
    /// The element that a drawing becomes.
    ///
    /// @param kind style class: `mood`, `faces`, `swatch`
    /// @param spoken what a screen reader says of it
    String element(Drawing drawing, String kind, String spoken);

    /// A text, as markup: what the document's font cannot set becomes a drawing.
    default String text(String text) {
        return Markup.escape(text);
    }

    /// Whether a letter was in no font, and is shown as a box.
    default boolean lacksLetters() {
        return false;
    }
}
