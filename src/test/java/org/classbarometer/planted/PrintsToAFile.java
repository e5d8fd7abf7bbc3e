package org.classbarometer.planted;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.FEW_PLACES_WRITE_FILES)
final class PrintsToAFile {
    private PrintsToAFile() {}

    static PrintWriter open() throws IOException {
        return new PrintWriter("words", StandardCharsets.UTF_8);
    }
}
