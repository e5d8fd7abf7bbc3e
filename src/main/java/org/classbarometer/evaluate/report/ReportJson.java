package org.classbarometer.evaluate.report;

import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.evaluate.model.Counterfactuals;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.ModelReport.SizeScore;
import org.classbarometer.evaluate.model.ModelReport.ViewScore;
import org.classbarometer.evaluate.model.Raters;
import org.classbarometer.evaluate.model.Subgroups;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A model's report as one JSON object: identifiers instead of words, shares in [0, 1], times in
/// nanoseconds. What is no number is null.
public final class ReportJson {
    private final ModelReport report;
    private final ObjectNode json;

    private ReportJson(ModelReport report, ObjectNode json) {
        this.report = report;
        this.json = json;
    }

    /// Everything outside ASCII is escaped, so that the terminal's character set does not matter.
    public static String of(ModelReport report) {
        JsonMapper mapper = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        ReportJson writer = new ReportJson(report, mapper.createObjectNode());
        writer.origin();
        writer.main();
        writer.labels();
        writer.views();
        writer.raters();
        writer.curves();
        writer.sizes();
        writer.groups();
        writer.counterfactuals();
        return mapper.writeValueAsString(writer.json);
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static void interval(ObjectNode node, String name, Interval interval) {
        number(node, name, interval.value());
        number(node, name + "_low", interval.low());
        number(node, name + "_high", interval.high());
    }

    private void origin() {
        json.putObject("model")
                .put("file", report.model().file())
                .put("bytes", report.model().bytes())
                .put("version", report.model().metadata().version())
                .put("temperature", report.model().metadata().temperature())
                .put("uncertain_below", report.model().metadata().uncertainBelow())
                .put("provider", report.model().provider());
        ObjectNode data = json.putObject("data");
        data.put("name", report.data().name());
        data.put("faces", report.data().faces());
        data.put("read_whole", report.data().whole());
        ObjectNode skipped = data.putObject("skipped");
        report.data()
                .skips()
                .counts()
                .forEach((reason, count) -> {
                    ObjectNode one = skipped.putObject(reason.id());
                    one.put("count", count);
                    ArrayNode first = one.putArray("first");
                    report.data().skips().named(reason).forEach(first::add);
                });
    }

    private void main() {
        ModelReport.Main main = report.main();
        json.put("label_set", main.labels().name());
        json.put("truth", main.truth());
        json.put("scored", main.confusion().total());
        interval(json, "accuracy", main.accuracy());
        interval(json, "balanced_accuracy", main.balanced());
        number(
                json,
                "balanced_accuracy_without_contempt",
                main.confusion().balancedWithout("contempt"));
        number(json, "macro_f1", main.confusion().macroF1());
        number(json, "ece", main.calibration().error());
        json.putObject("latency")
                .put("faces", report.latency().faces())
                .put("p50_ns", report.latency().p50Nanos())
                .put("p95_ns", report.latency().p95Nanos())
                .put("cpu_ns", report.latency().cpuNanos());
    }

    private void labels() {
        ConfusionMatrix confusion = report.main().confusion();
        ArrayNode labels = json.putArray("labels");
        ArrayNode rows = json.putArray("confusion");
        for (int i = 0; i < confusion.labels().size(); i++) {
            ObjectNode label = labels.addObject();
            label.put("label", confusion.labels().get(i));
            label.put("faces", confusion.shown(i));
            number(label, "precision", confusion.precision(i));
            number(label, "recall", confusion.recall(i));
            number(label, "f1", confusion.f1(i));
            ArrayNode row = rows.addArray();
            for (int j = 0; j < confusion.labels().size(); j++) {
                row.add(confusion.count(i, j));
            }
        }
    }

    private void views() {
        ArrayNode views = json.putArray("views");
        for (ViewScore score : report.views()) {
            ObjectNode view = views.addObject();
            view.put("label_set", score.labels().name());
            view.put("truth", score.truth());
            view.put("faces", score.faces());
            interval(view, "accuracy", score.accuracy());
            number(view, "balanced_accuracy", score.balanced());
            number(view, "macro_f1", score.macroF1());
            number(view, "ece", score.calibrationError());
            if (Double.isFinite(score.rater())) {
                view.put("rater", score.rater());
            }
            if (report.data().knowsCopies()) {
                view.put("clean_faces", score.cleanFaces());
                number(view, "clean_accuracy", score.cleanAccuracy());
                number(view, "clean_balanced_accuracy", score.cleanBalanced());
            }
        }
    }

    private void raters() {
        report.raters()
                .ifPresent(raters -> {
                    ObjectNode node = json.putObject("raters");
                    node.put("agreement", raters.agreement());
                    ArrayNode bands = node.putArray("bands");
                    for (Raters.Band band : raters.bands()) {
                        bands.addObject()
                                .put("from", band.from())
                                .put("to", band.to())
                                .put("faces", band.faces())
                                .put("accuracy", band.accuracy());
                    }
                });
    }

    private void curves() {
        ArrayNode bins = json.putArray("reliability");
        report.main()
                .calibration()
                .bins()
                .forEach(bin -> {
                    ObjectNode one = bins.addObject();
                    one.put("from", bin.from());
                    one.put("to", bin.to());
                    one.put("faces", bin.count());
                    number(one, "confidence", bin.meanConfidence());
                    number(one, "accuracy", bin.accuracy());
                });
        ArrayNode curve = json.putArray("coverage");
        report.main().coverage().curve().forEach(point -> point(curve.addObject(), point));
        point(json.putObject("live"), report.main().live());
    }

    private static void point(ObjectNode node, Coverage.Point point) {
        number(node, "threshold", point.threshold());
        number(node, "coverage", point.coverage());
        number(node, "accuracy", point.accuracy());
    }

    private void sizes() {
        ArrayNode sizes = json.putArray("sizes");
        for (SizeScore score : report.sizes()) {
            ObjectNode size = sizes.addObject();
            size.put("width", score.width());
            number(size, "accuracy", score.accuracy());
            number(size, "balanced_accuracy", score.balanced());
        }
    }

    private void groups() {
        ArrayNode attributes = json.putArray("subgroups");
        for (Subgroups groups : report.subgroups()) {
            ObjectNode attribute = attributes.addObject();
            attribute.put("attribute", groups.attribute());
            ArrayNode list = attribute.putArray("groups");
            for (Subgroups.Group group : groups.groups()) {
                ObjectNode one = list.addObject();
                one.put("value", group.value());
                one.put("faces", group.faces());
                one.put("people", group.people());
                if (group.isLarge()) {
                    interval(one, "accuracy", group.accuracy());
                } else {
                    number(one, "accuracy", group.accuracy().value());
                }
                number(one, "shared_labels_recall", group.alike());
            }
            groups.gap()
                    .ifPresent(gap -> {
                        ObjectNode largest = attribute.putObject("largest_gap");
                        largest.put("best", gap.best());
                        largest.put("worst", gap.worst());
                        interval(largest, "difference", gap.difference());
                    });
        }
    }

    private void counterfactuals() {
        ArrayNode audits = json.putArray("counterfactuals");
        for (Counterfactuals one : report.counterfactuals()) {
            ObjectNode audit = audits.addObject();
            audit.put("attribute", one.attribute());
            audit.put("people", one.people());
            audit.put("series", one.series());
            audit.put("changing_series", one.changingSeries());
            audit.put("pairs", one.pairs());
            interval(audit, "changed", one.changed());
            number(audit, "changed_live", one.changedLive());
            number(audit, "distance", one.distance());
        }
    }
}
