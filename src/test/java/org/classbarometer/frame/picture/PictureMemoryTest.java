package org.classbarometer.frame.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get_id;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_next;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;

/// What FFmpeg's converter writes: all of a picture and nothing beside it, whatever its width.
class PictureMemoryTest {
    private static final int HEIGHT = 4;
    private static final int GUARD = 8;
    private static final int[] CANARIES = {0x5A, 0xA5};

    // Of cameras, phones, screen recorders and picture files.
    private static final Set<String> COMMON =
            Set.of(
                    "yuv420p",
                    "yuvj420p",
                    "yuv422p",
                    "yuvj422p",
                    "yuv444p",
                    "yuvj444p",
                    "yuvj411p",
                    "yuyv422",
                    "uyvy422",
                    "nv12",
                    "nv21",
                    "yuv420p10le",
                    "p010le",
                    "yuva420p",
                    "gray",
                    "gray16le",
                    "ya8",
                    "pal8",
                    "rgb24",
                    "bgr24",
                    "bgr0",
                    "rgba",
                    "rgb48be",
                    "rgba64be",
                    "gbrp",
                    "monob",
                    "rgb555le");
    private static final int[] USUAL = {
        160, 176, 240, 320, 352, 360, 426, 480, 568, 640, 720, 750, 768, 800, 848, 854, 960, 1000,
        1024, 1080, 1280, 1366, 1440, 1600, 1680, 1920, 2560, 3840
    };

    private final PictureConverter converter = new PictureConverter();

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    /// @param id FFmpeg's number
    private record Format(int id, String name) {}

    private static List<Format> formats() {
        List<Format> formats = new ArrayList<>();
        for (AVPixFmtDescriptor next = av_pix_fmt_desc_next(null);
                next != null && !next.isNull();
                next = av_pix_fmt_desc_next(next)) {
            int id = av_pix_fmt_desc_get_id(next);
            if (PictureConverter.convertible(id)) {
                formats.add(new Format(id, av_get_pix_fmt_name(id).getString()));
            }
        }
        return formats;
    }

    @Test
    void every_width_of_every_common_format_is_written_whole_and_nothing_beside_it()
            throws Exception {
        List<Format> common =
                formats().stream().filter(format -> COMMON.contains(format.name())).toList();
        assertThat(common).hasSameSizeAs(COMMON);
        for (Format format : common) {
            IntStream.rangeClosed(1, 130).forEach(width -> check(format, width));
            Arrays.stream(USUAL).forEach(width -> check(format, width));
        }
    }

    @Test
    void every_format_is_written_whole_and_nothing_beside_it() {
        List<Format> formats = formats();
        assertThat(formats).hasSizeGreaterThan(100);
        for (Format format : formats) {
            for (int width : new int[] {2, 6, 9, 14, 16, 63, 64, 65, 426, 854}) {
                check(format, width);
            }
        }
    }

    private void check(Format format, int width) {
        AVFrame picture = picture(format, width);
        try {
            assertThat(staleColumns(picture, width)).as("%s, %d wide", format, width).isEmpty();
        } catch (MediaException broken) {
            throw new AssertionError(format + ", " + width + " wide", broken);
        } finally {
            av_frame_free(picture);
        }
    }

    // A column that is as it was for both fillings was not written.
    private List<Integer> staleColumns(AVFrame picture, int width) throws MediaException {
        boolean[] written = new boolean[width];
        for (int canary : CANARIES) {
            Mat parent = filled(HEIGHT + GUARD, width, canary);
            Mat image = parent.rowRange(0, HEIGHT);
            converter.convert(picture, Orientation.UPRIGHT, new Size(width, HEIGHT), image);
            assertThat(image.dataAddr()).as("written in place").isEqualTo(parent.dataAddr());
            assertUntouched(parent, HEIGHT, canary);
            byte[] row = new byte[width * 3];
            image.get(1, 0, row);
            for (int i = 0; i < row.length; i++) {
                written[i / 3] |= (row[i] & 0xFF) != canary;
            }
            image.release();
            parent.release();
            assertRoomSuffices(picture, width, canary);
        }
        return IntStream.range(0, width).filter(column -> !written[column]).boxed().toList();
    }

    private void assertRoomSuffices(AVFrame picture, int width, int canary) throws MediaException {
        int rows = PictureConverter.roomyRows(HEIGHT);
        Mat parent = filled(rows + GUARD, PictureConverter.roomyColumns(width), canary);
        Mat image = parent.submat(0, HEIGHT, 0, width);
        converter.write(picture, width, HEIGHT, image);
        assertUntouched(parent, rows, canary);
        image.release();
        parent.release();
    }

    private static Mat filled(int rows, int columns, int canary) {
        return new Mat(rows, columns, CvType.CV_8UC3, new Scalar(canary, canary, canary));
    }

    private static void assertUntouched(Mat parent, int fromRow, int canary) {
        byte[] guard = new byte[GUARD * parent.cols() * 3];
        parent.get(fromRow, 0, guard);
        for (byte value : guard) {
            if ((value & 0xFF) != canary) {
                throw new AssertionError("written past the picture");
            }
        }
    }

    private static AVFrame picture(Format format, int width) {
        AVFrame picture = av_frame_alloc();
        picture.format(format.id());
        picture.width(width);
        picture.height(HEIGHT);
        assertThat(av_frame_get_buffer(picture, 0)).isGreaterThanOrEqualTo(0);
        for (int i = 0; i < 8; i++) {
            var buffer = picture.buf(i);
            if (buffer != null && !buffer.isNull()) {
                BytePointer data = buffer.data();
                Pointer.memset(data, 0x33, buffer.size());
            }
        }
        return picture;
    }
}
