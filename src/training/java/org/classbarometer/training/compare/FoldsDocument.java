package org.classbarometer.training.compare;

import static org.classbarometer.training.compare.ComparisonDocument.balanced;
import static org.classbarometer.training.compare.ComparisonDocument.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.report.ReportDrawings;
import org.classbarometer.evaluate.report.ReportText;
import org.classbarometer.evaluate.report.ReportText.Block;

/// The report of a cross-validation: a row a fold, then mean and spread. In English, as all of the
/// lab.
public final class FoldsDocument {
    private FoldsDocument() {}

    /// One network over all folds.
    ///
    /// @param architecture its family
    /// @param folds in order
    public record Network(String architecture, List<Contender> folds) {
        public Network {
            folds = List.copyOf(folds);
        }

        /// Of a figure, over the folds.
        public Spread spread(ToDoubleFunction<Contender> figure) {
            return Spread.of(folds.stream().mapToDouble(figure).toArray());
        }
    }

    /// @param command what was typed
    /// @param networks at least one
    public static ReportText of(String command, List<Network> networks) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Code(command));
        int folds = networks.getFirst().folds().size();
        blocks.add(
                new Block.Paragraph(
                        String.format(
                                Locale.ROOT,
                                "The faces of the training part are dealt into %d folds with the same"
                                        + " share of each of the data set's own labels. Each fold is"
                                        + " validated on by a network trained on the other %d. Where a"
                                        + " data set has several pictures of one person, or near"
                                        + " copies, as FER2013 has, they may lie in different folds:"
                                        + " such figures flatter a little.",
                                folds,
                                folds - 1)));
        for (Network network : networks) {
            blocks.add(new Block.Heading(2, network.architecture()));
            blocks.add(table(network));
            blocks.add(labels(pooled(network)));
            blocks.add(
                    new Block.Picture(
                            "confusion-" + network.architecture(),
                            "What "
                                    + network.architecture()
                                    + " read as what, in percent of the faces showing it",
                            ReportDrawings.confusion(pooled(network))));
        }
        return new ReportText(folds + "-fold cross-validation", blocks);
    }

    /// What all folds together read as what: each face once, by a network that had not seen it.
    private static ConfusionMatrix pooled(Network network) {
        List<String> labels = network.folds().getFirst().main().matrix().labels();
        IntStream.Builder shown = IntStream.builder();
        IntStream.Builder read = IntStream.builder();
        for (Contender one : network.folds()) {
            ConfusionMatrix matrix = one.main().matrix();
            for (int row = 0; row < labels.size(); row++) {
                for (int column = 0; column < labels.size(); column++) {
                    for (int i = 0; i < matrix.count(row, column); i++) {
                        shown.add(row);
                        read.add(column);
                    }
                }
            }
        }
        return ConfusionMatrix.of(labels, shown.build().toArray(), read.build().toArray());
    }

    private static Block labels(ConfusionMatrix matrix) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.labels().size(); i++) {
            rows.add(
                    List.of(
                            matrix.labels().get(i),
                            String.format(Locale.ROOT, "%,d", matrix.shown(i)),
                            percent(matrix.precision(i)),
                            percent(matrix.recall(i)),
                            Double.isNaN(matrix.f1(i))
                                    ? "–"
                                    : String.format(Locale.ROOT, "%.3f", matrix.f1(i))));
        }
        return new Block.Table(
                List.of("Label, all folds", "Faces", "Precision", "Recall", "F1"), rows);
    }

    private static Block table(Network network) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < network.folds().size(); i++) {
            Contender one = network.folds().get(i);
            rows.add(
                    List.of(
                            "Fold " + (i + 1),
                            String.format(Locale.ROOT, "%,d", one.main().matrix().total()),
                            String.format(
                                    Locale.ROOT, "%d x %,d", one.history().size(), one.faces()),
                            String.format(Locale.ROOT, "%.1f", one.seconds() / 60),
                            percent(one.main().matrix().accuracy()),
                            percent(one.main().balanced()),
                            String.format(Locale.ROOT, "%.3f", one.main().matrix().macroF1())));
        }
        Spread accuracy = network.spread(one -> one.main().matrix().accuracy());
        Spread balanced = network.spread(one -> one.main().balanced());
        Spread macro = network.spread(one -> one.main().matrix().macroF1());
        rows.add(
                List.of(
                        "Mean",
                        "",
                        "",
                        "",
                        percent(accuracy.mean()),
                        percent(balanced.mean()),
                        String.format(Locale.ROOT, "%.3f", macro.mean())));
        rows.add(
                List.of(
                        "Standard deviation",
                        "",
                        "",
                        "",
                        percent(accuracy.deviation()),
                        percent(balanced.deviation()),
                        String.format(Locale.ROOT, "%.3f", macro.deviation())));
        return new Block.Table(
                List.of(
                        "",
                        "Validated on",
                        "Epochs x faces",
                        "Minutes",
                        "Accuracy",
                        balanced("Balanced", network.folds().getFirst().main()),
                        "Macro F1"),
                rows);
    }
}
