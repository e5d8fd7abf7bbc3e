package org.classbarometer.frame.picture;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Orders names the way a person counts: `image9` before `image10`.
final class NaturalOrder {
    /// By file name, ignoring case; equal ones by their exact text, so that the order is total.
    static final Comparator<Path> OF_FILE_NAMES =
            Comparator.comparing(
                            (Path path) -> String.valueOf(path.getFileName()),
                            NaturalOrder::compare)
                    .thenComparing(Comparator.naturalOrder());

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private NaturalOrder() {}

    static int compare(String left, String right) {
        return Arrays.compare(parts(left), parts(right), NaturalOrder::comparePart);
    }

    private static int comparePart(String a, String b) {
        boolean numbers = isNumber(a) && isNumber(b);
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    private static String[] parts(String text) {
        return PART.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toArray(String[]::new);
    }
}
