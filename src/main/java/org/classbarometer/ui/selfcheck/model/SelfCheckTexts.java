package org.classbarometer.ui.selfcheck.model;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.classbarometer.look.LabelLook;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Trend;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Percent;

/// Readings, words and days in the user's language. A reading says what a face shows and how sure that
/// is, never what anyone feels.
public final class SelfCheckTexts {
    private SelfCheckTexts() {}

    /// "Your face looks happy."
    ///
    /// @param own whether it is the face of whoever sits here
    public static String reading(MachineReading reading, boolean own) {
        if (reading.uncertain()) {
            return Text.of("selfcheck.reading.unsure");
        }
        return Text.of(
                own ? "selfcheck.reading.shows" : "selfcheck.reading.other", name(reading.label()));
    }

    // Nobody is a hundred percent sure of a face.
    private static String share(MachineReading reading) {
        return reading.confidence() > 0.99
                ? Text.of("selfcheck.sure.most", Percent.of(0.99))
                : Percent.of(reading.confidence());
    }

    /// "The program is fairly sure (83 %)."
    public static String sureness(MachineReading reading) {
        String share = share(reading);
        return switch (reading.certainty()) {
            case UNSURE -> Text.of("selfcheck.sure.unsure");
            case LEANING -> Text.of("selfcheck.sure.leaning", share);
            case FAIRLY_SURE -> Text.of("selfcheck.sure.fairly", share);
        };
    }

    /// "The program read: happy (fairly sure, 83 %)."
    public static String machine(MachineReading reading) {
        return switch (reading.certainty()) {
            case UNSURE -> Text.of("selfcheck.machine.unsure");
            case LEANING ->
                    Text.of("selfcheck.machine.leaning", name(reading.label()), share(reading));
            case FAIRLY_SURE ->
                    Text.of("selfcheck.machine.fairly", name(reading.label()), share(reading));
        };
    }

    static String name(String label) {
        return LabelLook.of(label).name();
    }

    public static String word(Word word) {
        return switch (word) {
            case Word.Own(String words) -> words;
            case Word.Expression(String label) -> name(label);
        };
    }

    public static String tone(Tone tone) {
        return switch (tone) {
            case HARD -> Text.of("selfcheck.tone.hard");
            case IN_BETWEEN -> Text.of("selfcheck.tone.between");
            case GOOD -> Text.of("selfcheck.tone.good");
        };
    }

    public static String when(OffsetDateTime at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                .format(at.toLocalDateTime());
    }

    /// The trend in a sentence, without a judgement.
    public static String days(Trend trend) {
        int written = trend.written().size();
        if (written == 0) {
            return Text.of("selfcheck.days.none");
        }
        long hard = trend.written().stream().filter(day -> day.tone() <= -0.5).count();
        long good = trend.written().stream().filter(day -> day.tone() >= 0.5).count();
        return Text.of(
                "selfcheck.days.words",
                written,
                trend.days().size(),
                good,
                written - good - hard,
                hard);
    }
}
