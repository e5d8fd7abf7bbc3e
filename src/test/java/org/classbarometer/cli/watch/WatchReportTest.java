package org.classbarometer.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.classbarometer.cli.common.Json;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.Reading;
import org.classbarometer.monitor.RunSummary.Latencies;
import org.classbarometer.monitor.RunSummary.Quantiles;
import org.classbarometer.monitor.RunSummary.Totals;
import org.classbarometer.mood.Mood;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.text.Text;
import tools.jackson.databind.JsonNode;

class WatchReportTest {
    /// What became of a face in a frame.
    enum Face {
        SEEN,
        READ,
        UNCERTAIN
    }

    private static Optional<Reading> reading(Face face) {
        return face == Face.SEEN
                ? Optional.empty()
                : Optional.of(
                        new Reading(
                                LabelSet.TWO,
                                new float[] {0.75f, 0.25f},
                                0,
                                0.75f,
                                face == Face.UNCERTAIN,
                                0));
    }

    private static WatchReport report(List<List<Face>> frames) {
        MoodSum sum = new MoodSum(LabelSet.TWO);
        for (List<Face> faces : frames) {
            List<Optional<Reading>> readings =
                    faces.stream().map(WatchReportTest::reading).toList();
            sum.add(Mood.of(LabelSet.TWO, readings));
        }
        Quantiles none = new Quantiles(0, 0);
        Totals totals =
                new Totals(
                        frames.size(),
                        0,
                        frames.stream().mapToInt(List::size).max().orElse(0),
                        Optional.of(sum.mood()),
                        1,
                        frames.size(),
                        new Latencies(none, none, none, none, none));
        return new WatchReport(
                "demo",
                "tiny.onnx",
                "1",
                "CPU",
                LabelSet.TWO,
                totals,
                totals.mood(),
                true,
                Optional.empty());
    }

    private static long count(List<List<Face>> frames, Face face) {
        return frames.stream().flatMap(Collection::stream).filter(face::equals).count();
    }

    @Property(tries = 300)
    void every_face_is_counted_once_and_never_are_more_read_than_seen(
            @ForAll @Size(min = 1, max = 200) List<@Size(max = 40) List<Face>> frames) {
        WatchReport report = report(frames);
        StringWriter object = new StringWriter();
        report.printJson(new PrintWriter(object));
        StringWriter words = new StringWriter();
        report.print(new PrintWriter(words));

        long uncertain = count(frames, Face.UNCERTAIN);
        long readings = count(frames, Face.READ) + uncertain;
        long faces = count(frames, Face.SEEN) + readings;
        JsonNode json = Json.mapper().readTree(object.toString());
        assertThat(json.get("faces").asLong()).isEqualTo(faces);
        assertThat(json.get("readings").asLong()).isEqualTo(readings).isLessThanOrEqualTo(faces);
        assertThat(json.get("uncertain").asLong()).isEqualTo(uncertain);
        assertThat(words.toString().lines())
                .contains(Text.of("cli.report.faces", faces, readings, uncertain));
    }
}
