package org.classbarometer.ui.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.text.Language;

/// The user's choices. Immutable.
///
/// @param theme light, dark or the system's
/// @param language of the texts
/// @param labels name of the label set: `8`, `7`, `4`, `2`
/// @param source what was played last, by its name: as typed after `--source`, but without a
///     password, which has no place in a file; empty before the first time
/// @param faceLabels false shows no label on single faces, only the room's mood
/// @param model path of the chosen model; empty for the one shipped with the program
/// @param masks the masked regions of every source, by the source's name
/// @param welcomed whether the welcome was seen or skipped
/// @param recent names of what was played lately, the newest first, at most [#RECENT]
/// @param window where the window was when it was closed
public record Settings(
        ThemeChoice theme,
        Language language,
        String labels,
        String source,
        boolean faceLabels,
        String model,
        Map<String, List<Masks.Region>> masks,
        boolean welcomed,
        List<String> recent,
        WindowPlace window) {
    /// So many sources are remembered.
    public static final int RECENT = 5;

    public static final Settings DEFAULT =
            new Settings(
                    ThemeChoice.SYSTEM,
                    Language.SYSTEM,
                    LabelSet.FOUR.name(),
                    "",
                    true,
                    "",
                    Map.of(),
                    false,
                    List.of(),
                    WindowPlace.NONE);

    public Settings {
        masks =
                masks.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, one -> List.copyOf(one.getValue())));
        recent = List.copyOf(recent);
    }

    /// The chosen label set; the four when the file names one that does not exist.
    public LabelSet labelSet() {
        return LabelSet.view(labels).orElse(LabelSet.FOUR);
    }

    public Masks masksOf(String sourceText) {
        return new Masks(masks.getOrDefault(sourceText, List.of()));
    }

    public Settings withTheme(ThemeChoice to) {
        return new Settings(
                to, language, labels, source, faceLabels, model, masks, welcomed, recent, window);
    }

    public Settings withLanguage(Language to) {
        return new Settings(
                theme, to, labels, source, faceLabels, model, masks, welcomed, recent, window);
    }

    public Settings withLabels(LabelSet to) {
        return new Settings(
                theme,
                language,
                to.name(),
                source,
                faceLabels,
                model,
                masks,
                welcomed,
                recent,
                window);
    }

    /// The source played now, which is the newest of those played lately.
    public Settings withSource(String to) {
        List<String> lately =
                Stream.concat(Stream.of(to), recent.stream()).distinct().limit(RECENT).toList();
        return new Settings(
                theme, language, labels, to, faceLabels, model, masks, welcomed, lately, window);
    }

    public Settings withWelcomed(boolean to) {
        return new Settings(
                theme, language, labels, source, faceLabels, model, masks, to, recent, window);
    }

    public Settings withWindow(WindowPlace to) {
        return new Settings(
                theme, language, labels, source, faceLabels, model, masks, welcomed, recent, to);
    }

    public Settings withFaceLabels(boolean to) {
        return new Settings(
                theme, language, labels, source, to, model, masks, welcomed, recent, window);
    }

    public Settings withModel(String to) {
        return new Settings(
                theme, language, labels, source, faceLabels, to, masks, welcomed, recent, window);
    }

    /// Replaces the masks of one source; none forgets the source.
    public Settings withMasks(String sourceText, Masks to) {
        Map<String, List<Masks.Region>> all = new HashMap<>(masks);
        if (to.regions().isEmpty()) {
            all.remove(sourceText);
        } else {
            all.put(sourceText, to.regions());
        }
        return new Settings(
                theme, language, labels, source, faceLabels, model, all, welcomed, recent, window);
    }
}
