package org.classbarometer.report;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.classbarometer.output.Growing;
import org.classbarometer.output.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of an export, growing in a hidden folder inside their target until all are whole. Then
/// they are moved to their places; where that fails, those that were moved are taken away again, and
/// what was there before is put back.
final class ExportFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);

    private final Path target;
    private final boolean found;
    private final Growing growing;

    /// @param target made where it is missing
    ExportFolder(Path target) throws IOException {
        this.target = target;
        found = Files.exists(target);
        OwnerOnly.folder(target);
        try {
            growing = Growing.folder(target, "classbarometer-export");
        } catch (IOException failed) {
            leaveNoEmptyFolder();
            throw failed;
        }
    }

    /// Where the files are written first.
    Path growing() {
        return growing.path();
    }

    /// Puts every file into its place.
    ///
    /// @param names in the order in which they are told
    /// @param replace whether files that are there are replaced
    List<Path> finish(List<String> names, boolean replace) throws IOException {
        Map<Path, Path> kept = new LinkedHashMap<>();
        List<Path> moved = new ArrayList<>();
        try {
            for (String name : names) {
                Path to = target.resolve(name);
                if (replace && Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                    kept.put(to, aside(to));
                }
                moved.add(move(name, to));
            }
            return moved;
        } catch (IOException failed) {
            for (Path file : moved) {
                Files.deleteIfExists(file);
            }
            for (Map.Entry<Path, Path> old : kept.entrySet()) {
                Files.move(old.getValue(), old.getKey());
            }
            throw failed;
        }
    }

    // Kept until all are in their places.
    private Path aside(Path there) throws IOException {
        refuse(Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS), there);
        return Files.move(there, growing.path().resolve(there.getFileName() + ".before"));
    }

    private Path move(String name, Path to) throws IOException {
        Path from = growing.path().resolve(name);
        OwnerOnly.file(from);
        refuse(Files.exists(to, LinkOption.NOFOLLOW_LINKS), to);
        return Files.move(from, to);
    }

    private static void refuse(boolean there, Path file) throws FileAlreadyExistsException {
        if (there) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /// Leaves nothing but what was finished.
    @Override
    public void close() {
        growing.close();
        leaveNoEmptyFolder();
    }

    private void leaveNoEmptyFolder() {
        try {
            if (!found) {
                Files.deleteIfExists(target);
            }
        } catch (DirectoryNotEmptyException _) {
            // The export is in it.
        } catch (IOException failed) {
            LOG.warn("An empty folder could not be taken away", failed);
        }
    }
}
