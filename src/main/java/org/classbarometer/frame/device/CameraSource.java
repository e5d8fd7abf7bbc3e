package org.classbarometer.frame.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/// A camera of this machine, through OpenCV.
public final class CameraSource implements FrameSource {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_PER_SECOND = 30;
    // One being filled by the driver while one is decoded: more would only make frames older.
    private static final int BUFFERS = 2;

    private final String name;
    private final VideoCapture capture;
    private final CameraClock clock = new CameraClock();
    private long arrived;

    private CameraSource(String name, VideoCapture capture) {
        this.name = name;
        this.capture = capture;
    }

    public static CameraSource open(SourceChoice.Camera choice) throws FrameSourceException {
        int index = choice.index();
        VideoCapture capture = new VideoCapture(index, backend());
        if (!capture.isOpened()) {
            capture.release();
            throw notOpened(index);
        }
        // Uncompressed 720p does not fit through USB 2 at full rate, so MJPEG is asked for first.
        capture.set(Videoio.CAP_PROP_FOURCC, VideoWriter.fourcc('M', 'J', 'P', 'G'));
        capture.set(Videoio.CAP_PROP_FRAME_WIDTH, WIDTH);
        capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, HEIGHT);
        capture.set(Videoio.CAP_PROP_FPS, FRAMES_PER_SECOND);
        capture.set(Videoio.CAP_PROP_BUFFERSIZE, BUFFERS);
        if (!capture.isOpened()) {
            capture.release();
            throw notOpened(index);
        }
        return new CameraSource(nameOf(index), capture);
    }

    private static int backend() {
        return onLinux() ? Videoio.CAP_V4L2 : Videoio.CAP_ANY;
    }

    private static boolean onLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static String nameOf(int index) {
        return onLinux()
                ? LinuxCameras.name(index, LinuxCameras.SYSFS)
                : Cameras.list().stream()
                        .filter(camera -> camera.index() == index)
                        .map(CameraInfo::name)
                        .findFirst()
                        .orElseGet(() -> Text.of("frame.camera.name", index + 1));
    }

    private static FrameSourceException notOpened(int index) {
        List<CameraInfo> cameras = Cameras.list();
        if (onLinux()) {
            return notOpened(index, Path.of("/dev/video" + index), cameras);
        }
        boolean known = cameras.stream().anyMatch(camera -> camera.index() == index);
        return known ? busy(index) : absent(index, cameras);
    }

    /// Tells from the device file why a camera could not be opened on Linux.
    static FrameSourceException notOpened(int index, Path device, List<CameraInfo> cameras) {
        // A camera's second device, which brings no pictures, is there but not listed.
        boolean listed =
                cameras.isEmpty() || cameras.stream().anyMatch(camera -> camera.index() == index);
        if (Files.notExists(device) || !listed) {
            return absent(index, cameras);
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            // Not hopeless: a camera just plugged in is closed until the system has set its rights.
            return FrameSourceException.mayReturn(
                    null, "frame.camera.forbidden", nameOf(index), device.toString());
        }
        return busy(index);
    }

    private static FrameSourceException busy(int index) {
        return new FrameSourceException(
                Text.of("frame.camera.busy", nameOf(index)), Outlook.BUSY, null);
    }

    private static FrameSourceException absent(int index, List<CameraInfo> cameras) {
        String others =
                cameras.stream()
                        .map(camera -> camera.name() + " (camera:" + camera.index() + ")")
                        .collect(Collectors.joining(", "));
        return cameras.isEmpty()
                ? FrameSourceException.mayReturn(null, "frame.camera.none")
                : FrameSourceException.mayReturn(
                        null, "frame.camera.absent", index + 1, index, others);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double framesPerSecond() {
        return Math.max(0, capture.get(Videoio.CAP_PROP_FPS));
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        if (!capture.grab()) {
            throw unplugged();
        }
        arrived = System.nanoTime();
        if (!capture.retrieve(image) || image.empty()) {
            throw unplugged();
        }
        return OptionalLong.of(clock.at(capture.get(Videoio.CAP_PROP_POS_MSEC), arrived));
    }

    private FrameSourceException unplugged() {
        return FrameSourceException.mayReturn(null, "frame.camera.unplugged", name);
    }

    @Override
    public long arrivedNanos() {
        return arrived;
    }

    @Override
    public void close() {
        capture.release();
    }
}
