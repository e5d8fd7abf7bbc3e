package org.classbarometer.frame.picture;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/// Decodes a picture file into BGR 8 bit, whatever its depth and channels, turned upright as the
/// camera noted, and scaled down to what a frame needs.
///
/// By FFmpeg and not by OpenCV: that one's libraries write their complaints to the terminal, does not
/// turn WebP pictures, and has no limit before it decodes. Used on one thread; holds native memory.
public final class ImageDecoder implements AutoCloseable {
    /// Longest side in pixels: the width of a full HD camera, beyond which finding faces only gets
    /// slower.
    static final int LONGEST_SIDE = 1920;

    /// Phones take pictures of up to 108 megapixels; twice that as a file would be no compressed one.
    public static final long MOST_PIXELS = 128L << 20;

    static final long MOST_BYTES = 128L << 20;

    private static final int PIECE = 64 * 1024;
    private static final int LARGEST_REDUCTION = 3;

    private final PictureConverter converter = new PictureConverter();
    private final AVFrame picture = av_frame_alloc();
    private @Nullable AVCodecContext decoder;
    private int codecOpen;
    private int reductionOpen;

    public ImageDecoder() {}

    /// What became of a picture.
    public enum Outcome {
        DECODED,
        /// No picture, or a damaged one.
        UNREADABLE,
        /// Above [#MOST_PIXELS] or [#MOST_BYTES]; it was not decoded.
        TOO_LARGE
    }

    public Outcome decode(Path path, Mat image) {
        if (!Files.isRegularFile(path)) {
            // A pipe would be waited for.
            return Outcome.UNREADABLE;
        }
        AVPacket packet = av_packet_alloc();
        try (InputStream file = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                return Outcome.TOO_LARGE;
            }
            if (size == 0 || av_new_packet(packet, (int) size) < 0) {
                return Outcome.UNREADABLE;
            }
            // Straight into native memory: the heap is small.
            ByteBuffer content = packet.data().limit(size).asByteBuffer();
            byte[] piece = new byte[PIECE];
            int length = file.read(piece);
            while (length > 0 && content.hasRemaining()) {
                content.put(piece, 0, Math.min(length, content.remaining()));
                length = file.read(piece);
            }
            return decode(packet, content.flip(), image);
        } catch (IOException _) {
            return Outcome.UNREADABLE;
        } finally {
            av_packet_free(packet);
        }
    }

    /// As above, of a picture that lies in memory.
    public Outcome decode(byte[] content, int offset, int length, Mat image) {
        AVPacket packet = av_packet_alloc();
        try {
            if (length == 0 || av_new_packet(packet, length) < 0) {
                return Outcome.UNREADABLE;
            }
            ByteBuffer memory = packet.data().limit(length).asByteBuffer();
            memory.put(content, offset, length);
            return decode(packet, memory.flip(), image);
        } finally {
            av_packet_free(packet);
        }
    }

    private Outcome decode(AVPacket packet, ByteBuffer content, Mat image) {
        Optional<PictureKind> kind = PictureKind.of(content);
        if (kind.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        PictureSize size = PictureSize.of(kind.get(), content);
        if (size.pixels() > MOST_PIXELS) {
            return Outcome.TOO_LARGE;
        }
        boolean decoded = false;
        try {
            AVCodecContext open = open(kind.get().codec(), reduction(size));
            if (avcodec_send_packet(open, packet) < 0
                    || avcodec_send_packet(open, null) < 0
                    || avcodec_receive_frame(open, picture) < 0) {
                return Outcome.UNREADABLE;
            }
            converter.convert(
                    picture, Exif.orientation(kind.get(), content), fitted(picture), image);
            avcodec_flush_buffers(open);
            decoded = true;
            return Outcome.DECODED;
        } catch (MediaException _) {
            return Outcome.UNREADABLE;
        } finally {
            av_frame_unref(picture);
            if (!decoded) {
                closeDecoder();
            }
        }
    }

    // The pictures of a camera are all of a kind: one decoder does for them.
    private AVCodecContext open(int codecId, int reduction) throws MediaException {
        if (decoder != null && codecOpen == codecId && reductionOpen == reduction) {
            return decoder;
        }
        closeDecoder();
        AVCodec codec = avcodec_find_decoder(codecId);
        AVCodecContext fresh = avcodec_alloc_context3(codec);
        decoder = fresh;
        codecOpen = codecId;
        reductionOpen = reduction;
        fresh.max_pixels(MOST_PIXELS);
        fresh.thread_count(1);
        fresh.lowres(Math.min(codec.max_lowres(), reduction));
        int result = avcodec_open2(fresh, codec, (PointerPointer<?>) null);
        if (result < 0) {
            throw new MediaException(result, false);
        }
        return fresh;
    }

    private void closeDecoder() {
        if (decoder != null) {
            avcodec_free_context(decoder);
            decoder = null;
        }
    }

    @Override
    public void close() {
        closeDecoder();
        av_frame_free(picture);
        converter.close();
    }

    // A JPEG can be decoded at a half, quarter or eighth of its size for a fraction of the memory.
    private static int reduction(PictureSize size) {
        int longest = Math.max(size.width(), size.height());
        int reduction = 0;
        while (reduction < LARGEST_REDUCTION && longest >> (reduction + 1) >= LONGEST_SIDE) {
            reduction++;
        }
        return reduction;
    }

    private static Size fitted(AVFrame picture) {
        int width = picture.width();
        int height = picture.height();
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(width, height));
        return new Size(
                Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    }
}
