package org.classbarometer.ui.live.mood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.live.model.MoodNow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoodTextsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static String words(double neutral, double happy, double surprised, double uncertain) {
        return MoodTexts.of(
                new MoodHistory.Sample(
                        0,
                        new SpanMood(
                                LabelSet.FOUR,
                                new double[] {
                                    neutral / (1 - uncertain),
                                    happy / (1 - uncertain),
                                    surprised / (1 - uncertain),
                                    0
                                },
                                new double[4],
                                12,
                                10,
                                10 * (1 - uncertain),
                                10,
                                0,
                                0)));
    }

    @Test
    void a_room_of_one_expression_is_named_by_it() {
        assertThat(words(0.05, 0.9, 0, 0.05)).isEqualTo("Nearly all look happy");
    }

    @Test
    void a_minority_worth_saying_is_said() {
        assertThat(words(0.6, 0.3, 0.1, 0)).isEqualTo("Most look neutral, some happy");
        assertThat(words(0.7, 0.1, 0.1, 0.1)).isEqualTo("Most look neutral");
        assertThat(words(0.4, 0.1, 0.4, 0.1)).isEqualTo("Mixed: neutral and surprised");
    }

    @Test
    void mostly_uncertain_readings_claim_nothing() {
        assertThat(words(0.4, 0, 0, 0.6)).contains("uncertain").doesNotContain("neutral");
    }

    @Test
    void without_readings_nothing_is_claimed() {
        assertThat(MoodTexts.of(MoodNow.none(LabelSet.EIGHT).recent())).contains("No face");
    }
}
