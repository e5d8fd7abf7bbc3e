package org.classbarometer.frame;

public final class OpenCv {
    private OpenCv() {}

    public static void load() {
        nu.pattern.OpenCV.loadLocally();
    }
}
