/// Frames and where they come from: camera, video file, image folder, network stream, screen
/// region, demo class.
///
/// A [org.classbarometer.frame.SourceChoice] goes in, a [org.classbarometer.frame.Capture] thread
/// reads it, frames come out through the one-slot [org.classbarometer.frame.LatestFrame].
/// The sources lie in rooms of their own: `device` (cameras, the screen), `picture` (image files),
/// `media` (recordings and streams); `system` opens what was chosen. Called by `monitor`, `cli` and
/// `ui`; knows nothing of faces.
@NullMarked
package org.classbarometer.frame;

import org.jspecify.annotations.NullMarked;
