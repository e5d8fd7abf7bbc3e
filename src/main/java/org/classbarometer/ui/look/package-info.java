/// How expressions look on every screen: name, glyph, pattern and colour, bars and percents.
///
/// Labels' identifiers go in, drawings and words come out; whatever is said by colour is also said
/// by shape or text.
@NullMarked
package org.classbarometer.ui.look;

import org.jspecify.annotations.NullMarked;
