package org.classbarometer.frame;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// Writes a decoded picture, whatever its colour format, as BGR straight into a `Mat`'s memory: the
/// only copy between decoder and analysis. Follows a change of size or format by itself.
final class PictureConverter implements AutoCloseable {
    private static final int UNITY = 1 << 16;

    private final PointerPointer<Pointer> target = new PointerPointer<>(4);
    private final IntPointer targetStride = new IntPointer(4);
    private final Address address = new Address();
    private @Nullable SwsContext context;
    private long preparedContext;
    private int preparedRange = -1;
    private int preparedColours = -1;

    // JavaCPP has no public way to make a pointer of an address that another library gave.
    private static final class Address extends Pointer {
        Address at(long value) {
            address = value;
            return this;
        }
    }

    void convert(AVFrame from, Mat to) throws MediaException {
        int width = from.width();
        int height = from.height();
        to.create(height, width, CvType.CV_8UC3);
        SwsContext ready = prepare(from, width, height);
        target.put(0, address.at(to.dataAddr()));
        targetStride.put(0, (int) to.step1());
        int rows = sws_scale(ready, from.data(), from.linesize(), 0, height, target, targetStride);
        if (rows < 0) {
            throw new MediaException(rows, false);
        }
    }

    private SwsContext prepare(AVFrame from, int width, int height) throws MediaException {
        SwsContext ready =
                sws_getCachedContext(
                        context,
                        width,
                        height,
                        from.format(),
                        width,
                        height,
                        AV_PIX_FMT_BGR24,
                        SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        if (ready == null || ready.isNull()) {
            context = null;
            throw new MediaException(AVERROR_INVALIDDATA, false);
        }
        context = ready;
        int range = fullRange(from) ? 1 : 0;
        int colours = from.colorspace() == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_DEFAULT;
        if (ready.address() != preparedContext
                || range != preparedRange
                || colours != preparedColours) {
            IntPointer coefficients = sws_getCoefficients(colours);
            sws_setColorspaceDetails(ready, coefficients, range, coefficients, 1, 0, UNITY, UNITY);
            preparedContext = ready.address();
            preparedRange = range;
            preparedColours = colours;
        }
        return ready;
    }

    // Webcams and MJPEG use all of 0..255 for brightness, films 16..235.
    private static boolean fullRange(AVFrame picture) {
        int format = picture.format();
        return picture.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ440P
                || format == AV_PIX_FMT_YUVJ444P;
    }

    @Override
    public void close() {
        if (context != null) {
            sws_freeContext(context);
            context = null;
        }
        target.close();
        targetStride.close();
    }
}
