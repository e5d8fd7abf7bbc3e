import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Copies libraries for a package. Jars lose the native libraries in them, which lie unpacked beside them,
/// and the parts that nothing here uses; what stays is stored, not compressed: the package as a whole packs
/// it better, and it is read faster.
final class Jars {
    private static final Pattern NATIVE =
            Pattern.compile(
                    ".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|lib|a)|.*\\.dSYM/.*|org/bytedeco/.*/(ffmpeg|ffprobe)(\\.exe)?");

    /// Bouncy Castle is here for Argon2 alone ([Image] proves that it still works), of the Liberation fonts
    /// the two of the reports.
    private static final Pattern UNUSED =
            Pattern.compile(
                    "(META-INF/versions/\\d+/)?org/bouncycastle/(?!asn1/[^/]+$|asn1/x9/|crypto/[^/]+$"
                            + "|crypto/(params|generators|digests)/|math/|util/).*"
                            + "|META-INF/BC.*\\.(SF|DSA|RSA|EC)"
                            + "|liberation/Liberation(Mono|Serif)-.*\\.ttf"
                            + "|liberation/LiberationSans-.*Italic\\.ttf");

    private final FileTime time;

    /// @param time that all copies bear, so that the same sources give the same bytes
    Jars(FileTime time) {
        this.time = time;
    }

    void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            copy(file, to.resolve(file.getFileName()));
        }
    }

    /// Copies a jar or another file; a jar left without anything to load is not written.
    void copy(Path file, Path copy) throws IOException {
        if (!file.toString().endsWith(".jar")) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            List<ZipEntry> kept =
                    jar.stream()
                            .<ZipEntry>map(entry -> entry)
                            .filter(entry -> !entry.isDirectory())
                            .filter(entry -> !NATIVE.matcher(entry.getName()).matches())
                            .filter(entry -> !UNUSED.matcher(entry.getName()).matches())
                            .toList();
            if (kept.stream().allMatch(entry -> entry.getName().startsWith("META-INF/"))) {
                return;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
                out.setMethod(ZipOutputStream.STORED);
                for (ZipEntry entry : kept) {
                    store(jar, entry, out);
                }
            }
        }
    }

    private void store(JarFile jar, ZipEntry entry, ZipOutputStream out) throws IOException {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            bytes = withoutSignatures(bytes);
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry fresh = new ZipEntry(entry.getName());
        fresh.setLastModifiedTime(time);
        fresh.setSize(bytes.length);
        fresh.setCrc(sum.getValue());
        out.putNextEntry(fresh);
        out.write(bytes);
        out.closeEntry();
    }

    /// The sections about single files hold their sums, and Bouncy Castle's are a megabyte.
    private static byte[] withoutSignatures(byte[] manifest) throws IOException {
        Manifest all = new Manifest(new ByteArrayInputStream(manifest));
        all.getEntries().clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        all.write(out);
        return out.toByteArray();
    }
}
