package org.classbarometer.frame;

import java.nio.file.Files;
import java.nio.file.Path;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.text.Text;

/// Opens the sources of this machine: its cameras, files, screen and network. Holds nothing;
/// thread-safe.
public final class SystemFrameSources implements FrameSources {
    public SystemFrameSources() {}

    @Override
    public FrameSource open(SourceChoice choice) throws FrameSourceException {
        OpenCv.load();
        return switch (choice) {
            case SourceChoice.Demo _ -> VideoSource.demo();
            case SourceChoice.Camera camera -> CameraSource.open(camera);
            case SourceChoice.File file -> open(file.path());
            case SourceChoice.Stream stream -> StreamSource.open(stream);
            case SourceChoice.Screen screen -> ScreenSource.open(screen);
        };
    }

    private static FrameSource open(Path path) throws FrameSourceException {
        if (Files.notExists(path)) {
            throw problem("frame.file.missing", path);
        }
        if (!Files.isReadable(path)) {
            throw problem("frame.file.unreadable", path);
        }
        if (Files.isDirectory(path)) {
            return ImageFolderSource.folder(path);
        }
        if (!Files.isRegularFile(path)) {
            // Reading a pipe that nobody writes to would wait for ever.
            throw problem("frame.file.special", path);
        }
        return ImageFolderSource.isImage(path)
                ? ImageFolderSource.single(path)
                : VideoSource.file(path);
    }

    private static FrameSourceException problem(String key, Path path) {
        return new FrameSourceException(Text.of(key, path.toString()), Outlook.HOPELESS, null);
    }
}
