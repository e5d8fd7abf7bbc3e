package org.classbarometer.frame.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.device.CameraSource;
import org.classbarometer.frame.device.ScreenSource;
import org.classbarometer.frame.device.WindowSource;
import org.classbarometer.frame.media.MjpegSource;
import org.classbarometer.frame.media.StreamSource;
import org.classbarometer.frame.media.VideoSource;
import org.classbarometer.frame.media.WebSources;
import org.classbarometer.frame.picture.ImageFolderSource;
import org.classbarometer.frame.picture.PictureKind;

/// Opens the sources of this machine: its cameras, files, screen, windows and network. Holds nothing;
/// thread-safe.
public final class SystemFrameSources implements FrameSources {
    private static final int BEGINNING = 16;

    public SystemFrameSources() {}

    @Override
    public FrameSource open(SourceChoice choice) throws FrameSourceException {
        OpenCv.load();
        return switch (choice) {
            case SourceChoice.Demo _ -> VideoSource.demo();
            case SourceChoice.Camera camera -> CameraSource.open(camera);
            case SourceChoice.File file -> open(file.path());
            case SourceChoice.Stream stream ->
                    stream.isWeb() ? WebSources.open(stream) : StreamSource.open(stream);
            case SourceChoice.Screen screen -> ScreenSource.open(screen);
            case SourceChoice.Window window -> WindowSource.open(window);
        };
    }

    private static FrameSource open(Path path) throws FrameSourceException {
        if (Files.notExists(path)) {
            throw FrameSourceException.hopeless(null, "frame.file.missing", path.toString());
        }
        if (!Files.isReadable(path)) {
            throw FrameSourceException.hopeless(null, "frame.file.unreadable", path.toString());
        }
        if (Files.isDirectory(path)) {
            return ImageFolderSource.folder(path);
        }
        if (!Files.isRegularFile(path)) {
            // Reading a pipe that nobody writes to would wait for ever.
            throw FrameSourceException.hopeless(null, "frame.file.special", path.toString());
        }
        return ImageFolderSource.isImage(path) ? ImageFolderSource.single(path) : byContent(path);
    }

    // Names of recordings say little: a file of JPEGs has no container that FFmpeg would know.
    private static FrameSource byContent(Path path) throws FrameSourceException {
        Optional<PictureKind> kind;
        try (InputStream file = Files.newInputStream(path)) {
            kind = PictureKind.of(ByteBuffer.wrap(file.readNBytes(BEGINNING)));
        } catch (IOException unreadable) {
            throw FrameSourceException.hopeless(null, "frame.file.unreadable", path.toString());
        }
        if (kind.isEmpty()) {
            return VideoSource.file(path);
        }
        return kind.get() == PictureKind.JPEG
                ? MjpegSource.file(path)
                : ImageFolderSource.single(path);
    }
}
