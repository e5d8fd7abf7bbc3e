package org.classbarometer.selfcheck;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was offered, so that nothing is offered twice. While the same stretch of days lasts (some
/// suggestion fits all along) each suggestion is offered once at most, and no two on one day; a
/// stretch ends when nothing fits any more. Silenced, nothing is offered.
///
/// @param silenced by the person
/// @param made in this stretch
/// @param lastMade day of the last offer
public record Offers(boolean silenced, Set<Suggestion> made, Optional<LocalDate> lastMade) {
    public static final Offers NONE = new Offers(false, Set.of(), Optional.empty());

    public Offers {
        made = Set.copyOf(made);
    }

    /// @param offer what to offer now
    /// @param after to be remembered
    public record Next(Optional<Suggestion> offer, Offers after) {}

    /// Decides what to offer on a day.
    public Next next(Trend trend, LocalDate today) {
        List<Suggestion> fitting = Suggestion.fitting(trend);
        if (fitting.isEmpty()) {
            return new Next(Optional.empty(), new Offers(silenced, Set.of(), lastMade));
        }
        Optional<Suggestion> fresh =
                fitting.stream()
                        .filter(one -> !made.contains(one))
                        .filter(_ -> !silenced && !lastMade.equals(Optional.of(today)))
                        .findFirst();
        return new Next(fresh, fresh.map(one -> with(one, today)).orElse(this));
    }

    private Offers with(Suggestion one, LocalDate today) {
        EnumSet<Suggestion> all = EnumSet.of(one);
        all.addAll(made);
        return new Offers(silenced, all, Optional.of(today));
    }

    public Offers silenced(boolean to) {
        return new Offers(to, made, lastMade);
    }
}
