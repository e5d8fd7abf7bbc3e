/// Single pictures: read from files and folders, turned upright, and what FFmpeg decoded made ours.
///
/// Sizes are looked at before anything is decoded: no file may ask for more memory than a frame needs.
@NullMarked
package org.classbarometer.frame.picture;

import org.jspecify.annotations.NullMarked;
