package org.classbarometer.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.Raters;
import org.classbarometer.evaluate.report.ReportText.Block;
import org.classbarometer.text.Text;

/// How far a reading can be trusted: beside people who did the same, by its own confidence, and when
/// the least confident ones are called uncertain.
record TrustSection(ModelReport report, Section out) {
    private static final List<Double> COVERAGES = List.of(1.0, 0.95, 0.9, 0.8, 0.7, 0.5);

    static void write(ModelReport report, Section out) {
        TrustSection section = new TrustSection(report, out);
        section.raters();
        section.calibration();
        section.coverage();
    }

    private void raters() {
        if (report.raters().isEmpty()) {
            return;
        }
        Raters raters = report.raters().get();
        out.heading("evaluation.raters");
        out.say(
                "evaluation.raters.one",
                Figure.percent(raters.agreement()),
                Figure.percent(report.main().accuracy().value()));
        out.table(
                Section.header("agreement", "faces", "accuracy"),
                raters.bands(),
                band ->
                        List.of(
                                Text.of(
                                        "evaluation.raters.band",
                                        100 * band.from(),
                                        100 * band.to()),
                                Figure.count(band.faces()),
                                Figure.percent(band.accuracy())));
    }

    private void calibration() {
        out.heading("evaluation.calibration");
        Calibration calibration = report.main().calibration();
        out.say(
                "evaluation.calibration.error",
                Figure.decimal(calibration.error(), 3),
                calibration.bins().size());
        out.picture("reliability", "reliability", ReportDrawings.reliability(calibration));
    }

    private void coverage() {
        out.heading("evaluation.coverage");
        Coverage coverage = report.main().coverage();
        List<List<String>> rows = new ArrayList<>();
        for (double share : COVERAGES) {
            rows.add(row(coverage.keeping(share), ""));
        }
        rows.add(row(report.main().live(), " " + Text.of("evaluation.coverage.live")));
        out.add(new Block.Table(Section.header("coverage", "threshold", "accuracy"), rows));
        out.picture("coverage", "curve", ReportDrawings.coverage(coverage, report.main().live()));
    }

    private static List<String> row(Coverage.Point point, String note) {
        return List.of(
                Figure.percent(point.coverage()) + note,
                Figure.decimal(point.threshold(), 3),
                Figure.percent(point.accuracy()));
    }
}
