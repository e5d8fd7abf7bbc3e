package org.classbarometer.frame.picture;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.text.Text;
import org.opencv.core.Mat;

/// A folder of images, or one image, played like a slide show: one a second, in the order a person
/// would count them. What is not shown is counted and named: files of other kinds, folders, images
/// that cannot be read.
public final class ImageFolderSource implements FrameSource {
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Set<String> IMAGES =
            Set.of(
                    "jpg", "jpeg", "jpe", "png", "bmp", "dib", "webp", "tif", "tiff", "pgm", "ppm",
                    "pbm", "pnm", "jp2");

    private static final Set<String> SYSTEM = Set.of("thumbs.db", "desktop.ini", "__macosx");
    private static final int NAMED = 3;

    private final String title;
    private final List<Path> images;
    private final List<String> leftOut;
    private final ImageDecoder decoder = new ImageDecoder();
    private int next;
    private long shown;

    private ImageFolderSource(String title, List<Path> images, List<String> leftOut) {
        this.title = title;
        this.images = images;
        this.leftOut = new ArrayList<>(leftOut);
    }

    public static ImageFolderSource folder(Path folder) throws FrameSourceException {
        List<Path> images = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, ImageFolderSource::isVisible)) {
            entries.forEach(entry -> (isImage(entry) ? images : others).add(entry));
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw FrameSourceException.hopeless(
                    unreadable, "frame.file.unreadable", folder.toString());
        }
        if (images.isEmpty()) {
            throw others.isEmpty()
                    ? FrameSourceException.hopeless(null, "frame.folder.empty", folder.toString())
                    : FrameSourceException.hopeless(
                            null,
                            "frame.folder.others",
                            folder.toString(),
                            others.size(),
                            named(names(others)));
        }
        images.sort(NaturalOrder.OF_FILE_NAMES);
        return new ImageFolderSource(fileName(folder), List.copyOf(images), names(others));
    }

    public static ImageFolderSource single(Path image) {
        return new ImageFolderSource(fileName(image), List.of(image), List.of());
    }

    /// Whether it is a file whose name says that it is an image.
    public static boolean isImage(Path path) {
        String name = fileName(path).toLowerCase(Locale.ROOT);
        return IMAGES.contains(name.substring(name.lastIndexOf('.') + 1))
                && Files.isRegularFile(path);
    }

    // Hidden files, of which some cameras' cards are full, and what Windows adds to every folder.
    private static boolean isVisible(Path path) {
        String name = fileName(path).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !SYSTEM.contains(name);
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream()
                .sorted(NaturalOrder.OF_FILE_NAMES)
                .map(ImageFolderSource::fileName)
                .toList();
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + ", ..." : first;
    }

    private static String fileName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /// Tells how much was left out and what.
    @Override
    public String name() {
        return leftOut.isEmpty()
                ? title
                : Text.of("frame.folder.skipped", title, leftOut.size(), named(leftOut));
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public double framesPerSecond() {
        return (double) TimeUnit.SECONDS.toNanos(1) / STEP_NANOS;
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        while (next < images.size()) {
            Path path = images.get(next++);
            switch (decoder.decode(path, image)) {
                case DECODED -> {
                    return OptionalLong.of(shown++ * STEP_NANOS);
                }
                case TOO_LARGE -> leftOut.add(Text.of("frame.image.tooLarge", fileName(path)));
                case UNREADABLE -> leftOut.add(fileName(path));
            }
        }
        if (shown == 0) {
            throw FrameSourceException.hopeless(
                    null, "frame.folder.unreadable", title, leftOut.size(), named(leftOut));
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
