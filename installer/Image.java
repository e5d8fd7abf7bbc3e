import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Lays out what every package holds, from what the build left in `target`; installer/build calls it, with
/// SOURCE_DATE_EPOCH set, in the source folder, with the JDK whose Java goes into the package.
///
///     java installer/Image.java program FOLDER           jars, native libraries, models, licences
///     java installer/Image.java runtime PROGRAM FOLDER   a Java of the modules that PROGRAM uses
///     java installer/Image.java options PROGRAM FILE     the flags for its Java, as jpackage reads them
///     java installer/Image.java rehearse PROGRAM JAVA DATA   a cache for quick starts, in PROGRAM
final class Image {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    /// Used without the classes naming them: encodings of old CSV files, and dates and numbers as the
    /// program's two languages write them.
    private static final List<String> UNNAMED_MODULES = List.of("jdk.charsets", "jdk.localedata");

    private static final String LANGUAGES = "en,de";

    /// Named by JavaFX, and used only while somebody records its events.
    private static final String RECORDER = "jdk.jfr";

    private static final FileTime TIME =
            FileTime.from(Instant.ofEpochSecond(Long.parseLong(System.getenv("SOURCE_DATE_EPOCH"))));

    private Image() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> paths =
                Arrays.stream(arguments).skip(1).map(path -> Path.of(path).toAbsolutePath()).toList();
        switch (arguments[0]) {
            case "program" -> program(paths.get(0));
            case "runtime" -> runtime(paths.get(0), paths.get(1));
            case "options" -> options(paths.get(0), paths.get(1));
            case "rehearse" -> rehearse(paths.get(0), paths.get(1), paths.get(2));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void program(Path program) throws IOException {
        Path target = Path.of("target");
        Files.createDirectories(program.resolve("licences"));
        Files.createDirectories(program.resolve("models"));
        Files.createDirectories(program.resolve("cascades"));
        Jars jars = new Jars(TIME);
        jars.copyAll(target.resolve("lib"), program.resolve("lib"));
        if (WINDOWS) {
            jars.copyAll(target.resolve("bin"), program.resolve("bin"));
        }
        jars.copy(target.resolve("classbarometer.jar"), program.resolve("classbarometer.jar"));
        copy(target.resolve("classes/jvm.args"), program);
        // The model that is used without being asked for, for processors of both kinds, and the finder's two.
        for (String model : List.of("expression", "expression-8bit", "face", "face-check")) {
            copy(Path.of("models", model + ".onnx"), program.resolve("models"));
        }
        for (String card : List.of("expression", "face", "face-check")) {
            copy(Path.of("models", card + ".md"), program.resolve("models"));
        }
        try (Stream<Path> cascades = Files.list(Path.of("cascades"))) {
            for (Path file : cascades.filter(file -> !file.getFileName().toString().startsWith(".")).toList()) {
                copy(file, program.resolve("cascades"));
            }
        }
        for (String text :
                List.of(
                        "LICENSE",
                        "NOTICE",
                        "docs/third-party.md",
                        "docs/law.md",
                        "docs/law.de.md",
                        "docs/privacy.md",
                        "docs/user-guide.md")) {
            copy(Path.of(text), program.resolve("licences"));
        }
        if (!WINDOWS) {
            Files.createDirectories(program.resolve("installer"));
            copy(Path.of("installer/linux-libraries"), program.resolve("installer"));
        }
        provePassphrases(program.resolve("lib"));
        touch(program);
    }

    /// The diary's passphrases need what [Jars] has left of Bouncy Castle: one is computed with it.
    private static void provePassphrases(Path lib) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (String jar : jarsOf(lib)) {
            jars.add(Path.of(jar).toUri().toURL());
        }
        String name = "org.bouncycastle.crypto.";
        try (URLClassLoader loader =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> parameters = loader.loadClass(name + "params.Argon2Parameters");
            Class<?> builder = loader.loadClass(name + "params.Argon2Parameters$Builder");
            Object built = builder.getMethod("build").invoke(builder.getConstructor().newInstance());
            Class<?> generator = loader.loadClass(name + "generators.Argon2BytesGenerator");
            Object ready = generator.getConstructor().newInstance();
            generator.getMethod("init", parameters).invoke(ready, built);
            generator
                    .getMethod("generateBytes", char[].class, byte[].class)
                    .invoke(ready, "passphrase".toCharArray(), new byte[16]);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("Argon2 lacks a part that the package leaves out", missing);
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    private static void runtime(Path program, Path runtime) throws IOException {
        List<String> asks =
                new ArrayList<>(
                        List.of("--print-module-deps", "--ignore-missing-deps", "-q", "--multi-release", "25"));
        asks.addAll(List.of("-cp", String.join(File.pathSeparator, jarsOf(program.resolve("lib")))));
        asks.add(program.resolve("classbarometer.jar").toString());
        TreeSet<String> modules = new TreeSet<>(List.of(run("jdeps", asks).strip().split(",")));
        modules.addAll(UNNAMED_MODULES);
        modules.remove(RECORDER);
        run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules),
                        "--include-locales=" + LANGUAGES,
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-0",
                        "--output",
                        runtime.toString()));
        touch(runtime);
    }

    private static List<String> jarsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
        }
    }

    private static String run(String tool, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                ToolProvider.findFirst(tool)
                        .orElseThrow()
                        .run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + out + err);
        }
        return out.toString();
    }

    private static void options(Path program, Path file) throws IOException {
        List<String> flags = new ArrayList<>();
        for (String line : Files.readAllLines(program.resolve("jvm.args"))) {
            if (!line.startsWith("#")) {
                flags.addAll(List.of(line.strip().split(" +")));
            }
        }
        flags.add("-XX:AOTCache=$APPDIR/classbarometer.aot");
        flags.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        flags.add("-XX:ErrorFile=" + (WINDOWS ? "NUL" : "/dev/null"));
        flags.add("-Djava.library.path=$APPDIR/" + (WINDOWS ? "bin" : "lib"));
        flags.add("-Dclassbarometer.home=$APPDIR");
        Files.write(file, flags.stream().map(flag -> "--java-options \"" + flag + "\"").toList());
    }

    /// The cache knows the jars by size and time: nothing may touch them afterwards.
    private static void rehearse(Path program, Path java, Path data) throws IOException, InterruptedException {
        Path cache = program.resolve("classbarometer.aot");
        Path log = Files.createDirectories(data).resolve("rehearsal.log");
        int code =
                new ProcessBuilder(
                                java.toString(),
                                "@" + program.resolve("jvm.args"),
                                "-XX:AOTCacheOutput=" + cache,
                                "-Djava.library.path=" + program.resolve(WINDOWS ? "bin" : "lib"),
                                "-Dclassbarometer.home=" + program,
                                "-Dclassbarometer.data=" + data,
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-cp",
                                program.resolve("classbarometer.jar").toString(),
                                "org.classbarometer.Rehearsal")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (code != 0 || !Files.exists(cache)) {
            throw new IllegalStateException("The rehearsal failed (" + code + "): " + Files.readString(log));
        }
        Files.setLastModifiedTime(cache, TIME);
    }

    private static void touch(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, TIME);
            }
        }
    }
}
