package org.classbarometer.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.output.Growing;
import org.classbarometer.output.OwnerOnly;

/// The files of an export, growing in a hidden folder inside their target until all are whole. Then
/// they are moved to their places; where that fails, those that were moved are taken away again.
final class ExportFolder implements AutoCloseable {
    private final Path target;
    private final Growing growing;

    /// @param target made where it is missing
    ExportFolder(Path target) throws IOException {
        this.target = target;
        OwnerOnly.folder(target);
        growing = Growing.folder(target, "classbarometer-export");
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
        List<Path> moved = new ArrayList<>();
        try {
            for (String name : names) {
                moved.add(move(name, replace));
            }
            return moved;
        } catch (IOException failed) {
            if (!replace) {
                for (Path file : moved) {
                    Files.deleteIfExists(file);
                }
            }
            throw failed;
        }
    }

    private Path move(String name, boolean replace) throws IOException {
        Path from = growing.path().resolve(name);
        Path to = target.resolve(name);
        OwnerOnly.file(from);
        if (replace) {
            return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        return Files.move(from, to);
    }

    /// Leaves nothing but what was finished.
    @Override
    public void close() {
        growing.close();
    }
}
