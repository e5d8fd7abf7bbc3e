package org.classbarometer.selfcheck.diary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An empty file beside a sealed diary. It tells a diary that never had a passphrase from one whose
/// file was cut off, lost its seal or is gone, which nothing inside that file can tell.
record SealMark(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(SealMark.class);

    boolean isThere() {
        return Files.exists(file);
    }

    /// Where it cannot be made, on a full disk for instance, the next opening tries again.
    void put() {
        if (!isThere()) {
            try {
                Files.createFile(file);
            } catch (IOException failed) {
                LOG.warn("The diary's mark is not written", failed);
            }
        }
    }
}
