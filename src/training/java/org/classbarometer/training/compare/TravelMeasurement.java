package org.classbarometer.training.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.classbarometer.evaluate.data.DataSetChoice;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.evaluate.model.ModelEvaluation;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.ModelReport.ViewScore;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.compare.Travel.Candidate;
import org.classbarometer.training.compare.Travel.Figure;

/// Measures model files on a set like what they learnt from, and on others, with the program's own
/// evaluation. On the calling thread.
///
/// @param home the first; each of its further truths (FER2013's own labels beside FER+) is a set of its
///     own
/// @param elsewhere names and places of pictures by label, in order
/// @param framing where in a picture the face is
/// @param cascades of the face finder
public record TravelMeasurement(
        DataSetChoice home, Map<String, Path> elsewhere, FaceLocation framing, Path cascades) {
    /// What every file of the contract for expressions can tell apart.
    private static final LabelSet OFFERED = LabelSet.SEVEN;

    private static final String BALANCED = "balanced";

    /// @param files with different names
    /// @param told what is being measured
    /// @throws UserProblem when a file or a set cannot be used
    public Travel run(List<Path> files, Consumer<String> told) throws UserProblem {
        List<Figure> figures = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Path file : files) {
            figures.clear();
            List<Double> values = new ArrayList<>();
            List<Double> errors = new ArrayList<>();
            told.accept(file.getFileName() + ": " + home.path().getFileName());
            ModelReport report = report(file, home);
            String truth = report.main().truth();
            figures.add(new Figure(truth, "accuracy"));
            values.add(report.main().accuracy().value());
            errors.add(report.main().calibration().error());
            for (ViewScore score : report.views()) {
                if (score.labels().equals(OFFERED)) {
                    figures.add(new Figure(score.truth(), BALANCED));
                    values.add(score.balanced());
                    errors.add(score.calibrationError());
                }
            }
            for (Map.Entry<String, Path> set : elsewhere.entrySet()) {
                told.accept(file.getFileName() + ": " + set.getKey());
                ModelReport.Main main =
                        report(
                                        file,
                                        new DataSetChoice(
                                                set.getValue(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()))
                                .main();
                figures.add(new Figure(set.getKey(), BALANCED));
                values.add(main.balanced().value());
                errors.add(main.calibration().error());
            }
            candidates.add(
                    new Candidate(
                            String.valueOf(file.getFileName()),
                            report.model().metadata().version(),
                            values,
                            errors));
        }
        return new Travel(figures, candidates);
    }

    private ModelReport report(Path file, DataSetChoice set) throws UserProblem {
        return new ModelEvaluation(file, set, Optional.of(OFFERED), framing, cascades, 1)
                .run((_, _) -> {});
    }
}
