package org.classbarometer.training.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The csv log of a run, a row an epoch, read back to draw its curves.
final class RunLog {
    private static final int HEAD_COLUMNS = 4;
    private static final int SECONDS = 4;
    private static final int FIRST_HEAD = 6;

    private final Path file;
    private final List<String> heads;

    RunLog(Path file, List<String> heads) {
        this.file = file;
        this.heads = heads;
    }

    /// Drops the rows of epochs that a run which was stopped has to do again.
    void begin(int epochsDone) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder header =
                new StringBuilder("epoch,train_loss,rate,side,seconds,images_per_second");
        for (String head : heads) {
            for (String figure : List.of("loss", "accuracy", "balanced", "macro_f1")) {
                header.append(',').append(head).append('_').append(figure);
            }
        }
        lines.add(header.toString());
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().skip(1).limit(epochsDone).forEach(lines::add);
        }
        if (!Files.exists(file) || !Files.readAllLines(file).equals(lines)) {
            String text = String.join("\n", lines) + "\n";
            WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    void add(Epoch epoch) throws IOException {
        StringBuilder row = new StringBuilder();
        row.append(
                String.format(
                        Locale.ROOT,
                        "%d,%.5f,%.6f,%d,%.1f,%.1f",
                        epoch.number(),
                        epoch.loss(),
                        epoch.rate(),
                        epoch.side(),
                        epoch.seconds(),
                        epoch.perSecond()));
        for (HeadScore score : epoch.scores()) {
            row.append(
                    String.format(
                            Locale.ROOT,
                            ",%.5f,%.5f,%.5f,%.5f",
                            score.loss(),
                            score.matrix().accuracy(),
                            score.balanced(),
                            score.matrix().macroF1()));
        }
        Files.writeString(
                file, row.append('\n'), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    List<LoggedEpoch> rows() throws IOException {
        List<LoggedEpoch> rows = new ArrayList<>();
        for (String text : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = text.split(",", -1);
            List<LoggedEpoch.Line> lines = new ArrayList<>();
            for (int head = 0; head < heads.size(); head++) {
                int at = FIRST_HEAD + head * HEAD_COLUMNS;
                lines.add(
                        new LoggedEpoch.Line(
                                heads.get(head),
                                Double.parseDouble(cells[at]),
                                Double.parseDouble(cells[at + 1]),
                                Double.parseDouble(cells[at + 2])));
            }
            rows.add(
                    new LoggedEpoch(
                            Integer.parseInt(cells[0]),
                            Double.parseDouble(cells[1]),
                            Double.parseDouble(cells[SECONDS]),
                            lines));
        }
        return rows;
    }
}
