package org.classbarometer.frame.picture;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.IntPointer;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// How a stored picture must be turned to stand upright: first rows and columns change places if
/// `swapped`, then left and right, then top and bottom.
///
/// @param swapped rows become columns, as in a phone held upright
/// @param leftRight left becomes right
/// @param topBottom top becomes bottom
public record Orientation(boolean swapped, boolean leftRight, boolean topBottom) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    // The flip codes of OpenCV.
    private static final int AROUND_X = 0;
    private static final int AROUND_Y = 1;
    private static final int AROUND_BOTH = -1;

    /// @param value the EXIF tag 0x0112, 1 to 8 (EXIF 2.32, 4.6.4); upright for any other
    static Orientation ofExif(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /// By the display matrix that FFmpeg passes on with a picture: of an MP4's track header
    /// (ISO/IEC 14496-12, 8.3.2) or of an H.265 stream. A turn that is no quarter is rounded to one.
    public static Orientation of(AVFrame picture) {
        AVFrameSideData side = av_frame_get_side_data(picture, AV_FRAME_DATA_DISPLAYMATRIX);
        if (side == null || side.isNull()) {
            return UPRIGHT;
        }
        // Row by row: x' = a x + c y, y' = b x + d y, with a and b first, then c and d.
        IntPointer matrix = new IntPointer(side.data());
        return ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }

    static Orientation ofMatrix(long a, long b, long c, long d) {
        boolean swapped = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
        return swapped ? new Orientation(true, c < 0, b < 0) : new Orientation(false, a < 0, d < 0);
    }

    /// Writes the picture as it is to be seen.
    ///
    /// @param from what was stored; when this changes nothing, `to` is a copy of it
    void apply(Mat from, Mat to) {
        if (swapped) {
            Core.transpose(from, to);
            if (leftRight || topBottom) {
                Core.flip(to, to, flipCode());
            }
        } else if (leftRight || topBottom) {
            Core.flip(from, to, flipCode());
        } else {
            from.copyTo(to);
        }
    }

    private int flipCode() {
        if (leftRight && topBottom) {
            return AROUND_BOTH;
        }
        return leftRight ? AROUND_Y : AROUND_X;
    }
}
