package org.classbarometer.frame.device;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.text.Text;

/// Cameras as Linux lists them under `/sys/class/video4linux`.
final class LinuxCameras {
    static final Path SYSFS = Path.of("/sys/class/video4linux");
    private static final Pattern NODE = Pattern.compile("video(\\d{1,2})");

    private LinuxCameras() {}

    static List<CameraInfo> list(Path sysfs) {
        List<CameraInfo> cameras = new ArrayList<>();
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(sysfs, "video*")) {
            for (Path node : nodes) {
                Matcher number = NODE.matcher(String.valueOf(node.getFileName()));
                if (number.matches() && isCapture(node)) {
                    int index = Integer.parseInt(number.group(1));
                    cameras.add(new CameraInfo(index, name(index, sysfs)));
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // No such folder: a system without cameras, or a container.
        }
        cameras.sort(Comparator.comparingInt(CameraInfo::index));
        return List.copyOf(cameras);
    }

    /// What the driver calls it; `/dev/videoN` when it says nothing.
    static String name(int index, Path sysfs) {
        return line(sysfs.resolve("video" + index).resolve("name"))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Text.of("frame.camera.name", index + 1));
    }

    // A USB camera has a second node, index 1, that brings only metadata.
    private static boolean isCapture(Path node) {
        return line(node.resolve("index")).map("0"::equals).orElse(true);
    }

    private static Optional<String> line(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
