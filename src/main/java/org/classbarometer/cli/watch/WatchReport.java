package org.classbarometer.cli.watch;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classbarometer.cli.common.Json;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.monitor.RunSummary.Latencies;
import org.classbarometer.monitor.RunSummary.Quantiles;
import org.classbarometer.monitor.RunSummary.Totals;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Timeline;
import org.classbarometer.setup.ProgramVersion;
import org.classbarometer.text.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is told at the end of a run.
///
/// @param source as typed, without a password
/// @param model file name of the model
/// @param modelVersion as the model says
/// @param provider what the model ran on
/// @param labels label set of the readings
/// @param totals of the run
/// @param mood what may be told of the mood
/// @param exact whether that is all of it; otherwise it is what buckets tell, and nothing is said of
///     the machine's speed, which depends on the number of faces
/// @param session as it was stored; empty when none was
record WatchReport(
        String source,
        String model,
        String modelVersion,
        String provider,
        LabelSet labels,
        Totals totals,
        Optional<SpanMood> mood,
        boolean exact,
        Optional<Timeline> session) {

    /// One line a matter, in the user's language.
    void print(PrintWriter out) {
        if (exact) {
            printExact(out);
        } else {
            printPublished(out);
        }
        out.println(Text.of("cli.report.model", model, modelVersion, provider));
        session.ifPresent(stored ->
                out.println(
                        Text.of(
                                "cli.report.session",
                                stored.session().id().toString(),
                                stored.session().plan().className(),
                                stored.buckets().size(),
                                suppressed(stored))));
        out.flush();
    }

    private void printPublished(PrintWriter out) {
        SpanMood published = published();
        out.println(Text.of("cli.report.told", source, published.known(), published.suppressed()));
        if (published.isKnown()) {
            out.println(
                    Text.of(
                            "cli.report.people",
                            Math.round(published.read()),
                            Math.round(published.readings() - published.read())));
            String shares = shares(published);
            out.println(
                    shares.isEmpty()
                            ? Text.of("cli.report.untold")
                            : Text.of("cli.report.mood", shares));
        }
        out.println(Text.of("cli.report.rule"));
    }

    private void printExact(PrintWriter out) {
        out.println(
                Text.of(
                        "cli.report.frames",
                        source,
                        totals.frames(),
                        totals.seconds(),
                        totals.framesPerSecond(),
                        totals.dropped()));
        SpanMood published = published();
        long readings = published.sum(published.readings());
        long uncertain = readings - published.sum(published.read());
        out.println(
                Text.of("cli.report.faces", published.sum(published.faces()), readings, uncertain));
        out.println(
                published.isKnown()
                        ? Text.of("cli.report.mood", shares(published))
                        : Text.of("cli.report.nomood"));
        out.println(Text.of("cli.report.exact"));
        Latencies latencies = totals.latencies();
        out.println(
                Text.of(
                        "cli.report.latency",
                        pair(latencies.waiting()),
                        pair(latencies.preparing()),
                        pair(latencies.finding()),
                        pair(latencies.reading()),
                        pair(latencies.total())));
    }

    private static long suppressed(Timeline stored) {
        return stored.buckets().stream().filter(bucket -> bucket.mood().isEmpty()).count();
    }

    private static String pair(Quantiles latency) {
        return Text.of("cli.report.pair", millis(latency.p50()), millis(latency.p95()));
    }

    /// Labels with their shares of the certainly read faces, the most frequent first; what never came
    /// is left out.
    static String shares(SpanMood mood) {
        double[] shares = mood.shares();
        return SpanMood.largestFirst(shares).stream()
                .filter(i -> shares[i] > 0)
                .map(i -> share("expression.label." + mood.labels().labels().get(i), shares[i]))
                .collect(Collectors.joining(", "));
    }

    private static String share(String name, double share) {
        return Text.of("cli.report.share", Text.of(name), share);
    }

    /// The same as one JSON object; its names are described in README.md and stay as they are.
    void printJson(PrintWriter out) {
        JsonMapper mapper = Json.mapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("program", "classbarometer").put("version", ProgramVersion.number());
        json.put("source", source).put("model", model).put("modelVersion", modelVersion);
        json.put("provider", provider).put("labels", labels.name());
        json.put("exact", exact);
        if (exact) {
            putExact(json);
        } else {
            putPublished(json);
        }
        session.ifPresent(stored ->
                json.putObject("session")
                        .put("id", stored.session().id().value())
                        .put("class", stored.session().plan().className())
                        .put("buckets", stored.buckets().size())
                        .put("suppressed", suppressed(stored)));
        out.println(mapper.writeValueAsString(json));
        out.flush();
    }

    private void putPublished(ObjectNode json) {
        SpanMood published = published();
        json.put("buckets", published.known() + published.suppressed());
        json.put("suppressed", published.suppressed());
        json.put("people", rounded(published.read(), 1));
        json.put("uncertain", rounded(published.readings() - published.read(), 1));
        ObjectNode shares = json.putObject("mood");
        for (int i = 0; i < labels.size(); i++) {
            shares.put(labels.labels().get(i), rounded(published.shares()[i], 4));
        }
    }

    private void putExact(ObjectNode json) {
        json.put("frames", totals.frames()).put("dropped", totals.dropped());
        SpanMood published = published();
        long readings = published.sum(published.readings());
        json.put("faces", published.sum(published.faces())).put("readings", readings);
        json.put("uncertain", readings - published.sum(published.read()));
        ObjectNode shares = json.putObject("mood");
        ObjectNode counts = json.putObject("counts");
        int[] counted = published.counts();
        ObjectNode probabilities = json.putObject("probabilities");
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.labels().get(i);
            shares.put(label, rounded(published.shares()[i], 4));
            counts.put(label, counted[i]);
            probabilities.put(label, rounded(published.probabilities()[i], 4));
        }
        json.put("seconds", rounded(totals.seconds(), 3));
        json.put("fps", rounded(totals.framesPerSecond(), 2));
        ObjectNode latency = json.putObject("latencyMs");
        Latencies latencies = totals.latencies();
        put(latency, "waiting", latencies.waiting());
        put(latency, "preparing", latencies.preparing());
        put(latency, "finding", latencies.finding());
        put(latency, "reading", latencies.reading());
        put(latency, "total", latencies.total());
    }

    private SpanMood published() {
        return mood.orElseGet(() -> new MoodSum(labels).mood());
    }

    private static void put(ObjectNode latency, String stage, Quantiles value) {
        latency.putObject(stage)
                .put("p50", rounded(millis(value.p50()), 3))
                .put("p95", rounded(millis(value.p95()), 3));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static double rounded(double value, int digits) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "f", value));
    }
}
