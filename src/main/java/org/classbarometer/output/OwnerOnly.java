package org.classbarometer.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders for nobody but their owner, where the file system knows of owners. On Windows
/// they have what the folder around them gives.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /// Makes a folder, and those above it, where they are missing; one that is there stays as it is.
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /// Makes the program's own folder where it is missing, and closes it to others where it is open.
    public static void ownFolder(Path folder) throws IOException {
        folder(folder);
        if (posix(folder) && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /// Makes an empty file.
    public static void create(Path file) throws IOException {
        Files.createFile(file, ofFile(file));
    }

    /// Closes a file to others.
    public static void file(Path file) throws IOException {
        if (posix(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    static FileAttribute<?>[] ofFile(Path file) {
        return attributes(file, FILE);
    }

    static FileAttribute<?>[] ofFolder(Path folder) {
        return attributes(folder, FOLDER);
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return posix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
