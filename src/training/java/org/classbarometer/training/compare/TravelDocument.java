package org.classbarometer.training.compare;

import static org.classbarometer.training.compare.ComparisonDocument.percent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.classbarometer.evaluate.report.ReportText;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.training.compare.Travel.Candidate;
import org.classbarometer.training.compare.Travel.Figure;
import org.classbarometer.training.compare.Travel.LeftOut;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The report on files that were compared on faces from several places. In English, as all of the lab.
public final class TravelDocument {
    private static final String RULE =
            "The rule: a file's mark is the mean of its figures in the table, and the highest mark is"
                    + " chosen. The first set, which is like what the files learnt from, counts with its"
                    + " accuracy and its balanced accuracy; each of the others, which must be sets that"
                    + " none of the files learnt from, with its balanced accuracy. All files are offered"
                    + " the same seven labels.";

    private static final String LEFT_OUT_NOTE =
            "A figure that chose is no result. So each set is left out once: the file that the others"
                    + " choose, and how it does on the set that had no say. Where a set has several"
                    + " figures, their mean decides what is best there, and the last is shown.";

    private TravelDocument() {}

    /// @param command what was typed
    public static ReportText of(String command, Travel travel) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Code(command));
        blocks.add(new Block.Paragraph(RULE));
        blocks.add(table(travel));
        blocks.add(
                new Block.Paragraph(
                        "Chosen: "
                                + travel.chosen().file()
                                + ". Which sets a file learnt from stands in its card; where one did,"
                                + " its figure there says nothing."));
        if (!travel.leftOut().isEmpty()) {
            blocks.add(new Block.Heading(2, "One set left out"));
            blocks.add(new Block.Paragraph(LEFT_OUT_NOTE));
            blocks.add(leftOut(travel));
        }
        blocks.add(new Block.Heading(2, "Calibration"));
        blocks.add(
                new Block.Paragraph(
                        "Calibration error (ECE) of each file's probabilities within the seven labels,"
                                + " with the temperature that it has."));
        blocks.add(calibration(travel));
        return new ReportText("Files compared on faces from elsewhere", blocks);
    }

    /// The figures for programs.
    public static String json(Travel travel) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Candidate one : travel.candidates()) {
            List<Map<String, Object>> figures = new ArrayList<>();
            for (int i = 0; i < travel.figures().size(); i++) {
                Map<String, Object> figure = new LinkedHashMap<>();
                figure.put("set", travel.figures().get(i).set());
                figure.put("what", travel.figures().get(i).what());
                figure.put("value", one.values().get(i));
                figure.put("calibration_error", one.calibrationErrors().get(i));
                figures.add(figure);
            }
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("file", one.file());
            file.put("version", one.version());
            file.put("figures", figures);
            file.put("mark", travel.mark(one));
            file.put("chosen", one.equals(travel.chosen()));
            files.add(file);
        }
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(files);
    }

    private static Block.Table table(Travel travel) {
        List<String> header = new ArrayList<>(List.of("File", "Version"));
        for (Figure figure : travel.figures()) {
            header.add(figure.set() + ", " + figure.what());
        }
        header.add("Mark");
        List<List<String>> rows = new ArrayList<>();
        for (Candidate one : travel.candidates()) {
            List<String> row = new ArrayList<>(List.of(one.file(), one.version()));
            one.values().forEach(value -> row.add(percent(value)));
            row.add(percent(travel.mark(one)));
            rows.add(row);
        }
        return new Block.Table(header, rows);
    }

    private static Block.Table leftOut(Travel travel) {
        List<List<String>> rows = new ArrayList<>();
        for (LeftOut one : travel.leftOut()) {
            rows.add(
                    List.of(
                            one.set(),
                            one.chosen().file(),
                            percent(one.chosen().values().get(one.figure())),
                            one.best().file(),
                            percent(one.best().values().get(one.figure()))));
        }
        return new Block.Table(
                List.of(
                        "Left out",
                        "Chosen by the others",
                        "Balanced there",
                        "Best there",
                        "Balanced"),
                rows);
    }

    private static Block.Table calibration(Travel travel) {
        List<String> header = new ArrayList<>(List.of("File"));
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < travel.figures().size(); i++) {
            if (i == 0
                    || !travel.figures().get(i).set().equals(travel.figures().get(i - 1).set())) {
                header.add(travel.figures().get(i).set());
                shown.add(i);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (Candidate one : travel.candidates()) {
            List<String> row = new ArrayList<>(List.of(one.file()));
            shown.forEach(at ->
                    row.add(String.format(Locale.ROOT, "%.3f", one.calibrationErrors().get(at))));
            rows.add(row);
        }
        return new Block.Table(header, rows);
    }
}
