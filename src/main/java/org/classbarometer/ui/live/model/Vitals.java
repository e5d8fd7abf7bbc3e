package org.classbarometer.ui.live.model;

import org.classbarometer.monitor.Load;

/// How the pipeline is doing, for the corner of the screen.
///
/// @param framesPerSecond frames analysed a second, over the last two seconds
/// @param latencyMillis median from capture to painted picture over the last second or two, 0 while
///     nothing was painted; [PaintLatency] says what is measured
/// @param dropped frames dropped since the source was opened
/// @param load how much of its work this computer manages
public record Vitals(double framesPerSecond, long latencyMillis, long dropped, Load load) {
    static final Vitals NONE = new Vitals(0, 0, 0, Load.EASY);
}
