package org.classbarometer.cli.doctor;

import static java.util.stream.Collectors.joining;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avutil;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.expression.OnnxRuntime;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.face.learned.FinderMetadata;
import org.classbarometer.face.learned.LearnedDetector;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.device.Cameras;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.QuickestFile;
import org.classbarometer.setup.ShippedModels;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// Tries the program's own parts: cameras, demo class, models, cascades, execution providers, decoders. OpenCV must be
/// loaded.
record PartsExamination(Installation installation) {
    /// A part that may fail in any way, native libraries included.
    private interface Check {
        Finding run() throws UserProblem, IOException, OrtException;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(cameras());
        findings.add(examine("demo", PartsExamination::demo));
        findings.addAll(models());
        findings.addAll(finder());
        findings.add(examine("shipped", this::shipped));
        findings.add(examine("cascades", this::cascades));
        findings.add(examine("providers", PartsExamination::providers));
        findings.add(examine("opencv", () -> Finding.ok("opencv", "OpenCV " + Core.VERSION)));
        findings.add(examine("ffmpeg", PartsExamination::ffmpeg));
        return findings;
    }

    private static Finding examine(String subject, Check examination) {
        try {
            return examination.run();
        } catch (UserProblem known) {
            return Finding.problem(subject, known.getMessage());
        } catch (IOException | OrtException | RuntimeException | LinkageError broken) {
            return Finding.problem(subject, Text.of("doctor.broken", broken.toString()));
        }
    }

    private static List<Finding> cameras() {
        List<CameraInfo> cameras = Cameras.list();
        if (cameras.isEmpty()) {
            return List.of(Finding.note("camera", Text.of("doctor.camera.none")));
        }
        return cameras.stream()
                .map(camera ->
                        Finding.ok(
                                "camera",
                                Text.of(
                                        "doctor.camera",
                                        new SourceChoice.Camera(camera.index()).text(),
                                        camera.name())))
                .toList();
    }

    private static Finding demo() throws FrameSourceException {
        Mat picture = new Mat();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            demo.read(picture);
            return Finding.ok("demo", Text.of("doctor.demo", picture.cols(), picture.rows()));
        } finally {
            picture.release();
        }
    }

    private List<Finding> models() {
        Path standard = installation.defaultModel();
        List<Finding> findings = new ArrayList<>();
        findings.add(examine("model", () -> model(standard)));
        new QuickestFile(installation)
                .compared(standard)
                // As timed when it was sound.
                .filter(compared -> isUsable(compared.file()))
                .ifPresent(compared -> findings.add(Finding.ok("model", quickest(compared))));
        for (Path other : files(installation.models(), ".onnx")) {
            if (!other.equals(standard) && !finderFiles().contains(other)) {
                Finding finding = examine("model", () -> model(other));
                // Only the model that is used without being asked for is essential.
                findings.add(
                        finding.status() == Finding.Status.PROBLEM
                                ? Finding.note("model", finding.text())
                                : finding);
            }
        }
        return findings;
    }

    private static boolean isUsable(Path model) {
        return examine("model", () -> model(model)).status() != Finding.Status.PROBLEM;
    }

    private static String quickest(QuickestFile.Timings compared) {
        return Text.of(
                "doctor.model.quickest",
                String.valueOf(compared.file().getFileName()),
                compared.floatMillis(),
                compared.eightBitMillis());
    }

    private static Finding model(Path file) throws UserProblem {
        try (ExpressionReader reader = OnnxExpressionReader.open(file, ExecutionProvider.CPU)) {
            ModelMetadata metadata = reader.metadata();
            String views =
                    reader.views().stream().map(labels -> labels.name()).collect(joining(", "));
            return Finding.ok(
                    "model",
                    Text.of(
                            "doctor.model",
                            String.valueOf(file.getFileName()),
                            metadata.version(),
                            String.join(", ", metadata.labels().labels()),
                            views,
                            metadata.licence()));
        }
    }

    private List<Path> finderFiles() {
        return List.of(installation.faceModel(), installation.faceCheck());
    }

    /// The learned finder and its check; without the one, Haar's cascades find faces, without the other
    /// the finder goes alone.
    private List<Finding> finder() {
        List<Finding> findings = new ArrayList<>();
        try (LearnedDetector learned = LearnedDetector.open(installation.faceModel())) {
            FinderMetadata finder = learned.metadata();
            findings.add(named(installation.faceModel(), finder.version(), finder.licence()));
            learned.checkWith(installation.faceCheck());
            learned.check()
                    .map(check -> named(installation.faceCheck(), check.version(), check.licence()))
                    .ifPresent(findings::add);
        } catch (UserProblem unusable) {
            findings.add(Finding.note("finder", unusable.getMessage()));
        }
        return findings;
    }

    private static Finding named(Path file, String version, String licence) {
        return Finding.ok(
                "finder",
                Text.of("doctor.finder", String.valueOf(file.getFileName()), version, licence));
    }

    // Not a problem: somebody may have exchanged one on purpose.
    private Finding shipped() throws IOException {
        List<Path> changed = ShippedModels.changed(installation.home());
        return changed.isEmpty()
                ? Finding.ok("shipped", Text.of("doctor.shipped"))
                : Finding.note(
                        "shipped",
                        Text.of(
                                "doctor.shipped.changed",
                                changed.size(),
                                changed.stream().map(Path::toString).collect(joining(", "))));
    }

    private Finding cascades() throws UserProblem {
        try (FaceDetector _ = HaarDetector.open(installation.cascades())) {
            String names =
                    files(installation.cascades(), ".xml").stream()
                            .map(file -> String.valueOf(file.getFileName()))
                            .collect(joining(", "));
            return Finding.ok("cascades", names);
        }
    }

    private static Finding providers() throws OrtException {
        OrtEnvironment runtime = OnnxRuntime.start();
        String names =
                OrtEnvironment.getAvailableProviders().stream()
                        .map(OrtProvider::name)
                        .sorted()
                        .collect(joining(", "));
        return Finding.ok("providers", Text.of("doctor.providers", runtime.getVersion(), names));
    }

    private static Finding ffmpeg() {
        return Finding.ok(
                "ffmpeg",
                Text.of(
                        "doctor.ffmpeg",
                        avutil.av_version_info().getString(),
                        avutil.avutil_license().getString()));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException _) {
            // The part that needs the folder says what is wrong with it.
            return List.of();
        }
    }
}
