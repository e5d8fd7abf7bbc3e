package org.classbarometer.training.finder;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The csv logs of a finder's run: `log.csv` with its losses, `looks.csv` with what it found.
final class FinderLog {
    private static final String LEARNT = "step,score_loss,box_loss,rate,pieces_per_second";
    private static final String LOOKED =
            "step,threshold,large,clear,small,false_boxes_per_photo,hard_places";

    private final StepLog log;
    private final StepLog looks;

    FinderLog(FinderFolder folder, long stepsDone) throws IOException {
        this.log = new StepLog(folder.log(), LEARNT, stepsDone);
        this.looks = new StepLog(folder.looks(), LOOKED, stepsDone);
    }

    void learnt(FinderListener.Progress progress) throws IOException {
        log.add(
                String.format(
                        Locale.ROOT,
                        "%d,%.5f,%.5f,%.6f,%.1f%n",
                        progress.step(),
                        progress.scoreLoss(),
                        progress.boxLoss(),
                        progress.rate(),
                        progress.perSecond()));
    }

    void looked(long step, FinderScore score, int hardPlaces) throws IOException {
        looks.add(
                String.format(
                        Locale.ROOT,
                        "%d,%.2f,%.4f,%.4f,%.4f,%.3f,%d%n",
                        step,
                        score.threshold(),
                        score.large().share(),
                        score.clear().share(),
                        score.small().share(),
                        score.falseBoxesPerPhoto(),
                        hardPlaces));
    }

    /// @return the rows of `log.csv`
    List<double[]> learnt() throws IOException {
        return log.rows();
    }

    /// @return as [#learnt()], of `looks.csv`
    List<double[]> looked() throws IOException {
        return looks.rows();
    }
}
