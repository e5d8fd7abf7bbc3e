package org.classbarometer.ui.feed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.classbarometer.face.Masks;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// One picture in memory that OpenCV writes and JavaFX shows without a copy in between. Written on
/// the analysis thread, shown on the JavaFX thread, never both: [PictureBuffers] sees to that.
public final class Picture {
    private final Mat pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    public Picture(int width, int height) {
        ByteBuffer memory = ByteBuffer.allocateDirect(width * height * 4);
        pixels = new Mat(height, width, CvType.CV_8UC4, memory);
        // The same bytes as whole pixels: JavaFX without a GPU copies those, and would convert
        // bytes one by one, which took nearly half of the time of painting.
        IntBuffer whole = memory.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        buffer = new PixelBuffer<>(width, height, whole, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    void take(Mat bgr) {
        Imgproc.cvtColor(bgr, pixels, Imgproc.COLOR_BGR2BGRA);
    }

    /// Blurs regions of a picture that stays on the screen; on the JavaFX thread.
    void hide(Masks masks) {
        masks.blur(pixels);
    }

    /// Tells JavaFX that the pixels changed; on its thread.
    public Image refreshed() {
        buffer.updateBuffer(_ -> null);
        return image;
    }

    Image image() {
        return image;
    }

    public int width() {
        return buffer.getWidth();
    }

    public int height() {
        return buffer.getHeight();
    }

    void free() {
        pixels.release();
    }
}
