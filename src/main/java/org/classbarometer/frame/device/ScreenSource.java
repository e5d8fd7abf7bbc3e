package org.classbarometer.frame.device;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Map;
import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// A region of the screen, for lessons held online: ten pictures a second of what is shown there.
public final class ScreenSource implements FrameSource {
    private final Robot robot;
    private final Rectangle region;
    private final IntBuffer pixels;
    private final Mat withAlpha;
    private final ScreenBeat beat = new ScreenBeat();

    private ScreenSource(Robot robot, Rectangle region) {
        this.robot = robot;
        this.region = region;
        ByteBuffer memory =
                ByteBuffer.allocateDirect(region.width * region.height * Integer.BYTES)
                        .order(ByteOrder.nativeOrder());
        this.pixels = memory.asIntBuffer();
        // 0xAARRGGBB in a little-endian int lies in memory as B, G, R, A; every platform we run on
        // is little-endian.
        this.withAlpha = new Mat(region.height, region.width, CvType.CV_8UC4, memory);
    }

    public static ScreenSource open(SourceChoice.Screen choice) throws FrameSourceException {
        if (GraphicsEnvironment.isHeadless()) {
            throw FrameSourceException.hopeless(null, "frame.screen.headless");
        }
        try {
            GraphicsEnvironment screens = GraphicsEnvironment.getLocalGraphicsEnvironment();
            Rectangle whole =
                    screens.getDefaultScreenDevice().getDefaultConfiguration().getBounds();
            Rectangle all = new Rectangle(whole);
            for (GraphicsDevice screen : screens.getScreenDevices()) {
                all.add(screen.getDefaultConfiguration().getBounds());
            }
            Rectangle region =
                    choice.region()
                            .map(r -> new Rectangle(r.x(), r.y(), r.width(), r.height()))
                            .orElse(whole);
            if (!all.contains(region)) {
                throw FrameSourceException.hopeless(
                        null,
                        "frame.screen.outside",
                        choice.text(),
                        all.x,
                        all.y,
                        all.width,
                        all.height);
            }
            return new ScreenSource(new Robot(), region);
        } catch (AWTError | LinkageError unanswered) {
            // A LinkageError when AWT was tried before.
            throw FrameSourceException.hopeless(unanswered, "frame.screen.headless");
        } catch (AWTException | SecurityException refused) {
            throw refused(refused);
        }
    }

    private static FrameSourceException refused(Throwable cause) {
        return FrameSourceException.hopeless(
                cause,
                onWayland(System.getenv()) ? "frame.screen.wayland" : "frame.screen.refused");
    }

    /// Whether the desktop lets no program see the screen without asking the user.
    static boolean onWayland(Map<String, String> environment) {
        return environment.containsKey("WAYLAND_DISPLAY")
                || "wayland".equalsIgnoreCase(environment.get("XDG_SESSION_TYPE"));
    }

    @Override
    public String name() {
        return Text.of("frame.screen.name", region.width, region.height);
    }

    @Override
    public double framesPerSecond() {
        return ScreenBeat.FRAMES_PER_SECOND;
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        long time = beat.next();
        BufferedImage picture;
        try {
            picture = robot.createScreenCapture(region);
        } catch (SecurityException denied) {
            throw refused(denied);
        }
        if (!(picture.getRaster().getDataBuffer() instanceof DataBufferInt buffer)
                || buffer.getSize() != pixels.capacity()) {
            throw FrameSourceException.hopeless(null, "frame.screen.refused");
        }
        pixels.clear().put(buffer.getData());
        Imgproc.cvtColor(withAlpha, image, Imgproc.COLOR_BGRA2BGR);
        return OptionalLong.of(time);
    }

    @Override
    public long arrivedNanos() {
        return beat.taken();
    }

    @Override
    public void close() {
        withAlpha.release();
    }
}
