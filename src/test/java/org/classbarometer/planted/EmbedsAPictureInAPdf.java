package org.classbarometer.planted;

import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_KNOWS_A_PICTURE_WRITER)
final class EmbedsAPictureInAPdf {
    private EmbedsAPictureInAPdf() {}

    static int width(PDImageXObject image) {
        return image.getWidth();
    }
}
