package org.classbarometer.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.FEW_PLACES_WRITE_FILES)
final class WritesPixels {
    private WritesPixels() {}

    static Path write(byte[] pixels) throws IOException {
        return Files.write(Path.of("pixels"), pixels);
    }
}
