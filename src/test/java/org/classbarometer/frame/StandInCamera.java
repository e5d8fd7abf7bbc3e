package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.classbarometer.frame.system.SystemFrameSources;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/// A camera without hardware: a library that answers in the kernel's place when it is preloaded, and
/// shows pictures of the demo class. Linux only.
///
/// @param library what is to be preloaded
/// @param pictures folder of what it shows
public record StandInCamera(Path library, Path pictures) {
    /// Builds it; skips the test where there is no C compiler.
    public static StandInCamera build(Path folder) throws Exception {
        OpenCv.load();
        return new StandInCamera(library(folder), pictures(folder));
    }

    /// What a process needs around it to see it as camera 0.
    public Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "V4L2CAM_DIR", pictures.toString());
    }

    /// While this file is there, the plug is pulled.
    public Path unplugged() {
        return pictures.resolve("unplugged");
    }

    private static Path library(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("libv4l2camera.so");
        Process compiler;
        try {
            compiler =
                    new ProcessBuilder(
                                    "cc",
                                    "-shared",
                                    "-fPIC",
                                    "-O2",
                                    "-o",
                                    library.toString(),
                                    "src/test/c/v4l2_camera.c",
                                    "-ldl")
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException _) {
            assumeThat(false).as("no C compiler (cc) to build the stand-in camera").isTrue();
            throw new AssertionError();
        }
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(compiler.waitFor()).as("cc: " + said).isZero();
        return library;
    }

    private static Path pictures(Path folder) throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Mat image = new Mat();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            for (int i = 1; i <= 10; i++) {
                assertThat(demo.read(image)).isPresent();
                Path picture = pictures.resolve("img_%03d.jpg".formatted(i));
                assertThat(Imgcodecs.imwrite(picture.toString(), image)).isTrue();
            }
        }
        image.release();
        return pictures;
    }
}
