package org.classbarometer.planted;

import java.nio.file.Path;
import org.classbarometer.report.image.ChartFile;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.classbarometer.text.UserProblem;

@Breaks(Rule.CHARTS_ARE_THE_ONLY_IMAGES)
final class SavesAnImage {
    private SavesAnImage() {}

    static Path save(int[] pixels) throws UserProblem {
        return ChartFile.write(pixels, 1, Path.of("."), "picture");
    }
}
