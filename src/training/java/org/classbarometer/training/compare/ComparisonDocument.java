package org.classbarometer.training.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.report.ReportDrawings;
import org.classbarometer.evaluate.report.ReportText;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.LoggedEpoch;

/// The report of a comparison. In English, as all of the lab.
public final class ComparisonDocument {
    private static final List<String> COSTS =
            List.of(
                    "Network",
                    "Parameters",
                    "Multiply-adds",
                    "File",
                    "A face",
                    "Epochs x faces",
                    "Minutes of training");

    private final List<Block> blocks = new ArrayList<>();

    private ComparisonDocument() {}

    /// Networks that got the same budget, or none of this comparison.
    ///
    /// @param title of the round
    /// @param note what its networks have in common
    /// @param contenders in any order
    public record Round(String title, String note, List<Contender> contenders) {
        public Round {
            contenders =
                    contenders.stream()
                            .sorted(
                                    Comparator.comparingDouble(
                                            one -> -one.main().matrix().accuracy()))
                            .toList();
        }
    }

    /// @param command what was typed
    /// @param rounds at least one, each with a network
    /// @param published faces of the whole training part, to tell how little a part of it is
    public static ReportText of(String command, List<Round> rounds, int published) {
        ComparisonDocument document = new ComparisonDocument();
        document.blocks.add(new Block.Code(command));
        for (Round round : rounds) {
            document.round(round, published);
        }
        for (Round round : rounds) {
            round.contenders().forEach(document::contender);
        }
        return new ReportText("Networks compared", document.blocks);
    }

    private void round(Round round, int published) {
        blocks.add(new Block.Heading(2, round.title()));
        blocks.add(new Block.Paragraph(round.note()));
        blocks.add(readings(round));
        blocks.add(costs(round));
        blocks.add(new Block.Paragraph(verdict(round, published)));
    }

    private static Block.Table readings(Round round) {
        List<String> header = new ArrayList<>(List.of("Network"));
        for (HeadScore score : round.contenders().getFirst().scores()) {
            header.add(score.head() + " accuracy");
            header.add(balanced("balanced", score));
            header.add("macro F1");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Contender one : round.contenders()) {
            List<String> row = new ArrayList<>(List.of(one.name()));
            for (HeadScore score : one.scores()) {
                row.add(percent(score.matrix().accuracy()));
                row.add(percent(score.balanced()));
                row.add(String.format(Locale.ROOT, "%.3f", score.matrix().macroF1()));
            }
            rows.add(row);
        }
        return new Block.Table(header, rows);
    }

    /// @param word for the column
    static String balanced(String word, HeadScore score) {
        return word + (score.leavesOut() ? ", contempt left out" : "");
    }

    private static Block.Table costs(Round round) {
        List<List<String>> rows = new ArrayList<>();
        for (Contender one : round.contenders()) {
            rows.add(
                    List.of(
                            one.name(),
                            String.format(Locale.ROOT, "%.2f M", one.parameters() / 1e6),
                            String.format(Locale.ROOT, "%.0f M", one.multiplyAdds() / 1e6),
                            String.format(Locale.ROOT, "%.1f MB", one.file().bytes() / 1e6),
                            String.format(Locale.ROOT, "%.2f ms", one.file().medianNanos() / 1e6),
                            String.format(
                                    Locale.ROOT, "%d x %,d", one.history().size(), one.faces()),
                            String.format(Locale.ROOT, "%.1f", one.seconds() / 60)));
        }
        return new Block.Table(COSTS, rows);
    }

    /// What the budget was too small for, worked out from the curves.
    private static String verdict(Round round, int published) {
        List<String> learning =
                round.contenders().stream()
                        .filter(ComparisonDocument::stillLearning)
                        .map(Contender::name)
                        .toList();
        List<String> nothing =
                round.contenders().stream()
                        .filter(ComparisonDocument::learnedNothing)
                        .map(Contender::name)
                        .toList();
        StringBuilder text = new StringBuilder();
        double passes =
                round.contenders().stream()
                        .mapToDouble(one -> (double) one.history().size() * one.faces() / published)
                        .max()
                        .orElse(0);
        text.append(
                String.format(
                        Locale.ROOT,
                        "That is %.1f passes over the %,d faces of the training part at most;"
                                + " published figures of such networks come from 50 to 300.",
                        passes,
                        published));
        List<String> later =
                round.contenders().stream()
                        .filter(one -> one.recipe().pretrained().isPresent())
                        .map(Contender::name)
                        .toList();
        if (!later.isEmpty()) {
            text.append(
                            " Not counted, what an earlier run had shown to the weights that these began")
                    .append(" with: ")
                    .append(String.join(", ", later))
                    .append('.');
        }
        if (!learning.isEmpty()) {
            text.append(" Under-trained, with a validation loss at its lowest in the last epoch: ")
                    .append(String.join(", ", learning))
                    .append('.');
        }
        if (!nothing.isEmpty()) {
            text.append(" Names one or two labels only, so learned next to nothing: ")
                    .append(String.join(", ", nothing))
                    .append('.');
        }
        return text.toString();
    }

    private static boolean stillLearning(Contender one) {
        List<LoggedEpoch> history = one.history();
        double last = history.getLast().lines().getFirst().loss();
        return history.stream()
                .limit(history.size() - 1)
                .allMatch(epoch -> epoch.lines().getFirst().loss() > last);
    }

    private static boolean learnedNothing(Contender one) {
        ConfusionMatrix matrix = one.main().matrix();
        long named = 0;
        for (int i = 0; i < matrix.labels().size(); i++) {
            named += matrix.read(i) > 0 ? 1 : 0;
        }
        return named <= 2 && matrix.labels().size() > 2;
    }

    private void contender(Contender one) {
        ConfusionMatrix matrix = one.main().matrix();
        blocks.add(new Block.Heading(2, one.name()));
        blocks.add(
                new Block.Paragraph(
                        String.format(
                                Locale.ROOT,
                                "%s, head %s, validation loss %.3f. %s",
                                one.recipe().architecture(),
                                one.main().head(),
                                one.main().loss(),
                                recipe(one))));
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
        blocks.add(new Block.Table(List.of("Label", "Faces", "Precision", "Recall", "F1"), rows));
        blocks.add(
                new Block.Picture(
                        "confusion-" + one.name(),
                        "What " + one.name() + " read as what, in percent of the faces showing it",
                        ReportDrawings.confusion(matrix)));
        blocks.add(
                new Block.Picture(
                        "curves-" + one.name(),
                        "Loss and accuracy of " + one.name() + " by epoch",
                        LearningCurves.of(one.history())));
    }

    private static String recipe(Contender one) {
        var recipe = one.recipe();
        return String.format(
                Locale.ROOT,
                "Trained %swith %s, rate %s, decay %s, batch %d, %s schedule, logit adjustment %s, label"
                        + " smoothing %s, mixup in %.0f %% of the batches, seed %d%s%s.",
                recipe.pretrained().isPresent() ? "on from the weights of an earlier run " : "",
                recipe.adam() ? "AdamW" : "SGD",
                recipe.rate(),
                recipe.decay(),
                recipe.batch(),
                recipe.schedule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                recipe.adjustment(),
                recipe.smoothing(),
                100 * recipe.variation().mixing(),
                recipe.seed(),
                recipe.classWeights().isEmpty()
                        ? ""
                        : ", class weights "
                                + recipe.classWeights().entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                recipe.distillation()
                        .map(taught -> ", teachers: " + taught.teachers().size())
                        .orElse(""));
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
