package org.classbarometer.evaluate.data;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;

/// The words that data sets use for expressions, translated into identifiers of
/// [LabelSet#KNOWN]. Case, and what follows a first underscore, hyphen or blank (`happy_closed`),
/// do not matter.
public final class LabelWords {
    private static final Map<String, List<String>> OTHER_WORDS =
            Map.of(
                    "neutral", List.of("neutrality", "calm"),
                    "happiness", List.of("happy", "joy", "smile", "smiling"),
                    "surprise", List.of("surprised"),
                    "sadness", List.of("sad"),
                    "anger", List.of("angry"),
                    "disgust", List.of("disgusted"),
                    "fear", List.of("fearful", "afraid", "scared"),
                    "contempt", List.of("contemptuous"),
                    "engaged", List.of("engagement"),
                    "bored", List.of("boredom"));

    /// For the expressions and their two poles.
    public static final LabelWords EXPRESSIONS =
            new LabelWords(LabelSet.VIEWS.stream().flatMap(set -> set.labels().stream()).toList());

    private final Set<String> labels;
    private final Map<String, String> words;

    private LabelWords(Collection<String> labels) {
        this.labels = Set.copyOf(labels);
        this.words =
                this.labels.stream()
                        .flatMap(label ->
                                OTHER_WORDS.getOrDefault(label, List.of()).stream()
                                        .map(word -> Map.entry(word, label)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// For a model whose labels are other than those of [#EXPRESSIONS], such as engagement; a label
    /// of its own wins over a word for another.
    public static LabelWords of(LabelSet labels) {
        boolean known = EXPRESSIONS.labels.containsAll(labels.labels());
        return known ? EXPRESSIONS : new LabelWords(labels.labels());
    }

    /// @param word of a csv cell or a folder's name
    /// @return the identifier it stands for
    public Optional<String> label(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        String stem = plain.split("[_\\- ]", 2)[0];
        return Stream.of(plain, stem).flatMap(one -> exact(one).stream()).findFirst();
    }

    private Optional<String> exact(String word) {
        return labels.contains(word) ? Optional.of(word) : Optional.ofNullable(words.get(word));
    }

    /// What is understood, for people.
    public String understood() {
        return labels.stream().sorted().collect(Collectors.joining(", "));
    }
}
