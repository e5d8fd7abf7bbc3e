package org.classbarometer.training.net;

/// Size of one picture or feature map, the batch left out. A vector is `channels` by 1 by 1.
///
/// @param channels at least 1
/// @param height in cells, at least 1
/// @param width in cells, at least 1
public record Extent(int channels, int height, int width) {
    public Extent {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "nothing is left of the picture: " + channels + "x" + height + "x" + width);
        }
    }

    public static Extent vector(int length) {
        return new Extent(length, 1, 1);
    }

    /// Cells of one channel.
    public int cells() {
        return height * width;
    }

    /// All values.
    public int size() {
        return channels * cells();
    }
}
