package org.classbarometer.planted;

import java.io.FileOutputStream;
import java.io.IOException;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.FEW_PLACES_WRITE_FILES)
final class WritesPixelsTheOldWay {
    private WritesPixelsTheOldWay() {}

    static void write(byte[] pixels) throws IOException {
        try (FileOutputStream out = new FileOutputStream("pixels")) {
            out.write(pixels);
        }
    }
}
