/// The picture of the class and all that is painted over it: labels beside faces, masks, the banner
/// that says what the source lacks.
@NullMarked
package org.classbarometer.ui.live.picture;

import org.jspecify.annotations.NullMarked;
