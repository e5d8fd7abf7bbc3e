package org.classbarometer.planted;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.FEW_PLACES_WRITE_FILES)
final class WritesPixelsThroughAChannel {
    private WritesPixelsThroughAChannel() {}

    static FileChannel open() throws IOException {
        return FileChannel.open(Path.of("pixels"), StandardOpenOption.WRITE);
    }
}
