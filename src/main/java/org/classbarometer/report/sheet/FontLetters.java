package org.classbarometer.report.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Which letters the font of a report has, and how a text divides into what it can set and what it
/// cannot: letters that it lacks, and those that run from right to left, whose order the library that
/// sets the page does not know.
record FontLetters(CmapLookup letters) {
    // Latin of every European language: a text of these alone needs no look into the font.
    private static final int LATIN = 0x180;

    /// A stretch of a text.
    ///
    /// @param set whether the font can set it
    record Stretch(String text, boolean set) {}

    /// @param font a TrueType font; closed here
    static FontLetters of(InputStream font) throws IOException {
        try (InputStream in = font;
                TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return new FontLetters(read.getUnicodeCmapLookup());
        }
    }

    static boolean isLatin(String text) {
        return text.codePoints().allMatch(c -> c < LATIN);
    }

    /// From the first letter that cannot be set to the last, with the digits and signs between them; a
    /// word that runs from left to right is a stretch of its own, so that lines can break.
    List<Stretch> stretches(String text) {
        List<Stretch> stretches = new ArrayList<>();
        int done = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            if (isSet(letter)) {
                at += Character.charCount(letter);
                continue;
            }
            int end = end(text, at);
            if (at > done) {
                stretches.add(new Stretch(text.substring(done, at), true));
            }
            stretches.add(new Stretch(text.substring(at, end), false));
            at = end;
            done = end;
        }
        if (done < text.length()) {
            stretches.add(new Stretch(text.substring(done), true));
        }
        return stretches;
    }

    private int end(String text, int from) {
        int end = from;
        boolean leftwards = false;
        for (int at = from; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (!isSet(letter)) {
                leftwards |= isLeftwards(letter);
                end = next;
            } else if (Character.isLetter(letter) || !leftwards) {
                return end;
            }
            at = next;
        }
        return end;
    }

    private boolean isSet(int letter) {
        return letter < LATIN
                || Character.isWhitespace(letter)
                || (letters.getGlyphId(letter) != 0 && !isLeftwards(letter));
    }

    private static boolean isLeftwards(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
