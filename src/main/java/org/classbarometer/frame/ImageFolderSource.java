package org.classbarometer.frame;

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
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/// A folder of images, or one image, played like a slide show: one a second, in the order a person
/// would count them. An image that cannot be read is passed over, counted and named.
final class ImageFolderSource implements FrameSource {
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Set<String> IMAGES =
            Set.of(
                    "jpg", "jpeg", "jpe", "png", "bmp", "dib", "webp", "tif", "tiff", "pgm", "ppm",
                    "pbm", "pnm", "jp2");

    private final String title;
    private final List<Path> images;
    private int next;
    private long shown;
    private int skipped;
    private String lastSkipped = "";

    private ImageFolderSource(String title, List<Path> images) {
        this.title = title;
        this.images = images;
    }

    static ImageFolderSource folder(Path folder) throws FrameSourceException {
        List<Path> images = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, ImageFolderSource::isImage)) {
            entries.forEach(images::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw problem("frame.file.unreadable", unreadable, folder.toString());
        }
        if (images.isEmpty()) {
            throw problem("frame.folder.empty", null, folder.toString());
        }
        images.sort(NaturalOrder.OF_FILE_NAMES);
        return new ImageFolderSource(fileName(folder), List.copyOf(images));
    }

    static ImageFolderSource single(Path image) {
        return new ImageFolderSource(fileName(image), List.of(image));
    }

    /// Whether its name says that it is an image; hidden files, as some cameras' cards are full of,
    /// are none.
    static boolean isImage(Path path) {
        String name = fileName(path).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && IMAGES.contains(name.substring(name.lastIndexOf('.') + 1))
                && !Files.isDirectory(path);
    }

    private static String fileName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static FrameSourceException problem(
            String key, @Nullable Exception cause, Object... arguments) {
        return new FrameSourceException(Text.of(key, arguments), Outlook.HOPELESS, cause);
    }

    /// Tells how many images could not be read, and which was the last.
    @Override
    public String name() {
        return skipped == 0 ? title : Text.of("frame.folder.skipped", title, skipped, lastSkipped);
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
            if (ImageDecoder.decode(path, image)) {
                return OptionalLong.of(shown++ * STEP_NANOS);
            }
            skipped++;
            lastSkipped = fileName(path);
        }
        if (shown == 0) {
            throw problem("frame.folder.unreadable", null, title, skipped, lastSkipped);
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        // Every image is opened and closed while it is read.
    }
}
