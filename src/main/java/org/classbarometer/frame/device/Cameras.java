package org.classbarometer.frame.device;

import java.util.List;
import java.util.Locale;
import org.classbarometer.frame.CameraInfo;

/// The cameras of this machine, by name where the system tells it. A camera that is not listed may
/// still be opened by its number.
public final class Cameras {
    private Cameras() {}

    /// Asks the system, which takes up to a few seconds on macOS and Windows: not for the JavaFX
    /// thread.
    ///
    /// @return by number; empty when there is none or the system does not tell
    public static List<CameraInfo> list() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            return LinuxCameras.list(LinuxCameras.SYSFS);
        }
        if (system.contains("mac")) {
            return MacCameras.parse(SystemCommand.output(MacCameras.COMMAND));
        }
        if (system.contains("win")) {
            return WindowsCameras.parse(SystemCommand.output(WindowsCameras.COMMAND));
        }
        return List.of();
    }
}
