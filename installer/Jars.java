import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
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
/// it better, and it is read faster. Classes of old compilers are brought to a form that the cache for quick
/// starts takes.
final class Jars {
    private static final Pattern NATIVE =
            Pattern.compile(
                    ".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|lib|a)|.*\\.dSYM/.*|org/bytedeco/.*/(ffmpeg|ffprobe)(\\.exe)?");

    /// Bouncy Castle is here for Argon2 alone ([Image] proves that it still works), of the Liberation fonts
    /// the two of the reports, whose letters are named by `Identity-H` and by no table for East Asian fonts;
    /// of the themes two.
    private static final Pattern UNUSED =
            Pattern.compile(
                    "(META-INF/versions/\\d+/)?org/bouncycastle/(?!asn1/[^/]+$|asn1/x9/|crypto/[^/]+$"
                            + "|crypto/(params|generators|digests)/|math/|util/).*"
                            + "|META-INF/BC.*\\.(SF|DSA|RSA|EC)"
                            + "|liberation/Liberation(Mono|Serif)-.*\\.ttf"
                            + "|liberation/LiberationSans-.*Italic\\.ttf"
                            + "|org/apache/fontbox/cmap/(?!Identity-)[^/.]+"
                            + "|atlantafx/base/theme/(cupertino-|dracula|nord-).*"
                            + "|org/controlsfx/(control/worldmap-.*\\.properties|glyphfont/.*\\.ttf)");

    /// Older class files have no stack maps: the cache leaves them out, and verifying them takes long.
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

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
            try (URLClassLoader classes = new URLClassLoader(new URL[] {file.toUri().toURL()}, null);
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
                out.setMethod(ZipOutputStream.STORED);
                for (ZipEntry entry : kept) {
                    store(jar, entry, classes, out);
                }
            }
        }
    }

    private void store(JarFile jar, ZipEntry entry, ClassLoader classes, ZipOutputStream out)
            throws IOException {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            bytes = withoutSignatures(bytes);
        } else if (entry.getName().endsWith(".class") && isOld(bytes)) {
            bytes = withStackMaps(bytes, classes);
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

    // The version stands behind the mark and the minor version.
    private static boolean isOld(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getShort(6) < FIRST_WITH_STACK_MAPS;
    }

    private static byte[] withStackMaps(byte[] bytes, ClassLoader classes) {
        ClassFile files =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(classes)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        return files.transformClass(
                files.parse(bytes),
                // Bodies that nothing touches would be copied as they are, without stack maps.
                ClassTransform.transformingMethodBodies(CodeBuilder::with)
                        .andThen(ClassTransform.endHandler(
                                all -> all.withVersion(FIRST_WITH_STACK_MAPS, 0))));
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
