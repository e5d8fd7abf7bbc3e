package org.classbarometer.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The trend over days, and what is suggested when.
class SuggestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Entry entry(LocalDate day, Tone tone) {
        return new Entry(
                OffsetDateTime.of(day.atTime(8, 30), ZoneOffset.ofHours(1)),
                Optional.empty(),
                new Word.Own("so so"),
                tone,
                "");
    }

    /// @param tones oldest first, the last is today; a dot is a day without entry
    private static Trend days(String tones) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < tones.length(); i++) {
            LocalDate day = TODAY.minusDays(tones.length() - 1L - i);
            switch (tones.charAt(i)) {
                case '+' -> entries.add(entry(day, Tone.GOOD));
                case '0' -> entries.add(entry(day, Tone.IN_BETWEEN));
                case '-' -> entries.add(entry(day, Tone.HARD));
                default -> {}
            }
        }
        return Trend.of(entries, TODAY, Suggestion.SPAN);
    }

    @Test
    void a_day_is_the_mean_of_its_entries_by_the_persons_own_clock() {
        Entry late =
                new Entry(
                        OffsetDateTime.parse("2026-11-21T23:30:00+13:00"),
                        Optional.empty(),
                        new Word.Expression("happiness"),
                        Tone.GOOD,
                        "");
        Trend trend = Trend.of(List.of(late, entry(TODAY.minusDays(1), Tone.IN_BETWEEN)), TODAY, 3);

        assertThat(trend.days())
                .containsExactly(
                        new Day(TODAY.minusDays(2), 0, 0),
                        new Day(TODAY.minusDays(1), 2, 0.5),
                        new Day(TODAY, 0, 0));
    }

    @Test
    void nothing_is_suggested_from_two_days_however_hard() {
        assertThat(Suggestion.fitting(days("--"))).isEmpty();
    }

    @Test
    void good_and_ordinary_days_are_left_alone() {
        assertThat(Suggestion.fitting(days("+0+0++0"))).isEmpty();
        assertThat(Suggestion.fitting(days("0000000"))).isEmpty();
    }

    @Test
    void one_hard_day_among_ordinary_ones_asks_for_no_talk() {
        assertThat(Suggestion.fitting(days("00+0-0+"))).doesNotContain(Suggestion.TALK);
    }

    @Test
    void five_hard_days_in_two_weeks_suggest_to_talk_to_someone_first() {
        assertThat(Suggestion.fitting(days("-.-..0-.-.-"))).first().isEqualTo(Suggestion.TALK);
    }

    @Test
    void five_hard_days_among_many_good_ones_do_not() {
        assertThat(Suggestion.fitting(days("+-+-+-+-+-++++"))).doesNotContain(Suggestion.TALK);
    }

    @Test
    void two_hard_days_at_the_end_suggest_breathing() {
        assertThat(Suggestion.fitting(days("0+0--"))).contains(Suggestion.BREATHE);
        assertThat(Suggestion.fitting(days("0--0+"))).doesNotContain(Suggestion.BREATHE);
    }

    @Test
    void days_that_slip_suggest_a_break() {
        assertThat(Suggestion.fitting(days("+++00"))).isEmpty();
        assertThat(Suggestion.fitting(days("+++0-"))).containsExactly(Suggestion.PAUSE);
    }

    @Test
    void days_a_little_low_suggest_music() {
        assertThat(Suggestion.fitting(days("0-00"))).containsExactly(Suggestion.MUSIC);
    }

    @Test
    void a_suggestion_is_offered_once_while_the_stretch_lasts() {
        Offers.Next first = Offers.NONE.next(days("0-00"), TODAY);
        Offers.Next tomorrow = first.after().next(days("0-000"), TODAY.plusDays(1));

        assertThat(first.offer()).contains(Suggestion.MUSIC);
        assertThat(tomorrow.offer()).isEmpty();
    }

    @Test
    void no_two_suggestions_are_offered_on_one_day() {
        Offers.Next first = Offers.NONE.next(days("0+0--"), TODAY);

        assertThat(first.offer()).contains(Suggestion.BREATHE);
        assertThat(first.after().next(days("0+0--"), TODAY).offer()).isEmpty();
    }

    @Test
    void a_new_stretch_may_be_offered_the_same_again() {
        Offers after = Offers.NONE.next(days("0-00"), TODAY).after();
        Offers well = after.next(days("+++++++"), TODAY.plusDays(7)).after();

        assertThat(well.next(days("0-00"), TODAY.plusDays(9)).offer()).contains(Suggestion.MUSIC);
    }

    @Test
    void silenced_nothing_is_offered() {
        assertThat(Offers.NONE.silenced(true).next(days("-------"), TODAY).offer()).isEmpty();
    }

    @Property(tries = 300)
    void whatever_the_days_bring_nothing_is_offered_twice_in_a_stretch_or_from_too_little(
            @ForAll @Size(min = 1, max = 60) List<Optional<Tone>> tones) {
        List<Entry> entries = new ArrayList<>();
        Offers offers = Offers.NONE;
        Set<Suggestion> inStretch = new HashSet<>();
        for (int i = 0; i < tones.size(); i++) {
            LocalDate day = TODAY.plusDays(i);
            tones.get(i).ifPresent(tone -> entries.add(entry(day, tone)));
            Trend trend = Trend.of(entries, day, Suggestion.SPAN);
            List<Suggestion> fitting = Suggestion.fitting(trend);
            if (fitting.isEmpty()) {
                inStretch.clear();
            }
            Offers.Next next = offers.next(trend, day);
            next.offer()
                    .ifPresent(offer -> {
                        assertThat(fitting).contains(offer);
                        assertThat(trend.last(7).written()).hasSizeGreaterThanOrEqualTo(3);
                        assertThat(inStretch.add(offer)).as("offered once").isTrue();
                    });
            offers = next.after();
        }
    }
}
