package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.classbarometer.training.run.WholeFile;

/// The csv logs of a finder's run: `log.csv` with its losses, `looks.csv` with what it found.
final class FinderLog {
    private static final String LEARNT = "step,score_loss,box_loss,rate,pieces_per_second";
    private static final String LOOKED =
            "step,threshold,large,clear,small,false_boxes_per_photo,hard_places";

    private final Path log;
    private final Path looks;

    /// Drops the rows of steps that a run which was stopped has to do again.
    FinderLog(FinderFolder folder, long stepsDone) throws IOException {
        this.log = folder.log();
        this.looks = folder.looks();
        begin(log, LEARNT, stepsDone);
        begin(looks, LOOKED, stepsDone);
    }

    private static void begin(Path file, String header, long stepsDone) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line ->
                            Long.parseLong(line.substring(0, line.indexOf(','))) <= stepsDone)
                    .forEach(lines::add);
        }
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }

    void learnt(FinderListener.Progress progress) throws IOException {
        add(
                log,
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
        add(
                looks,
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
        return rows(log);
    }

    /// @return as [#learnt()], of `looks.csv`
    List<double[]> looked() throws IOException {
        return rows(looks);
    }

    private static List<double[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split(",", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                .toList();
    }

    private static void add(Path file, String row) throws IOException {
        Files.writeString(file, row, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
