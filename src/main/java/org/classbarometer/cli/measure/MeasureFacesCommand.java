package org.classbarometer.cli.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.evaluate.Attack;
import org.classbarometer.evaluate.AttackedSource;
import org.classbarometer.evaluate.ClipTruth;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.evaluate.detection.BoxAgreement;
import org.classbarometer.evaluate.detection.ClipFaceEvaluation;
import org.classbarometer.evaluate.detection.DetectionEvaluation;
import org.classbarometer.evaluate.detection.DetectionTables;
import org.classbarometer.evaluate.detection.Photographs;
import org.classbarometer.evaluate.detection.Photographs.Photograph;
import org.classbarometer.evaluate.detection.PortraitEvaluation;
import org.classbarometer.evaluate.detection.VideoFaces;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Finders;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `measure faces`: what every finder finds, side by side. Without options on the demo class, as it is and
/// made hard; or on what the options name.
@Command(name = "faces", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class MeasureFacesCommand implements Callable<Integer> {
    /// Five seconds of the demo class are made hard: what is not found by then is lost.
    private static final int ATTACKED_FRAMES = 60;

    private static final int[] PORTRAIT_WIDTHS = {36, 24};
    private static final String HAAR = FinderChoice.HAAR.word();

    private final Surroundings surroundings;
    private final FrameSources sources = new SystemFrameSources();

    @Option(names = "--photos", paramLabel = "FOLDER", split = ",")
    private List<Path> photos = List.of();

    @Option(names = "--part", paramLabel = "NAME")
    private Optional<String> part = Optional.empty();

    @Option(names = "--reporting")
    private boolean reporting;

    @Option(names = "--choosing")
    private boolean choosing;

    @Option(names = "--portraits", paramLabel = "FILE")
    private Optional<Path> portraits = Optional.empty();

    @Option(names = "--video", paramLabel = "FILE")
    private Optional<Path> video = Optional.empty();

    public MeasureFacesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem {
        OpenCv.load();
        Map<String, FaceFinder> finders = finders();
        try {
            if (!photos.isEmpty()) {
                onPhotographs(finders);
            }
            if (portraits.isPresent()) {
                onPortraits(finders, portraits.get());
            }
            if (video.isPresent()) {
                onVideo(finders, video.get());
            }
            if (photos.isEmpty() && portraits.isEmpty() && video.isEmpty()) {
                onDemo(finders);
                onAttacks(finders);
            }
        } finally {
            finders.values().forEach(FaceFinder::close);
        }
        return ExitCode.OK;
    }

    /// Those that can be used; of the others it is said why not.
    private Map<String, FaceFinder> finders() throws UserProblem {
        Map<String, FaceFinder> finders = new LinkedHashMap<>();
        for (FinderChoice choice : FinderChoice.values()) {
            FaceFinder finder = Finders.open(surroundings.installation(), choice);
            if (finder.notice().isPresent()) {
                say(choice.word() + ": " + finder.notice().get() + "\n");
                finder.close();
            } else {
                finders.put(choice.word(), finder);
            }
        }
        return finders;
    }

    private void onDemo(Map<String, FaceFinder> finders) throws UserProblem {
        Map<String, List<List<Box>>> boxes = new LinkedHashMap<>();
        for (Map.Entry<String, FaceFinder> one : finders.entrySet()) {
            say("`--finder " + one.getKey() + "` on the demo class:\n");
            ClipFaceEvaluation.Result result = attacked(one.getValue(), Attack.AS_IT_IS, false);
            say(result.markdown());
            boxes.put(one.getKey(), result.boxes());
        }
        agreement(boxes, "demo class");
    }

    private ClipFaceEvaluation.Result attacked(FaceFinder finder, Attack attack, boolean part)
            throws UserProblem {
        ClipTruth truth = ClipTruth.ofDemo();
        finder.reset();
        try (FrameSource hard =
                new AttackedSource(sources.open(new SourceChoice.Demo()), truth, attack)) {
            int frames = part ? ATTACKED_FRAMES : truth.length();
            return ClipFaceEvaluation.run(hard, truth, finder, frames);
        }
    }

    private void onAttacks(Map<String, FaceFinder> finders) throws UserProblem {
        List<String> columns = new ArrayList<>(List.of("demo class, the first 60 frames"));
        finders.keySet().forEach(name -> columns.add(name + ", all / last"));
        MarkdownTable table = new MarkdownTable(surroundings::print, columns);
        for (Attack attack : Attack.values()) {
            List<String> cells = new ArrayList<>(List.of(attack.words()));
            for (FaceFinder finder : finders.values()) {
                ClipFaceEvaluation.Result result = attacked(finder, attack, true);
                cells.add(
                        String.format(
                                Locale.ROOT,
                                "%.1f %%, %d false / %d of 12",
                                100 * result.recall(),
                                result.falseBoxes(),
                                result.lastFound()));
            }
            table.row(cells);
        }
        say("");
    }

    private void onPhotographs(Map<String, FaceFinder> finders) throws UserProblem {
        List<Photograph> read = new ArrayList<>();
        for (Path folder : photos) {
            read.addAll(Photographs.read(folder, part).all());
        }
        Photographs groups = new Photographs(read).groups();
        Photographs shown = reporting == choosing ? groups : groups.half(reporting);
        say("%d photographs with 3 to 15 faces\n".formatted(shown.all().size()));
        List<DetectionEvaluation.Result> results = new ArrayList<>();
        Map<String, List<List<Box>>> boxes = new LinkedHashMap<>();
        for (Map.Entry<String, FaceFinder> one : finders.entrySet()) {
            DetectionEvaluation.Result result =
                    DetectionEvaluation.of(
                            one.getKey(), shown, DetectionEvaluation.ours(one.getValue()));
            results.add(result);
            boxes.put(
                    one.getKey(),
                    result.photos().stream().map(DetectionEvaluation.Seen::boxes).toList());
        }
        results.add(
                DetectionEvaluation.of(
                        "plain Haar",
                        shown,
                        DetectionEvaluation.plainHaar(surroundings.installation().cascades())));
        say(DetectionTables.kinds(results));
        say(DetectionTables.widths(results));
        agreement(boxes, "photographs");
    }

    private void onPortraits(Map<String, FaceFinder> finders, Path csv) throws UserProblem {
        Map<String, DetectionEvaluation.Finder> shown = new LinkedHashMap<>();
        finders.forEach((name, finder) -> shown.put(name, DetectionEvaluation.ours(finder)));
        DetectionEvaluation.Finder any =
                grey ->
                        shown.values().stream()
                                .map(finder -> finder.find(grey))
                                .filter(boxes -> !boxes.isEmpty())
                                .findFirst()
                                .orElse(List.of());
        try (PortraitEvaluation evaluation = PortraitEvaluation.read(csv, any)) {
            say(evaluation.markdown(shown, PORTRAIT_WIDTHS));
        }
    }

    private void onVideo(Map<String, FaceFinder> finders, Path file) throws UserProblem {
        MarkdownTable table = VideoFaces.table(surroundings::print);
        for (Map.Entry<String, FaceFinder> one : finders.entrySet()) {
            one.getValue().reset();
            try (FrameSource film = sources.open(new SourceChoice.File(file))) {
                VideoFaces.of(film, one.getValue()).row(table, one.getKey());
            }
        }
        say("");
    }

    private void agreement(Map<String, List<List<Box>>> boxes, String pictures) {
        List<List<Box>> haar = boxes.getOrDefault(HAAR, List.of());
        MarkdownTable table = BoxAgreement.table(surroundings::print);
        boxes.forEach((name, own) -> {
            if (!name.equals(HAAR)) {
                BoxAgreement.of(haar, own).row(table, name, pictures);
            }
        });
        say("");
    }

    private void say(String text) {
        surroundings.print(text + "\n");
    }
}
