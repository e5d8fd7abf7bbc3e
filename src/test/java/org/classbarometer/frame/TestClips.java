package org.classbarometer.frame;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/// Pictures and clips to play in tests: the left half blue, the right half red.
public final class TestClips {
    private TestClips() {}

    /// @param format FFmpeg's name of the container
    /// @param codec one of FFmpeg's `AV_CODEC_ID` numbers
    public record Kind(String format, int codec, int width, int height, int framesPerSecond) {}

    public static void write(Path file, Kind kind, int frames, Map<String, String> options)
            throws Exception {
        av_log_set_level(AV_LOG_QUIET);
        try (FFmpegFrameRecorder recorder =
                        new FFmpegFrameRecorder(file.toFile(), kind.width(), kind.height(), 0);
                org.bytedeco.javacv.Frame picture = picture(kind.width(), kind.height())) {
            recorder.setFormat(kind.format());
            recorder.setVideoCodec(kind.codec());
            recorder.setPixelFormat(
                    kind.codec() == AV_CODEC_ID_MJPEG ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(kind.framesPerSecond());
            recorder.setVideoBitrate(1_000_000);
            recorder.setGopSize(10);
            options.forEach(recorder::setOption);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                recorder.record(picture);
            }
        }
    }

    /// With a pause in the middle.
    ///
    /// @param pauseSeconds between the two halves, in which nothing was recorded
    static void write(Path file, Kind kind, int frames, int pauseSeconds) throws Exception {
        av_log_set_level(AV_LOG_QUIET);
        try (FFmpegFrameRecorder recorder =
                        new FFmpegFrameRecorder(file.toFile(), kind.width(), kind.height(), 0);
                org.bytedeco.javacv.Frame picture = picture(kind.width(), kind.height())) {
            recorder.setFormat(kind.format());
            recorder.setVideoCodec(kind.codec());
            recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(kind.framesPerSecond());
            recorder.setVideoBitrate(1_000_000);
            recorder.setMaxBFrames(0);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                long pause = i < frames / 2 ? 0 : pauseSeconds * 1_000_000L;
                recorder.setTimestamp(i * 1_000_000L / kind.framesPerSecond() + pause);
                recorder.record(picture);
            }
        }
    }

    private static org.bytedeco.javacv.Frame picture(int width, int height) {
        org.bytedeco.javacv.Frame picture =
                new org.bytedeco.javacv.Frame(
                        width, height, org.bytedeco.javacv.Frame.DEPTH_UBYTE, 3);
        ByteBuffer pixels = (ByteBuffer) picture.image[0];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * picture.imageStride + 3 * x;
                pixels.put(at, (byte) (x < width / 2 ? 200 : 20));
                pixels.put(at + 1, (byte) 20);
                pixels.put(at + 2, (byte) (x < width / 2 ? 20 : 200));
            }
        }
        return picture;
    }

    static Mat image(int width, int height) {
        OpenCv.load();
        Mat image = new Mat(height, width, org.opencv.core.CvType.CV_8UC3, new Scalar(20, 20, 200));
        Mat left = image.submat(new Rect(0, 0, width / 2, height));
        left.setTo(new Scalar(200, 20, 20));
        left.release();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        Mat image = image(width, height);
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(".jpg", image, bytes);
        byte[] result = bytes.toArray();
        image.release();
        bytes.release();
        return result;
    }

    /// Whether a picture looks like ours: colours in the right place and the right order.
    static boolean looksRight(Mat image) {
        double[] left = image.get(image.rows() / 2, image.cols() / 4);
        double[] right = image.get(image.rows() / 2, image.cols() * 3 / 4);
        return near(left, 200, 20, 20) && near(right, 20, 20, 200);
    }

    private static boolean near(double[] pixel, double blue, double green, double red) {
        return Math.abs(pixel[0] - blue) < 16
                && Math.abs(pixel[1] - green) < 16
                && Math.abs(pixel[2] - red) < 16;
    }
}
