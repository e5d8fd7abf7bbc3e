package org.classbarometer.output;

import java.nio.file.Files;
import java.nio.file.Path;

/// Grows a file and a folder until it is killed. Argument: where.
public final class GrowMain {
    private GrowMain() {}

    public static void main(String[] arguments) throws Exception {
        Path place = Path.of(arguments[0]);
        try (Growing file = Growing.file(place.resolve("week.csv"));
                Growing folder = Growing.folder(place, "lessons")) {
            Files.writeString(folder.path().resolve("one.csv"), "half");
            System.out.println("growing " + file.path());
            int _ = System.in.read();
        }
    }
}
