package org.classbarometer.face;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Regions of the picture that are never analysed and always blurred. Immutable.
///
/// @param regions in fractions of the frame's width and height, so that they hold at any resolution
public record Masks(List<Region> regions) {
    public static final Masks NONE = new Masks(List.of());

    /// A rectangle in [0, 1] of the frame's width and height.
    public record Region(double x, double y, double width, double height) {
        public Region {
            if (!(x >= 0
                    && y >= 0
                    && width > 0
                    && height > 0
                    && x + width <= 1 + 1e-9
                    && y + height <= 1 + 1e-9)) {
                throw new IllegalArgumentException(
                        "mask outside the picture: " + x + "," + y + "," + width + "," + height);
            }
        }

        /// Whether everything this other one hides is hidden by this one alone.
        public boolean covers(Region other) {
            return x <= other.x
                    && y <= other.y
                    && x + width >= other.x + other.width
                    && y + height >= other.y + other.height;
        }

        /// The rectangle in pixels of a frame of this size, grown to whole pixels.
        public Rect in(int frameWidth, int frameHeight) {
            int left = (int) Math.floor(x * frameWidth);
            int top = (int) Math.floor(y * frameHeight);
            int right = Math.min(frameWidth, (int) Math.ceil((x + width) * frameWidth));
            int bottom = Math.min(frameHeight, (int) Math.ceil((y + height) * frameHeight));
            return new Rect(left, top, right - left, bottom - top);
        }
    }

    public Masks {
        regions = List.copyOf(regions);
    }

    /// Makes the masked regions of a frame unrecognisable in place. Done before anything else sees
    /// the frame, so that neither the analysis nor the screen ever has the original pixels.
    public void blur(Mat bgr) {
        for (Region region : regions) {
            Rect rect = region.in(bgr.cols(), bgr.rows());
            if (rect.empty()) {
                continue;
            }
            Mat part = bgr.submat(rect);
            Mat tiny = new Mat();
            // A face keeps a few tiles at most: a tile is a twentieth of the frame's width, and in
            // a mask drawn round one large face a quarter of the mask.
            double tile = Math.max(8, bgr.cols() / 20.0);
            tile = Math.max(tile, Math.min(rect.width, rect.height) / 4.0);
            Size tiles =
                    new Size(
                            Math.max(1, Math.round(rect.width / tile)),
                            Math.max(1, Math.round(rect.height / tile)));
            Imgproc.resize(part, tiny, tiles, 0, 0, Imgproc.INTER_AREA);
            Imgproc.resize(tiny, part, part.size(), 0, 0, Imgproc.INTER_LINEAR);
            tiny.release();
            part.release();
        }
    }

    /// Whether a face box touches a mask with more than a tenth of its area: it is then left alone.
    public boolean hides(Box face, int frameWidth, int frameHeight) {
        for (Region region : regions) {
            Rect rect = region.in(frameWidth, frameHeight);
            if (!rect.empty()) {
                Box masked = new Box(rect.x, rect.y, rect.width, rect.height);
                if (face.intersection(masked) > face.area() / 10) {
                    return true;
                }
            }
        }
        return false;
    }
}
