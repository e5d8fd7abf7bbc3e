package org.classbarometer.ui.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.hint.Hint;
import org.classbarometer.mood.Mood;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HintViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final LiveViewModel live =
            new LiveViewModel(
                    new SimulatedMonitor(),
                    new SimpleObjectProperty<>(Settings.DEFAULT),
                    new MoodHistory(),
                    new RateMeter());
    private final ObjectProperty<Boolean> on = new SimpleObjectProperty<>(true);
    private final HintViewModel model = new HintViewModel(live, on, new Scope());
    private long second;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private void minutes(int minutes, int happy) {
        Mood mood =
                new Mood(
                        LabelSet.FOUR,
                        new int[] {16 - happy, happy, 0, 0},
                        new double[4],
                        16,
                        16,
                        0);
        for (int i = 0; i < minutes * 60; i++) {
            model.take(mood, second++ * SECOND);
        }
    }

    @Test
    void a_hint_says_what_why_and_how_sure() {
        minutes(20, 8);
        assertThat(model.hint().get()).isEmpty();
        minutes(4, 1);
        Hint hint = model.hint().get().orElseThrow();
        assertThat(HintBar.what(hint))
                .isEqualTo("Many faces have looked less positive than usual for 3 minutes.");
        assertThat(HintBar.why(hint))
                .contains("16 faces", "Rather sure", "an expression is not a feeling");
    }

    @Test
    void without_the_teachers_wish_there_is_none() {
        on.set(false);
        minutes(20, 8);
        minutes(5, 0);
        assertThat(model.hint().get()).isEmpty();
    }

    @Test
    void a_dismissed_hint_rests_for_a_while() {
        minutes(20, 8);
        minutes(4, 0);
        model.dismiss();
        minutes(3, 0);
        assertThat(model.hint().get()).isEmpty();
    }

    @Test
    void silence_lasts_until_the_source_is_played_anew() {
        minutes(20, 8);
        minutes(4, 0);
        model.silence();
        minutes(15, 16);
        assertThat(model.hint().get()).isEmpty();

        live.play(new SourceChoice.Demo());
        minutes(20, 8);
        minutes(4, 0);
        assertThat(model.hint().get()).isPresent();
    }
}
