package org.classbarometer.planted;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_KNOWS_A_PICTURE_WRITER)
final class WritesWithImageIo {
    private WritesWithImageIo() {}

    static boolean write(BufferedImage image) throws IOException {
        return ImageIO.write(image, "png", new File("image.png"));
    }
}
