package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.classbarometer.training.run.WholeFile;

/// A csv file of numbers that grows with a run; the first column is the step.
final class StepLog {
    private final Path file;

    /// Drops the rows of steps that a run which was stopped has to do again.
    StepLog(Path file, String header, long stepsDone) throws IOException {
        this.file = file;
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

    void add(String row) throws IOException {
        Files.writeString(file, row, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    List<double[]> rows() throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split(",", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                .toList();
    }
}
