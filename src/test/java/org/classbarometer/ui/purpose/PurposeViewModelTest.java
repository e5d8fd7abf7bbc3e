package org.classbarometer.ui.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.ui.purpose.PurposeViewModel.Verdict;
import org.classbarometer.ui.storing.StoreChoices;
import org.junit.jupiter.api.Test;

class PurposeViewModelTest {
    private final MemorySessionStore store = new MemorySessionStore();
    private final StoreChoices choices =
            new StoreChoices(
                    Optional.of(store),
                    StoreSettings.DEFAULT,
                    Runnable::run,
                    Runnable::run,
                    _ -> {});
    private final PurposeViewModel model = new PurposeViewModel(choices, Locale.GERMANY);

    @Test
    void the_questions_suggest_the_system_s_country_without_taking_it() {
        assertThat(model.asking().get()).as("before anything needs the answers").isFalse();
        model.ask();
        assertThat(model.asking().get()).isTrue();
        assertThat(model.place().get()).contains(new Place("DE"));
        assertThat(model.isSuggested()).isTrue();
        assertThat(model.verdict().get()).isEqualTo(Verdict.NONE);
        model.confirm();
        assertThat(model.asking().get()).as("one answer is missing").isTrue();
        model.cancel();
        assertThat(model.asking().get()).isFalse();
        assertThat(model.context().getValue()).isEmpty();
    }

    @Test
    void what_was_wanted_is_done_after_the_answers_unless_they_prohibit_it() {
        AtomicInteger done = new AtomicInteger();
        model.ask(done::incrementAndGet);
        model.purpose().set(Optional.of(Purpose.CLASS));
        model.confirm();
        assertThat(done).as("a class in Germany").hasValue(0);
        model.ask(done::incrementAndGet);
        model.cancel();
        assertThat(done).hasValue(0);
        model.ask(done::incrementAndGet);
        model.place().set(Optional.of(new Place("CH")));
        model.confirm();
        assertThat(done).hasValue(1);
    }

    @Test
    void a_search_without_the_chosen_country_cannot_be_continued() {
        model.ask();
        model.place().set(Optional.of(new Place("CH")));
        model.purpose().set(Optional.of(Purpose.CLASS));
        assertThat(model.verdict().get()).isEqualTo(Verdict.DUTIES);
        model.sought().set("usa");
        assertThat(model.verdict().get()).isEqualTo(Verdict.NONE);
        model.confirm();
        assertThat(model.context().getValue()).isEmpty();
        model.sought().set("switz");
        assertThat(model.verdict().get()).isEqualTo(Verdict.DUTIES);
    }

    @Test
    void people_s_own_words_for_a_country_find_it_first() {
        model.ask();
        Map<String, String> words =
                Map.of(
                        "USA",
                        "US",
                        "us",
                        "US",
                        "England",
                        "GB",
                        "Deutschland",
                        "DE",
                        "DE",
                        "DE",
                        "ger",
                        "DE",
                        "Holland",
                        "NL",
                        "Suisse",
                        "CH",
                        "España",
                        "ES",
                        "日本",
                        "JP");
        words.forEach((typed, country) -> {
            model.sought().set(typed);
            assertThat(model.found().getFirst()).as(typed).isEqualTo(new Place(country));
        });
    }

    @Test
    void the_verdict_follows_the_answers() {
        model.ask();
        model.purpose().set(Optional.of(Purpose.CLASS));
        assertThat(model.verdict().get()).isEqualTo(Verdict.REFUSED);
        model.purpose().set(Optional.of(Purpose.SELF_CHECK));
        assertThat(model.verdict().get()).isEqualTo(Verdict.SELF_CHECK);
        model.purpose().set(Optional.of(Purpose.CLASS));
        model.place().set(Optional.of(new Place("NO")));
        assertThat(model.verdict().get()).isEqualTo(Verdict.REFUSED);
        model.place().set(Optional.of(new Place("CH")));
        assertThat(model.verdict().get()).isEqualTo(Verdict.DUTIES);
        assertThat(model.isSuggested()).isFalse();
    }

    @Test
    void the_answers_are_kept_and_can_be_changed() throws Exception {
        model.ask();
        model.place().set(Optional.of(new Place("CH")));
        model.purpose().set(Optional.of(Purpose.CLASS));
        model.confirm();
        assertThat(model.asking().get()).isFalse();
        assertThat(store.settings().context())
                .contains(new UseContext(new Place("CH"), Purpose.CLASS));

        model.ask();
        assertThat(model.place().get()).contains(new Place("CH"));
        model.purpose().set(Optional.of(Purpose.SELF_CHECK));
        model.cancel();
        assertThat(model.asking().get()).isFalse();
        assertThat(store.settings().context())
                .contains(new UseContext(new Place("CH"), Purpose.CLASS));
    }

    @Test
    void countries_are_found_by_a_part_of_their_name_or_their_code() {
        model.ask();
        model.sought().set("nited k");
        assertThat(model.found()).containsExactly(new Place("GB"));
        model.sought().set("ch");
        assertThat(model.found()).contains(new Place("CH"), new Place("CN"));
        model.sought().set("cote d");
        assertThat(model.found()).containsExactly(new Place("CI"));
        model.sought().set("nowhere");
        assertThat(model.found()).isEmpty();
    }

    @Test
    void deleting_everything_forgets_the_answers() {
        model.ask();
        model.purpose().set(Optional.of(Purpose.SELF_CHECK));
        model.confirm();
        choices.deleteEverything(() -> {});
        assertThat(model.context().getValue()).isEmpty();
    }
}
