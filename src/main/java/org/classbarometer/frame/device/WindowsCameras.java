package org.classbarometer.frame.device;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.frame.CameraInfo;

/// Cameras as Windows' device manager lists them. DirectShow has no order that another program can
/// ask for; that of the device manager is the same on machines with one camera.
final class WindowsCameras {
    static final List<String> COMMAND =
            List.of(
                    "powershell.exe",
                    "-NoProfile",
                    "-NonInteractive",
                    "-Command",
                    "[Console]::OutputEncoding=[Text.Encoding]::UTF8;"
                            + "Get-CimInstance Win32_PnPEntity | Where-Object {"
                            + "($_.PNPClass -eq 'Camera' -or $_.PNPClass -eq 'Image')"
                            + " -and $_.Status -eq 'OK'} | ForEach-Object { $_.Name }");

    private WindowsCameras() {}

    /// @param lines what the command printed: one name a line; empty when it failed
    static List<CameraInfo> parse(String lines) {
        List<CameraInfo> cameras = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            if (!line.isBlank()) {
                cameras.add(new CameraInfo(cameras.size(), line.strip()));
            }
        }
        return List.copyOf(cameras);
    }
}
