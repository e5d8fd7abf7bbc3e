package org.classbarometer.report.sheet;

import java.util.List;
import java.util.Locale;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Fill;
import org.classbarometer.look.LabelLook;
import org.classbarometer.look.SvgPen;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.Timeline;

/// The document of a session, from its title to its small print.
final class Sheet {
    private static final String UNTOLD = "–";

    private final Timeline timeline;
    private final SessionPlan plan;
    private final SpanMood mood;
    private final SheetTexts words;
    private final DrawingElements drawings;
    private final Markup out;

    Sheet(Timeline timeline, Locale locale, DrawingElements drawings) {
        this.timeline = timeline;
        this.plan = timeline.session().plan();
        this.mood = timeline.series().all();
        this.words = new SheetTexts(locale);
        this.drawings = drawings;
        this.out = new Markup(drawings::text);
    }

    /// The whole document.
    String page(String styleSheet) {
        String kind = plan.context().purpose() == Purpose.CLASS ? "class" : "self";
        String about = timeline.session().title();
        String title =
                words.of("title." + kind, plan.className()) + (about.isEmpty() ? "" : ": " + about);
        out.begin("html lang=\"" + words.language() + "\"").begin("head");
        out.raw("<meta charset=\"utf-8\"/>");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\"/>");
        out.raw("<meta name=\"description\" content=\"" + Markup.escape(when()) + "\"/>\n");
        out.begin("title").raw(Markup.escape(title + ", " + words.day(plan.start())));
        out.end("title").raw("\n");
        out.begin("style").raw("\n" + styleSheet).end("style").end("head").raw("\n");
        out.begin("body").raw("\n");
        out.element("div class=\"footer\"", words.of("footer", timeline.session().id().value()));
        out.element("h1", title);
        out.element("p class=\"when\"", when());
        out.element("p class=\"lead\"", lead());
        new ChartBlock(timeline, words, drawings).write(out);
        if (mood.isKnown()) {
            figures();
        }
        markers();
        smallPrint();
        facts();
        return out.end("body").end("html").raw("\n").toString();
    }

    private String when() {
        return timeline.session()
                .end()
                .map(end ->
                        words.of(
                                "when",
                                words.day(plan.start()),
                                words.clock(plan.start()),
                                words.clock(end)))
                .orElseGet(() ->
                        words.of("when.open", words.day(plan.start()), words.clock(plan.start())));
    }

    private String lead() {
        if (!mood.isKnown()) {
            return words.of("lead.nothing", plan.k());
        }
        List<Integer> order = SpanMood.largestFirst(mood.shares());
        String key = "lead";
        if (mood.shares()[order.get(0)] == 0) {
            key = "lead.untold";
        } else if (mood.shares()[order.get(1)] == 0) {
            key = "lead.one";
        }
        StringBuilder lead =
                new StringBuilder(
                        words.of(
                                key,
                                Math.round(mood.faces()),
                                label(order.get(0)),
                                words.percent(mood.shares()[order.get(0)]),
                                label(order.get(1)),
                                words.percent(mood.shares()[order.get(1)])));
        lead.append(' ').append(words.of("lead.uncertain", words.percent(mood.uncertain())));
        if (mood.suppressed() > 0) {
            double silent = (double) mood.suppressed() / timeline.buckets().size();
            lead.append(' ').append(words.of("lead.suppressed", words.percent(silent), plan.k()));
        }
        return lead.toString();
    }

    private LabelLook look(int index) {
        return LabelLook.of(plan.labels().labels().get(index));
    }

    private String label(int index) {
        return look(index).name(words.locale());
    }

    private void figures() {
        out.element("h2", words.of("figures"));
        out.begin("table class=\"figures\"").begin("thead").begin("tr");
        out.element("th scope=\"col\"", words.of("figures.expression"));
        out.element("th scope=\"col\" class=\"number\"", words.of("figures.share"));
        out.element("th scope=\"col\" class=\"bars\"", " ");
        out.end("tr").end("thead").begin("tbody");
        for (int i : SpanMood.largestFirst(mood.shares())) {
            Fill fill = look(i).fill();
            double share = mood.shares()[i];
            out.begin("tr").begin("th scope=\"row\"");
            out.raw(drawings.element(Drawing.swatch(fill), "swatch", label(i)));
            out.raw(" " + Markup.escape(label(i))).end("th");
            // What is not told is not nothing.
            out.element("td class=\"number\"", share == 0 ? UNTOLD : words.percent(share));
            out.begin("td class=\"bars\"").raw(bar(fill, share)).end("td");
            out.end("tr").raw("\n");
        }
        out.end("tbody").end("table").raw("\n");
        out.element("p class=\"note\"", words.of("figures.note", words.percent(mood.uncertain())));
    }

    private static String bar(Fill fill, double share) {
        return "<div class=\"bar\" style=\"width:%s%%;background-color:%s\"></div>"
                .formatted(Math.round(100 * share), SvgPen.css(fill.colour()));
    }

    private void markers() {
        if (timeline.markers().isEmpty()) {
            return;
        }
        out.element("h2", words.of("markers"));
        out.begin("table class=\"markers\"").begin("thead").begin("tr");
        out.element("th scope=\"col\" class=\"nr\"", words.of("markers.number"));
        out.element("th scope=\"col\" class=\"number\"", words.of("markers.minute"));
        out.element("th scope=\"col\" class=\"number\"", words.of("markers.clock"));
        out.element("th scope=\"col\"", words.of("markers.note"));
        out.end("tr").end("thead").begin("tbody");
        int number = 0;
        for (Marker marker : timeline.markers()) {
            out.begin("tr").begin("td class=\"nr\"");
            out.element("span class=\"flag\"", words.count(++number)).end("td");
            out.element("td class=\"number\"", SheetTexts.minutes(marker.at()));
            out.element("td class=\"number\"", words.clock(plan.start().plus(marker.at())));
            out.element("td", marker.note()).end("tr").raw("\n");
        }
        out.end("tbody").end("table").raw("\n");
    }

    private void smallPrint() {
        out.begin("div class=\"small\"");
        out.element("h2", words.of("reading"));
        out.begin("ul");
        out.element("li", words.of("reading.feeling"));
        out.element("li", words.of("reading.wrong", plan.model()));
        out.element("li", words.of("reading.uncertain"));
        out.element("li", words.of("reading.few", words.seconds(plan.bucket()), plan.k()));
        if (drawings.lacksLetters()) {
            out.element("li", words.of("reading.letters"));
        }
        out.end("ul").end("div").raw("\n");
    }

    private void facts() {
        Session session = timeline.session();
        Consent consent = plan.consent();
        out.begin("div class=\"small\"");
        out.element("h2", words.of("agreed"));
        out.element(
                "p",
                words.of(
                        "agreed.consent",
                        words.moment(consent.at()),
                        words.role(consent.role()),
                        consent.optedIn(),
                        consent.statementVersion(),
                        words.languageName(consent.statementLanguage())));
        out.element(
                "p",
                words.of(
                        "agreed.facts",
                        session.id().value(),
                        words.country(plan.context().place().country()),
                        words.of("purpose." + plan.context().purpose().word()),
                        plan.labels().name(),
                        plan.model(),
                        words.seconds(plan.bucket()),
                        timeline.buckets().size(),
                        mood.suppressed()));
        out.end("div").raw("\n");
    }
}
