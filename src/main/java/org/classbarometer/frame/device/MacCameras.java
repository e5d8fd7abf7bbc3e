package org.classbarometer.frame.device;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.frame.CameraInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cameras as macOS's `system_profiler` lists them, in the order AVFoundation numbers them.
final class MacCameras {
    static final List<String> COMMAND =
            List.of("/usr/sbin/system_profiler", "SPCameraDataType", "-json");

    private MacCameras() {}

    /// @param json what the command printed; empty when it failed
    static List<CameraInfo> parse(String json) {
        List<CameraInfo> cameras = new ArrayList<>();
        try {
            for (JsonNode camera : JsonMapper.shared().readTree(json).path("SPCameraDataType")) {
                cameras.add(new CameraInfo(cameras.size(), camera.path("_name").asString("?")));
            }
        } catch (JacksonException _) {
            // An older macOS that prints something else: its cameras are opened by number.
        }
        return List.copyOf(cameras);
    }
}
