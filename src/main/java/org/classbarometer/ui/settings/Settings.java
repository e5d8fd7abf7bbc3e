package org.classbarometer.ui.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;

/// The user's choices. Immutable.
///
/// @param theme light, dark or the system's
/// @param language of the texts
/// @param textPercent size of the text, in percent of the usual one: one of [#TEXT_PERCENTS]
/// @param motion whether what moves by itself is left out
/// @param labels name of the label set: `8`, `7`, `4`, `2`
/// @param source what was played last, by its name: as typed after `--source`, but without a
///     password, which has no place in a file; empty before the first time
/// @param faceLabels false shows no label on single faces, only the room's mood
/// @param model path of the chosen model; empty for the one shipped with the program
/// @param finder word of the chosen face finder, see [FinderChoice]; empty for the usual one
/// @param authorities path of a file with certificates trusted beside the usual ones; empty for none
/// @param masks the masked regions of every source, by the source's name
/// @param welcomed whether the welcome was seen or skipped
/// @param recent names of what was played lately, the newest first, at most [#RECENT]
/// @param window where the window was when it was closed
public record Settings(
        ThemeChoice theme,
        Language language,
        int textPercent,
        MotionChoice motion,
        String labels,
        String source,
        boolean faceLabels,
        String model,
        String finder,
        String authorities,
        Map<String, List<Masks.Region>> masks,
        boolean welcomed,
        List<String> recent,
        WindowPlace window) {
    /// So many sources are remembered.
    public static final int RECENT = 5;

    /// The sizes of the text that can be chosen.
    public static final List<Integer> TEXT_PERCENTS = List.of(100, 115, 130, 150);

    public static final Settings DEFAULT =
            new Settings(
                    ThemeChoice.SYSTEM,
                    Language.SYSTEM,
                    TEXT_PERCENTS.getFirst(),
                    MotionChoice.SYSTEM,
                    LabelSet.SEVEN.name(),
                    "",
                    true,
                    "",
                    "",
                    "",
                    Map.of(),
                    false,
                    List.of(),
                    WindowPlace.NONE);

    public Settings {
        if (!TEXT_PERCENTS.contains(textPercent)) {
            throw new IllegalArgumentException("No size of the text: " + textPercent);
        }
        if (!finder.isEmpty() && FinderChoice.named(finder).isEmpty()) {
            throw new IllegalArgumentException("No face finder: " + finder);
        }
        masks =
                masks.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, one -> List.copyOf(one.getValue())));
        recent = List.copyOf(recent);
    }

    /// The chosen label set; the usual one when the file names one that does not exist.
    public LabelSet labelSet() {
        return LabelSet.view(labels).orElse(LabelSet.SEVEN);
    }

    /// The chosen face finder; empty for the usual one.
    public Optional<FinderChoice> chosenFinder() {
        return FinderChoice.named(finder);
    }

    /// The file with certificates trusted beside the usual ones.
    public Optional<Path> authoritiesFile() {
        return authorities.isEmpty() ? Optional.empty() : Optional.of(Path.of(authorities));
    }

    /// A source as it is opened: by the network, trusting whom the person trusts beside the usual ones.
    public SourceChoice trusting(SourceChoice source) {
        return source instanceof SourceChoice.Stream(URI address, Optional<Path> own)
                ? new SourceChoice.Stream(address, own.or(this::authoritiesFile))
                : source;
    }

    public Masks masksOf(String sourceText) {
        return new Masks(masks.getOrDefault(sourceText, List.of()));
    }

    public Settings withTheme(ThemeChoice to) {
        return with(draft -> draft.theme = to);
    }

    public Settings withLanguage(Language to) {
        return with(draft -> draft.language = to);
    }

    public Settings withTextPercent(int to) {
        return with(draft -> draft.textPercent = to);
    }

    public Settings withMotion(MotionChoice to) {
        return with(draft -> draft.motion = to);
    }

    public Settings withLabels(LabelSet to) {
        return with(draft -> draft.labels = to.name());
    }

    /// The source played now, which is the newest of those played lately.
    public Settings withSource(String to) {
        return with(draft -> {
            draft.source = to;
            draft.recent =
                    Stream.concat(Stream.of(to), recent.stream()).distinct().limit(RECENT).toList();
        });
    }

    public Settings withWelcomed(boolean to) {
        return with(draft -> draft.welcomed = to);
    }

    public Settings withWindow(WindowPlace to) {
        return with(draft -> draft.window = to);
    }

    public Settings withFaceLabels(boolean to) {
        return with(draft -> draft.faceLabels = to);
    }

    public Settings withModel(String to) {
        return with(draft -> draft.model = to);
    }

    public Settings withFinder(Optional<FinderChoice> to) {
        return with(draft -> draft.finder = to.map(FinderChoice::word).orElse(""));
    }

    public Settings withAuthorities(Optional<Path> to) {
        return with(draft -> draft.authorities = to.map(Path::toString).orElse(""));
    }

    /// Replaces the masks of one source; none forgets the source.
    public Settings withMasks(String sourceText, Masks to) {
        Map<String, List<Masks.Region>> all = new HashMap<>(masks);
        if (to.regions().isEmpty()) {
            all.remove(sourceText);
        } else {
            all.put(sourceText, to.regions());
        }
        return with(draft -> draft.masks = all);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Settings(
                draft.theme,
                draft.language,
                draft.textPercent,
                draft.motion,
                draft.labels,
                draft.source,
                draft.faceLabels,
                draft.model,
                draft.finder,
                draft.authorities,
                draft.masks,
                draft.welcomed,
                draft.recent,
                draft.window);
    }

    /// The same values while one of them changes.
    private static final class Draft {
        private ThemeChoice theme;
        private Language language;
        private int textPercent;
        private MotionChoice motion;
        private String labels;
        private String source;
        private boolean faceLabels;
        private String model;
        private String finder;
        private String authorities;
        private Map<String, List<Masks.Region>> masks;
        private boolean welcomed;
        private List<String> recent;
        private WindowPlace window;

        Draft(Settings of) {
            theme = of.theme;
            language = of.language;
            textPercent = of.textPercent;
            motion = of.motion;
            labels = of.labels;
            source = of.source;
            faceLabels = of.faceLabels;
            model = of.model;
            finder = of.finder;
            authorities = of.authorities;
            masks = of.masks;
            welcomed = of.welcomed;
            recent = of.recent;
            window = of.window;
        }
    }
}
