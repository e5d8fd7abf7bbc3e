package org.classbarometer.evaluate.model;

import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelMetadata;

/// Every figure of a model on a data set.
///
/// @param model what was evaluated
/// @param data what it was evaluated on
/// @param main the figures in the label set asked for, by the data set's first truth
/// @param views the main figures in every label set of the model and by every truth
/// @param sizes the same faces as they are, then shrunk, the largest first
/// @param raters of the main figures' truth, where it is made of votes
/// @param latency on one thread
/// @param subgroups one for each attribute that makes groups
/// @param counterfactuals one for each attribute that changes alone
/// @param maps one for each label that was read rightly often enough
public record ModelReport(
        Model model,
        Data data,
        Main main,
        List<ViewScore> views,
        List<SizeScore> sizes,
        Optional<Raters> raters,
        Latency latency,
        List<Subgroups> subgroups,
        List<Counterfactuals> counterfactuals,
        List<ClassMap> maps) {
    /// @param file name of the file
    /// @param bytes of the file
    /// @param metadata what it says of itself
    /// @param provider what it ran on
    public record Model(String file, long bytes, ModelMetadata metadata, String provider) {}

    /// @param name of the data set
    /// @param faces read
    /// @param whole of them, those whose picture was read as a whole
    /// @param knowsCopies whether faces are marked that nearly equal a training face
    /// @param attributes of the faces, in the data set's order
    /// @param skips what was left out
    public record Data(
            String name,
            int faces,
            int whole,
            boolean knowsCopies,
            List<String> attributes,
            Skips skips) {}

    /// @param labels the label set
    /// @param truth one of [org.classbarometer.evaluate.data.DataSet#truths()]
    /// @param accuracy by the most probable label, `uncertain` not looked at
    /// @param balanced mean recall over the labels shown
    /// @param confusion counts
    /// @param calibration of the probabilities within the label set
    /// @param coverage accuracy against `uncertain`
    /// @param live what the model's own `uncertain_below` makes of it
    public record Main(
            LabelSet labels,
            String truth,
            Interval accuracy,
            Interval balanced,
            ConfusionMatrix confusion,
            Calibration calibration,
            Coverage coverage,
            Coverage.Point live) {}

    /// @param labels the label set
    /// @param truth that the faces are labelled by
    /// @param faces that show one of the labels
    /// @param accuracy in [0, 1]
    /// @param balanced mean recall over the labels shown, in [0, 1]
    /// @param macroF1 mean F1 over the labels shown, in [0, 1]
    /// @param calibrationError see [Calibration#error()]
    /// @param rater see [Raters#agreement()]; not a number where the truth is not made of votes
    /// @param cleanFaces faces that are not near copies of training faces
    /// @param cleanAccuracy on them, in [0, 1]
    /// @param cleanBalanced on them, in [0, 1]
    public record ViewScore(
            LabelSet labels,
            String truth,
            int faces,
            Interval accuracy,
            double balanced,
            double macroF1,
            double calibrationError,
            double rater,
            int cleanFaces,
            double cleanAccuracy,
            double cleanBalanced) {}

    /// @param width of the face in pixels; 0 for the faces as they are
    /// @param accuracy in [0, 1]
    /// @param balanced mean recall over the labels shown, in [0, 1]
    public record SizeScore(int width, double accuracy, double balanced) {}
}
