package org.classbarometer.frame.picture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_FLOAT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_isSupportedInput;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/// Writes a decoded picture, whatever its colour format, as BGR into a `Mat`, with square pixels and
/// upright. Follows a change of size or format by itself.
public final class PictureConverter implements AutoCloseable {
    static {
        Ffmpeg.load();
    }

    private static final int UNITY = 1 << 16;

    // FFmpeg's converters write whole vectors, up to this many pixels, and so past the end of a row
    // that is no multiple of it; where they may not, they leave the last columns as they were. Its
    // documentation asks for rows with room. Held by PictureMemoryTest.
    private static final int VECTOR = 64;

    private final PointerPointer<Pointer> target = new PointerPointer<>(4);
    private final IntPointer targetStride = new IntPointer(4);
    private final Address address = new Address();
    private final Mat roomy = new Mat();
    private Mat view = new Mat();
    private @Nullable SwsContext context;
    private long preparedContext;
    private int convertibleFormat = AV_PIX_FMT_NONE;
    private int preparedRange = -1;
    private int preparedColours = -1;

    // JavaCPP has no public way to make a pointer of an address that another library gave.
    private static final class Address extends Pointer {
        Address at(long value) {
            address = value;
            return this;
        }
    }

    /// @param orientation how the stored picture is to be turned
    /// @param size of the stored picture in square pixels, before it is turned
    /// @param to receives the picture
    public void convert(AVFrame from, Orientation orientation, Size size, Mat to)
            throws MediaException {
        int width = (int) size.width;
        int height = (int) size.height;
        if (width % VECTOR == 0 && orientation.equals(Orientation.UPRIGHT)) {
            to.create(height, width, CvType.CV_8UC3);
            write(from, width, height, to);
            return;
        }
        if (view.cols() != width || view.rows() != height) {
            view.release();
            roomy.create(roomyRows(height), roomyColumns(width), CvType.CV_8UC3);
            view = roomy.submat(0, height, 0, width);
        }
        write(from, width, height, view);
        orientation.apply(view, to);
    }

    /// Columns of memory in which a picture of this width can be written.
    static int roomyColumns(int width) {
        return (width / VECTOR + 1) * VECTOR;
    }

    static int roomyRows(int height) {
        return height + 1;
    }

    /// @param to of the size to be written, with room after each row
    void write(AVFrame from, int width, int height, Mat to) throws MediaException {
        SwsContext ready = prepare(from, width, height);
        target.put(0, address.at(to.dataAddr()));
        targetStride.put(0, (int) to.step1());
        int rows =
                sws_scale(
                        ready,
                        from.data(),
                        from.linesize(),
                        0,
                        from.height(),
                        target,
                        targetStride);
        if (rows < 0) {
            throw new MediaException(rows, false);
        }
    }

    private SwsContext prepare(AVFrame from, int width, int height) throws MediaException {
        if (from.format() != convertibleFormat) {
            if (!convertible(from.format())) {
                throw new MediaException(AVERROR_INVALIDDATA, false);
            }
            convertibleFormat = from.format();
        }
        SwsContext ready =
                sws_getCachedContext(
                        context,
                        from.width(),
                        from.height(),
                        from.format(),
                        width,
                        height,
                        AV_PIX_FMT_BGR24,
                        width < from.width() ? SWS_AREA : SWS_BILINEAR,
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

    /// Floating point is for film studios; FFmpeg 8.0 ends the process on some of these formats
    /// (yaf32) instead of refusing them.
    static boolean convertible(int format) {
        AVPixFmtDescriptor description = av_pix_fmt_desc_get(format);
        return description != null
                && !description.isNull()
                && (description.flags() & AV_PIX_FMT_FLAG_FLOAT) == 0
                && sws_isSupportedInput(format) != 0;
    }

    // Webcams and MJPEG use all of 0..255 for brightness, films 16..235.
    private static boolean fullRange(AVFrame picture) {
        int format = picture.format();
        return picture.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ411P
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
        view.release();
        roomy.release();
        target.close();
        targetStride.close();
    }
}
