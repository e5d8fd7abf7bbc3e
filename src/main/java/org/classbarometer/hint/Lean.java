package org.classbarometer.hint;

import java.util.Set;
import org.classbarometer.mood.SpanMood;

/// Which way a room leans: the share of positive expressions less the share of negative ones, in
/// [-1, 1]. Neutral counts nothing, and so does surprise, which is pleasant or not (Russell, A
/// circumplex model of affect, 1980, has it at the middle of that axis). The poles are those of the
/// two-label view, docs/decisions/0002-views-over-labels.md, and their engagement counterparts.
final class Lean {
    private static final Set<String> POSITIVE = Set.of("happiness", "positive", "engaged");
    private static final Set<String> NEGATIVE =
            Set.of(
                    "sadness",
                    "anger",
                    "disgust",
                    "fear",
                    "contempt",
                    "negative",
                    "bored",
                    "confused",
                    "frustrated",
                    "angry");

    private Lean() {}

    /// @return 0 when nothing was read with certainty
    static double of(SpanMood mood) {
        double lean = 0;
        for (int i = 0; i < mood.shares().length; i++) {
            String label = mood.labels().labels().get(i);
            if (POSITIVE.contains(label)) {
                lean += mood.shares()[i];
            } else if (NEGATIVE.contains(label)) {
                lean -= mood.shares()[i];
            }
        }
        return lean;
    }
}
