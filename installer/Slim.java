import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Copies a folder of libraries for a package: jars without the native libraries in them, which lie
/// unpacked beside them, for this system only. Run as `java Slim.java FROM TO EPOCH-SECONDS`; all times
/// become the given one, so that the same sources give the same bytes.
class Slim {
    private static final Pattern NATIVE =
            Pattern.compile(
                    ".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|lib|a)|.*\\.dSYM/.*|org/bytedeco/.*/(ffmpeg|ffprobe)(\\.exe)?");

    public static void main(String[] arguments) throws IOException {
        Path to = Files.createDirectories(Path.of(arguments[1]));
        FileTime time = FileTime.from(Instant.ofEpochSecond(Long.parseLong(arguments[2])));
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(file.getFileName());
            if (!file.toString().endsWith(".jar") || !slim(file, copy, time)) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            if (Files.exists(copy)) {
                Files.setLastModifiedTime(copy, time);
            }
        }
    }

    /// @return whether there was something to leave out; a jar left without classes is not written
    private static boolean slim(Path file, Path copy, FileTime time) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<ZipEntry> kept =
                    jar.stream()
                            .<ZipEntry>map(entry -> entry)
                            .filter(entry -> !entry.isDirectory())
                            .filter(entry -> !NATIVE.matcher(entry.getName()).matches())
                            .toList();
            if (kept.size() == jar.stream().filter(entry -> !entry.isDirectory()).count()) {
                return false;
            }
            if (kept.stream().noneMatch(entry -> entry.getName().endsWith(".class"))) {
                return true;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
                for (ZipEntry entry : kept) {
                    ZipEntry fresh = new ZipEntry(entry.getName());
                    fresh.setLastModifiedTime(time);
                    out.putNextEntry(fresh);
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
            return true;
        }
    }
}
