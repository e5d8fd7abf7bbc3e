package org.classbarometer.ui.live.mood;

import java.util.Arrays;
import java.util.List;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.live.model.MoodNow;

/// The mood of the room in a few words. They say what faces show, never what people feel, and say so
/// when most readings claim nothing.
final class MoodTexts {
    private static final double NEARLY_ALL = 0.8;
    private static final double MOST = 0.5;
    private static final double WORTH_SAYING = 0.15;

    private MoodTexts() {}

    /// Fewer than half of the faces seen now are read: that is not the room.
    static String of(MoodNow now) {
        return now.faces() > 0 && 2 * (now.read() + now.uncertain()) < now.faces()
                ? Text.of(
                        now.read() + now.uncertain() == 0
                                ? "ui.mood.words.none"
                                : "ui.mood.words.few")
                : of(now.recent(), now.faces() == 1);
    }

    /// Of what everybody may see, which may be nothing.
    static String of(MoodHistory.ForRoom room) {
        MoodHistory.Sample now = room.recent();
        if (room.exact()) {
            return of(now);
        }
        if (now.mood().readings() == 0) {
            return Text.of("ui.display.few");
        }
        return now.mood().uncertain() < MOST && now.mood().unpublished() >= 1
                ? Text.of("ui.display.untold")
                : of(now);
    }

    static String of(MoodHistory.Sample now) {
        return of(now, false);
    }

    /// @param one whether there is one face only: nobody is "nearly all"
    private static String of(MoodHistory.Sample now, boolean one) {
        if (now.mood().readings() == 0) {
            return Text.of("ui.mood.words.none");
        }
        if (now.mood().uncertain() >= MOST) {
            return Text.of("ui.mood.words.uncertain");
        }
        double[] shares = now.mood().stack();
        List<Integer> order =
                SpanMood.largestFirst(Arrays.copyOf(shares, now.mood().labels().size()));
        double first = shares[order.get(0)];
        double second = order.size() < 2 ? 0 : shares[order.get(1)];
        String firstName = name(now, order.get(0));
        String secondName = order.size() < 2 ? "" : name(now, order.get(1));
        if (one && first >= MOST) {
            return Text.of("ui.mood.words.one", firstName);
        }
        if (first >= NEARLY_ALL) {
            return Text.of("ui.mood.words.nearlyall", firstName);
        }
        if (first >= MOST) {
            return second >= WORTH_SAYING
                    ? Text.of("ui.mood.words.most.some", firstName, secondName)
                    : Text.of("ui.mood.words.most", firstName);
        }
        return second >= WORTH_SAYING
                ? Text.of("ui.mood.words.mixed", firstName, secondName)
                : Text.of("ui.mood.words.some", firstName);
    }

    private static String name(MoodHistory.Sample now, int label) {
        return LabelLook.of(now.mood().labels().labels().get(label)).name();
    }
}
