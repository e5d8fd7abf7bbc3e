/// What this computer sees by itself: its cameras, found in the ways of three systems, its screen,
/// and on X11 the windows of other programs.
///
/// A [org.classbarometer.frame.SourceChoice] comes in, a [org.classbarometer.frame.FrameSource] goes out.
@NullMarked
package org.classbarometer.frame.device;

import org.jspecify.annotations.NullMarked;
