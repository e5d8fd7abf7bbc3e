package org.classbarometer.monitor;

/// How much of its work this computer manages, over the last second.
///
/// @param everyNth 1 when every picture is looked at, 3 when every third is, and so on
/// @param secondsBetweenReadings how old the oldest reading of a face seen is
public record Load(int everyNth, double secondsBetweenReadings) {
    /// Everything is done.
    public static final Load EASY = new Load(1, 0);

    /// Whether so little is done that people should be told.
    public boolean busy() {
        return everyNth > 1 || secondsBetweenReadings > FaceReading.FRESH_NANOS / 1e9;
    }
}
