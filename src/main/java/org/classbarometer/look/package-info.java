/// How labels look and how charts are laid out, for the screen, a page and a sheet of paper alike:
/// one table of colours, patterns, glyphs and names, and one geometry for stacked areas and lines.
///
/// Identifiers of labels and shares go in; shapes in the plane come out. Pens draw them: [SvgPen]
/// here, one for PDF beside the report, one for JavaFX beside the screens. Knows no screen.
@NullMarked
package org.classbarometer.look;

import org.jspecify.annotations.NullMarked;
