package org.classbarometer.training.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there as a whole or not at all: written beside its place and then moved. Whoever
/// reads meanwhile, or after the program was killed, finds the old one or the new one.
public final class WholeFile {
    /// What is in it.
    @FunctionalInterface
    public interface Content {
        /// @param out buffered; closed by the caller
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// Takes the place of a file that is there.
    public static void write(Path file, Content content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
            content.writeTo(out);
        }
        Files.move(
                beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
