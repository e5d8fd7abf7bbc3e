package org.classbarometer.selfcheck.diary;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Offers;
import org.classbarometer.selfcheck.Suggestion;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Entries and offers as JSON texts, the form in which they are stored and sealed.
final class PageContent {
    // A newer version's additions are left alone rather than refused.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private PageContent() {}

    private record EntryPage(
            String at,
            Optional<MachineReading> machine,
            boolean own,
            String word,
            String tone,
            String note) {}

    private record OffersPage(boolean silenced, List<String> made, Optional<String> lastMade) {}

    static String of(Entry entry) {
        boolean own = entry.word() instanceof Word.Own;
        String word =
                switch (entry.word()) {
                    case Word.Own(String words) -> words;
                    case Word.Expression(String label) -> label;
                };
        return JSON.writeValueAsString(
                new EntryPage(
                        entry.at().toString(),
                        entry.machine(),
                        own,
                        word,
                        entry.tone().id(),
                        entry.note()));
    }

    /// @return empty when the text is no entry
    static Optional<Entry> entry(String text) {
        try {
            EntryPage page = JSON.treeToValue(object(text), EntryPage.class);
            return Arrays.stream(Tone.values())
                    .filter(tone -> tone.id().equals(page.tone))
                    .findFirst()
                    .map(tone ->
                            new Entry(
                                    OffsetDateTime.parse(page.at),
                                    page.machine,
                                    page.own
                                            ? new Word.Own(page.word)
                                            : new Word.Expression(page.word),
                                    tone,
                                    page.note));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ObjectNode object(String text) {
        if (JSON.readTree(text) instanceof ObjectNode page) {
            return page;
        }
        throw new IllegalArgumentException("no page");
    }

    /// Whether it is a page that was not sealed, be it one that can be understood or not.
    static boolean isPlain(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") && text.endsWith("}");
    }

    /// Keeps a page that cannot be read, for whoever may mend it one day.
    static String unreadable(byte[] content) {
        return JSON.writeValueAsString(Map.of("unreadable", content));
    }

    static String of(Offers offers) {
        return JSON.writeValueAsString(
                new OffersPage(
                        offers.silenced(),
                        offers.made().stream().map(Suggestion::id).sorted().toList(),
                        offers.lastMade().map(LocalDate::toString)));
    }

    /// What is unreadable counts as nothing offered: nothing of the person's is lost by that.
    static Offers offers(String text) {
        try {
            OffersPage page = JSON.treeToValue(object(text), OffersPage.class);
            return new Offers(
                    page.silenced,
                    page.made.stream()
                            .flatMap(id ->
                                    Arrays.stream(Suggestion.values())
                                            .filter(one -> one.id().equals(id)))
                            .collect(Collectors.toSet()),
                    page.lastMade.map(LocalDate::parse));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException _) {
            return Offers.NONE;
        }
    }
}
