package org.classbarometer.report.sheet;

import org.classbarometer.look.Drawing;

/// Puts drawings into a document.
interface DrawingElements {
    /// The element that a drawing becomes.
    ///
    /// @param kind style class: `mood`, `faces`, `swatch`
    /// @param spoken what a screen reader says of it
    String element(Drawing drawing, String kind, String spoken);
}
