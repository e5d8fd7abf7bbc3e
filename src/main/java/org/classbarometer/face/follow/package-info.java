/// Following faces from frame to frame: a detector's sightings enter, tracks with stable numbers leave.
///
/// Optical flow moves known faces; the detector is asked as often as the frame's budget allows.
@NullMarked
package org.classbarometer.face.follow;

import org.jspecify.annotations.NullMarked;
