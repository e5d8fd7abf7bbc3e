/// Speaks HTTP to the one host whose address was typed, and to no other: redirects, segments and keys
/// elsewhere are refused by name, no proxy is asked, certificates are verified.
///
/// An address goes in, the bytes of an answer come out. Called by `frame` on the capture thread;
/// knows nothing of pictures. This is the only package of ours that opens connections; RTSP is
/// spoken by FFmpeg.
@NullMarked
package org.classbarometer.web;

import org.jspecify.annotations.NullMarked;
