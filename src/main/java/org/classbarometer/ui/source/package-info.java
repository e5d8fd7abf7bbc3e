/// Picking a frame source: the menu, the network address, the region of the screen.
///
/// A [org.classbarometer.frame.SourceChoice] comes out; nothing here opens a source.
@NullMarked
package org.classbarometer.ui.source;

import org.jspecify.annotations.NullMarked;
