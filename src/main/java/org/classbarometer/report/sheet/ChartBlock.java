package org.classbarometer.report.sheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Fill;
import org.classbarometer.look.LabelLook;
import org.classbarometer.look.Ticks;
import org.classbarometer.mood.MoodSeries.Step;
import org.classbarometer.session.Marker;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;

/// The charts with their words around them: scales, numbers of the markers, legend.
final class ChartBlock {
    // Numbers of markers nearer than this share of the width stand above each other.
    private static final double FLAG_WIDTH = 0.028;
    private static final int LANES = 4;
    private static final int MOST_TICKS = 10;

    private final Timeline timeline;
    private final SessionPlan plan;
    private final SheetTexts words;
    private final DrawingElements drawings;
    private final SheetCharts charts;

    ChartBlock(Timeline timeline, SheetTexts words, DrawingElements drawings) {
        this.timeline = timeline;
        this.plan = timeline.session().plan();
        this.words = words;
        this.drawings = drawings;
        this.charts = new SheetCharts(timeline);
    }

    void write(Markup out) {
        out.element("h2", words.of("chart"));
        legend(out);
        out.begin("div class=\"chart\"").raw("\n");
        flags(out);
        out.begin("div class=\"plot\"");
        out.raw(drawings.element(charts.mood(), "mood", words.of("chart.spoken")));
        for (int level = 0; level <= 100; level += 25) {
            out.element(
                    at("span class=\"level\"", "top", 1 - level / 100.0),
                    words.percent(level / 100.0));
        }
        out.end("div").raw("\n");
        out.element("p class=\"caption\"", words.of("chart.faces"));
        out.begin("div class=\"plot\"");
        out.raw(drawings.element(charts.faces(), "faces", words.of("chart.faces.spoken")));
        if (charts.has(Step.KNOWN)) {
            out.element(at("span class=\"level\"", "top", 0), words.count(charts.mostFaces()));
        }
        out.element(at("span class=\"level\"", "top", 1), words.count(0));
        out.end("div").raw("\n");
        ticks(out);
        out.end("div").raw("\n");
        int smoothed = charts.smoothed();
        if (smoothed > 1) {
            Duration over = plan.bucket().multipliedBy(smoothed);
            out.element("p class=\"note\"", words.of("chart.smoothed", words.seconds(over)));
        }
    }

    private static String at(String tag, String side, double share) {
        return "%s style=\"%s:%s%%\""
                .formatted(tag, side, String.format(Locale.ROOT, "%.2f", 100 * share));
    }

    private void legend(Markup out) {
        out.begin("p class=\"legend\"");
        boolean known = charts.has(Step.KNOWN);
        if (known) {
            plan.labels().labels().stream()
                    .map(LabelLook::of)
                    .forEach(look -> entry(out, look.fill(), look.name(words.locale())));
        }
        if (charts.has(Step.SUPPRESSED) || charts.withholds()) {
            entry(out, Fill.SUPPRESSED, words.of("chart.suppressed"));
        }
        if (known) {
            entry(out, LabelLook.UNCERTAIN.fill(), words.of("chart.uncertain"));
        }
        out.end("p").raw("\n");
    }

    private void entry(Markup out, Fill fill, String name) {
        out.begin("span class=\"entry\"");
        out.raw(drawings.element(Drawing.swatch(fill), "swatch", name));
        out.raw(" " + Markup.escape(name)).end("span").raw(" ");
    }

    private void flags(Markup out) {
        if (timeline.markers().isEmpty()) {
            return;
        }
        List<Double> ends = new ArrayList<>();
        List<Markup> lanes = new ArrayList<>();
        int number = 0;
        for (Marker marker : timeline.markers()) {
            double at = charts.position(marker);
            int lane = 0;
            while (lane < ends.size() && lane < LANES - 1 && ends.get(lane) > at) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(0.0);
                lanes.add(new Markup());
            }
            ends.set(lane, at + FLAG_WIDTH);
            lanes.get(lane).element(at("span class=\"flag\"", "left", at), words.count(++number));
        }
        for (Markup lane : lanes.reversed()) {
            out.begin("div class=\"lane\"").raw(lane.toString()).end("div").raw("\n");
        }
    }

    private void ticks(Markup out) {
        double minutes = charts.steps() * plan.bucket().toMillis() / 60_000.0;
        out.begin("div class=\"ticks\"");
        for (int minute : Ticks.minutes(minutes, MOST_TICKS)) {
            out.element(at("span class=\"tick\"", "left", minute / minutes), words.count(minute));
        }
        out.end("div").raw("\n");
        out.element("p class=\"axis\"", words.of("chart.minutes"));
    }
}
