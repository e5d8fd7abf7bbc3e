package org.classbarometer.training.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.training.run.Epoch;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.RunListener;
import org.classbarometer.training.run.WeightsFile;
import org.classbarometer.training.torch.Pretrained;

/// Prints how a run goes: a moving line on a terminal, a line now and then elsewhere, and a line for
/// each epoch.
final class ProgressPrinter implements RunListener {
    private static final int BAR = 24;
    private static final long QUIET_MILLIS = 60_000;
    private static final long TERMINAL_MILLIS = 500;

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private final long began;
    private long shown;
    private double first = -1;

    ProgressPrinter(PrintWriter out, InstantSource clock) {
        this.out = out;
        // Since JDK 22 a console need not be a terminal; where there is neither, it is null.
        this.terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        this.clock = clock;
        this.began = clock.millis();
        this.shown = began;
    }

    @Override
    public void beganWith(WeightsFile file, Pretrained pretrained) {
        out.printf(
                Locale.ROOT,
                "%s: %,d arrays taken%s%s%n",
                file.file(),
                pretrained.arrays().size(),
                listed("; random stay ", pretrained.random()),
                listed("; of no use are ", pretrained.unused()));
        out.flush();
    }

    private static String listed(String before, List<String> names) {
        return names.isEmpty() ? "" : before + String.join(", ", names);
    }

    @Override
    public void batchDone(int epoch, int batch, int batches, double done, double all, double loss) {
        if (first < 0) {
            // What was done before a resumption says nothing of today's speed.
            first = done;
        }
        long now = clock.millis();
        if (now - shown < (terminal ? TERMINAL_MILLIS : QUIET_MILLIS)) {
            return;
        }
        shown = now;
        double perSecond = (done - first) / Math.max(1, now - began) * 1000;
        Duration left = Duration.ofSeconds(perSecond > 0 ? (long) ((all - done) / perSecond) : 0);
        int full = (int) (BAR * done / all);
        String line =
                String.format(
                        Locale.ROOT,
                        "[%s%s] epoch %d, batch %d of %d, loss %.3f, %.0f images/s, %d:%02d:%02d"
                                + " left",
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        epoch,
                        batch,
                        batches,
                        loss,
                        perSecond,
                        left.toHours(),
                        left.toMinutesPart(),
                        left.toSecondsPart());
        if (terminal) {
            out.print("\r\033[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    @Override
    public void epochDone(Epoch epoch) {
        StringBuilder line = new StringBuilder(terminal ? "\r\033[K" : "");
        line.append(
                String.format(
                        Locale.ROOT,
                        "epoch %d: loss %.4f at %d pixels, %.0f images/s",
                        epoch.number(),
                        epoch.loss(),
                        epoch.side(),
                        epoch.perSecond()));
        for (HeadScore score : epoch.scores()) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            "; %s %.2f %% (balanced %.2f %%, loss %.3f)",
                            score.head(),
                            100 * score.matrix().accuracy(),
                            100 * score.balanced(),
                            score.loss()));
        }
        out.println(line);
        out.flush();
    }
}
