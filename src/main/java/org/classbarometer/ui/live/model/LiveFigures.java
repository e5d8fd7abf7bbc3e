package org.classbarometer.ui.live.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.PaintLatency;
import org.classbarometer.ui.feed.RateMeter;

/// The figures beside the picture: the mood of the last seconds, how fast frames come. They change a
/// few times a second, not with every frame, so that they can be read. JavaFX thread only.
public final class LiveFigures {
    /// The mood in words and bars is taken over this many seconds.
    public static final int RECENT_SECONDS = 3;

    private static final long CALM_NANOS = 250_000_000L;
    private static final int LATENCY_FRAMES = 24;

    private final MoodHistory history;
    private final RateMeter analysed;
    private final PaintLatency latency = new PaintLatency();
    private final ReadOnlyObjectWrapper<MoodNow> mood;
    private final ReadOnlyObjectWrapper<Vitals> vitals = new ReadOnlyObjectWrapper<>(Vitals.NONE);
    private long lastChange = Long.MIN_VALUE;

    LiveFigures(MoodHistory history, RateMeter analysed, LabelSet labels) {
        this.history = history;
        this.analysed = analysed;
        mood = new ReadOnlyObjectWrapper<>(MoodNow.none(labels));
    }

    /// A frame was shown just now.
    void frameShown(LiveFrame frame, LabelSet labels) {
        latency.shown(frame.capturedNanos());
        long now = System.nanoTime();
        if (lastChange == Long.MIN_VALUE || now - lastChange >= CALM_NANOS) {
            lastChange = now;
            update(frame, labels);
        }
    }

    /// Brings the figures up to a frame, whenever they changed last.
    void update(LiveFrame frame, LabelSet labels) {
        mood.set(
                new MoodNow(
                        history.recent(labels, RECENT_SECONDS),
                        frame.mood().faces(),
                        frame.mood().read(),
                        frame.mood().uncertain()));
        vitals.set(
                new Vitals(
                        analysed.rate(System.nanoTime()),
                        latency.quantile(0.5, LATENCY_FRAMES) / 1_000_000,
                        frame.dropped(),
                        frame.load()));
    }

    /// No mood is known, in these labels from now on.
    void forgetMood(LabelSet labels) {
        mood.set(MoodNow.none(labels));
    }

    /// Nothing is shown; what was seen before stays in the history.
    void rest(LabelSet labels) {
        forgetMood(labels);
        vitals.set(Vitals.NONE);
    }

    /// Another source: all is forgotten.
    void clear(LabelSet labels) {
        history.clear();
        latency.clear();
        rest(labels);
    }

    /// Changes about four times a second while frames come.
    public ReadOnlyObjectProperty<MoodNow> mood() {
        return mood.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Vitals> vitals() {
        return vitals.getReadOnlyProperty();
    }

    /// For the running chart.
    public MoodHistory history() {
        return history;
    }

    public PaintLatency latency() {
        return latency;
    }
}
