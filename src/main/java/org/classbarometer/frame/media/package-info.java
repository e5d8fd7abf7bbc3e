/// Recordings and streams: FFmpeg for what has a format, our own reader for pictures one after the
/// other over HTTP, and the clocks that give their frames a time.
///
/// Bytes from the network come through `web`; native memory belongs to
/// [org.classbarometer.frame.media.MediaReader] and goes with the source.
@NullMarked
package org.classbarometer.frame.media;

import org.jspecify.annotations.NullMarked;
