package org.classbarometer.evaluate.report;

import java.util.List;
import java.util.stream.Collectors;
import org.classbarometer.evaluate.model.Counterfactuals;
import org.classbarometer.evaluate.model.ModelReport;
import org.classbarometer.evaluate.model.Subgroups;
import org.classbarometer.evaluate.report.ReportText.Block;

/// What a report says of people: groups beside each other, and the counterfactual audit. Data without
/// attributes have neither.
record PeopleSection(ModelReport report, Section out) {
    static void write(ModelReport report, Section out) {
        PeopleSection section = new PeopleSection(report, out);
        section.groups();
        section.counterfactuals();
    }

    private void groups() {
        if (report.data().attributes().isEmpty()) {
            return;
        }
        out.heading("evaluation.groups");
        out.say("evaluation.groups.note", Subgroups.LEAST, Subgroups.LEAST_PEOPLE);
        for (Subgroups groups : report.subgroups()) {
            out.add(new Block.Heading(3, groups.attribute()));
            out.table(
                    Section.header("group", "faces", "people", "accuracy", "alike"),
                    groups.groups(),
                    group ->
                            List.of(
                                    group.value(),
                                    Figure.count(group.faces()),
                                    Figure.count(group.people()),
                                    // The interval of a handful says less than their number.
                                    group.isLarge()
                                            ? Figure.percent(group.accuracy())
                                            : Figure.percent(group.accuracy().value()),
                                    Figure.percent(group.alike())));
            if (groups.gap().isPresent()) {
                out.say(
                        "evaluation.groups.shared",
                        groups.shared().stream()
                                .map(ReportNames::label)
                                .collect(Collectors.joining(", ")));
            }
            out.add(new Block.Paragraph(Sentences.gap(groups)));
        }
        List<String> made = report.subgroups().stream().map(Subgroups::attribute).toList();
        List<String> none =
                report.data().attributes().stream().filter(name -> !made.contains(name)).toList();
        if (!none.isEmpty()) {
            out.say("evaluation.groups.none", String.join(", ", none));
        }
    }

    private void counterfactuals() {
        if (report.counterfactuals().isEmpty()) {
            return;
        }
        out.heading("evaluation.counterfactual");
        out.say("evaluation.counterfactual.note");
        out.table(
                Section.header(
                        "attribute",
                        "people",
                        "series",
                        "pairs",
                        "changed",
                        "changed-live",
                        "distance"),
                report.counterfactuals(),
                one ->
                        List.of(
                                one.attribute(),
                                Figure.count(one.people()),
                                one.changingSeries() + " / " + one.series(),
                                Figure.count(one.pairs()),
                                Figure.percent(one.changed()),
                                Figure.percent(one.changedLive()),
                                Figure.decimal(one.distance(), 3)));
        for (Counterfactuals one : report.counterfactuals()) {
            for (Counterfactuals.Example example : one.examples()) {
                out.add(new Block.Paragraph(Sentences.example(example)));
            }
        }
    }
}
