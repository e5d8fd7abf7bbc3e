package org.classbarometer.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Times as they stand in rows.
final class StoredTime {
    private static final int SECONDS = "2026-11-27T08:00:00".length();

    private StoredTime() {}

    /// Reads ISO 8601 with offset, as [OffsetDateTime#toString] writes it. What is written otherwise is left to
    /// the library, which takes ten times as long: a list of sessions has three of them a row.
    ///
    /// @throws java.time.DateTimeException when it is none
    static OffsetDateTime parse(String text) {
        if (!hasWholeSeconds(text)) {
            return OffsetDateTime.parse(text);
        }
        LocalDateTime time =
                LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19));
        return OffsetDateTime.of(time, ZoneOffset.of(text.substring(SECONDS)));
    }

    /// Since 1970; what is too far away for that is as far as can be told.
    static long millis(Instant instant) {
        Instant first = Instant.ofEpochMilli(Long.MIN_VALUE);
        Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
        return instant.isBefore(first)
                ? Long.MIN_VALUE
                : instant.isAfter(last) ? Long.MAX_VALUE : instant.toEpochMilli();
    }

    private static boolean hasWholeSeconds(String text) {
        if (text.length() <= SECONDS || "Z+-".indexOf(text.charAt(SECONDS)) < 0) {
            return false;
        }
        for (int i = 0; i < SECONDS; i++) {
            char wanted = "0000-00-00T00:00:00".charAt(i);
            char here = text.charAt(i);
            if (wanted == '0' ? here < '0' || here > '9' : here != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
