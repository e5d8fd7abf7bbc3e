package org.classbarometer.frame.picture;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
        List<String> a = parts(left);
        List<String> b = parts(right);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = comparePart(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int comparePart(String a, String b) {
        boolean numbers = isNumber(a) && isNumber(b);
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }
}
