package org.classbarometer.evaluate.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classbarometer.evaluate.data.DataSet;
import org.classbarometer.evaluate.data.DataSetChoice;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.LabelWords;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.evaluate.metrics.Bootstrap;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.model.ModelReport.Main;
import org.classbarometer.evaluate.model.ModelReport.SizeScore;
import org.classbarometer.evaluate.model.ModelReport.ViewScore;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.LabelView;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Evaluates a model file on a data set: reads every face once in every size, then works out the
/// figures. Everything happens on the calling thread.
///
/// @param model an ONNX file
/// @param data the labelled faces
/// @param labels the label set of the main figures; otherwise the model's largest
/// @param framing where in a picture file the face is
/// @param cascades folder of the face finder's cascades
/// @param seed of the confidence intervals
public record ModelEvaluation(
        Path model,
        DataSetChoice data,
        Optional<LabelSet> labels,
        FaceLocation framing,
        Path cascades,
        long seed) {
    /// Told while faces are read.
    @FunctionalInterface
    public interface Progress {
        /// @param done faces looked at
        /// @param of all faces
        void read(int done, int of);
    }

    /// The model cannot tell the wanted labels apart.
    public static final class UnsuitedLabels extends UserProblem {
        private UnsuitedLabels(String message) {
            super(message);
        }
    }

    /// @throws UnsuitedLabels when the model cannot tell the labels apart
    /// @throws DataSetException when nothing of the data set can be evaluated
    /// @throws UserProblem when the model or a cascade cannot be used
    public ModelReport run(Progress progress) throws UserProblem {
        try (FaceReader reader = FaceReader.open(model, ExecutionProvider.CPU, cascades, framing)) {
            LabelView view = view(reader.model());
            DataSet set = data.open(LabelWords.of(reader.model().metadata().labels()));
            FaceReadings readings = FaceReadings.of(set.faces(), reader, progress);
            return report(set, readings, reader, view);
        } catch (IOException unreadable) {
            throw new UserProblem(
                    Text.of("evaluate.data.unreadable", model, String.valueOf(unreadable)),
                    unreadable);
        }
    }

    private LabelView view(ExpressionReader reader) throws UserProblem {
        LabelSet wanted = labels.orElse(reader.views().getFirst());
        if (!reader.views().contains(wanted)) {
            throw new UnsuitedLabels(
                    Text.of(
                            "evaluate.labels",
                            model,
                            wanted.name(),
                            reader.views().stream()
                                    .map(LabelSet::name)
                                    .collect(Collectors.joining(", "))));
        }
        return reader.view(wanted);
    }

    private ModelReport report(
            DataSet set, FaceReadings readings, FaceReader reader, LabelView view)
            throws UserProblem, IOException {
        Bootstrap bootstrap = new Bootstrap(seed);
        LabelSet own = reader.model().metadata().labels();
        String truth = set.truths().getFirst();
        Scored scored = Scored.of(readings.faces(), truth, view, own, ReadFace::probabilities);
        Skips skips = new Skips();
        skips.addAll(set.skips());
        skips.addAll(readings.skips());
        leftOut(readings, scored, truth, skips);
        if (scored.size() == 0) {
            throw DataSetException.of(
                    "evaluate.data.none",
                    set.name(),
                    String.join(", ", view.labels().labels()),
                    skips.counts().entrySet().stream()
                            .map(entry -> entry.getKey().text() + ": " + entry.getValue())
                            .collect(Collectors.joining("; ")));
        }
        int whole = (int) readings.faces().stream().filter(ReadFace::whole).count();
        return new ModelReport(
                new ModelReport.Model(
                        String.valueOf(model.getFileName()),
                        Files.size(model),
                        reader.model().metadata(),
                        reader.model().provider()),
                new ModelReport.Data(
                        set.name(),
                        readings.faces().size(),
                        whole,
                        set.knowsCopies(),
                        set.attributes(),
                        skips),
                main(scored, truth, reader.model().metadata().uncertainBelow(), bootstrap),
                views(set, readings, reader.model(), bootstrap),
                sizes(readings, truth, view, own),
                Raters.of(scored, truth),
                readings.latency(),
                set.attributes().stream()
                        .flatMap(name -> Subgroups.of(name, scored, bootstrap).stream())
                        .toList(),
                Counterfactuals.of(set.attributes(), scored, bootstrap),
                ClassMap.of(scored, reader));
    }

    private static void leftOut(FaceReadings readings, Scored scored, String truth, Skips skips) {
        Set<ReadFace> listed = Collections.newSetFromMap(new IdentityHashMap<>());
        IntStream.range(0, scored.size()).mapToObj(scored::face).forEach(listed::add);
        for (ReadFace face : readings.faces()) {
            if (!listed.contains(face)) {
                face.face()
                        .label(truth)
                        .ifPresent(label ->
                                skips.add(
                                        SkipReason.OUTSIDE_LABELS,
                                        face.face().name() + ": " + label));
            }
        }
    }

    private static Main main(
            Scored scored, String truth, float uncertainBelow, Bootstrap bootstrap) {
        Coverage coverage = scored.coverage();
        return new Main(
                scored.view().labels(),
                truth,
                scored.accuracy(bootstrap),
                scored.balancedAccuracy(bootstrap),
                scored.confusion(),
                scored.calibration(),
                coverage,
                coverage.at(uncertainBelow));
    }

    private static List<ViewScore> views(
            DataSet set, FaceReadings readings, ExpressionReader reader, Bootstrap bootstrap) {
        List<ViewScore> scores = new ArrayList<>();
        LabelSet own = reader.metadata().labels();
        for (String truth : set.truths()) {
            for (LabelSet labels : reader.views()) {
                LabelView view = reader.view(labels);
                Scored all = Scored.of(readings.faces(), truth, view, own, ReadFace::probabilities);
                List<ReadFace> clean =
                        readings.faces().stream().filter(face -> !face.face().nearCopy()).toList();
                ConfusionMatrix unseen =
                        Scored.of(clean, truth, view, own, ReadFace::probabilities).confusion();
                if (all.size() > 0) {
                    ConfusionMatrix confusion = all.confusion();
                    scores.add(
                            new ViewScore(
                                    labels,
                                    truth,
                                    all.size(),
                                    all.accuracy(bootstrap),
                                    confusion.balancedAccuracy(),
                                    confusion.macroF1(),
                                    all.calibration().error(),
                                    Raters.of(all, truth).map(Raters::agreement).orElse(Double.NaN),
                                    unseen.total(),
                                    unseen.accuracy(),
                                    unseen.balancedAccuracy()));
                }
            }
        }
        return List.copyOf(scores);
    }

    private static List<SizeScore> sizes(
            FaceReadings readings, String truth, LabelView view, LabelSet own) {
        List<SizeScore> scores = new ArrayList<>();
        scores.add(size(0, readings, truth, view, own, ReadFace::probabilities));
        for (int i = FaceReadings.WIDTHS.size() - 1; i >= 0; i--) {
            int index = i;
            scores.add(
                    size(
                            FaceReadings.WIDTHS.get(i),
                            readings,
                            truth,
                            view,
                            own,
                            face -> face.shrunk().get(index)));
        }
        return List.copyOf(scores);
    }

    private static SizeScore size(
            int width,
            FaceReadings readings,
            String truth,
            LabelView view,
            LabelSet own,
            Function<ReadFace, float[]> probabilities) {
        ConfusionMatrix confusion =
                Scored.of(readings.faces(), truth, view, own, probabilities).confusion();
        return new SizeScore(width, confusion.accuracy(), confusion.balancedAccuracy());
    }
}
