package org.classbarometer.training.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.classbarometer.evaluate.report.ReportFolder;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.compare.Travel;
import org.classbarometer.training.compare.TravelDocument;
import org.classbarometer.training.compare.TravelMeasurement;
import picocli.CommandLine.Option;

/// Of `lab compare`: model files, and sets from elsewhere to compare them on.
final class TravelOptions {
    @Option(
            names = "--files",
            split = ",",
            paramLabel = "FILE",
            description =
                    "train nothing: compare these model files on the faces to validate on and on those of"
                            + " --elsewhere")
    private List<Path> files = List.of();

    @Option(
            names = "--elsewhere",
            split = ",",
            paramLabel = "NAME=PLACE",
            description = "pictures by label that none of the files learnt from")
    private Map<String, Path> elsewhere = new LinkedHashMap<>();

    boolean wanted() {
        return !files.isEmpty();
    }

    void compare(DataOptions data, String command, Path report, PrintWriter out)
            throws UserProblem {
        Set<Path> names = new HashSet<>();
        for (Path file : files) {
            if (!names.add(file.getFileName())) {
                throw new IllegalArgumentException(
                        "two files are called " + file.getFileName() + "; rename one");
            }
        }
        TravelMeasurement measurement =
                new TravelMeasurement(data.evaluated(), elsewhere, data.framing(), data.cascades());
        Travel travel =
                measurement.run(
                        files,
                        what -> {
                            out.println(what);
                            out.flush();
                        });
        ReportFolder.write(report, TravelDocument.of(command, travel), TravelDocument.json(travel));
        out.printf("chosen: %s%nreport written: %s%n", travel.chosen().file(), report);
        out.flush();
    }
}
