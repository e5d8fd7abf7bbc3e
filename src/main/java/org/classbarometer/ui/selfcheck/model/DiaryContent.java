package org.classbarometer.ui.selfcheck.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Offers;
import org.classbarometer.selfcheck.Suggestion;
import org.classbarometer.selfcheck.Trend;
import org.classbarometer.selfcheck.diary.Diary;
import org.classbarometer.selfcheck.diary.DiaryException;
import org.classbarometer.selfcheck.diary.StoredEntry;
import org.classbarometer.text.Text;
import org.classbarometer.ui.selfcheck.model.DiaryModel.State;

/// What the screen needs to know of a diary.
///
/// @param sealed whether it has a passphrase
/// @param entries newest first; none while it is locked
/// @param fresh a suggestion that was not offered before
/// @param folder it is in
/// @param warning what of it is damaged or lost, in the user's words
record DiaryContent(
        State state,
        boolean sealed,
        List<StoredEntry> entries,
        Trend trend,
        Offers offers,
        Optional<Suggestion> fresh,
        Path folder,
        Optional<String> warning) {
    /// Looks into a diary, and remembers in it what it offers now. In the background.
    static DiaryContent of(Diary now, Path folder, LocalDate today) throws DiaryException {
        if (now.isLocked()) {
            return new DiaryContent(
                    State.LOCKED,
                    true,
                    List.of(),
                    Trend.of(List.of(), today, DiaryModel.DAYS),
                    Offers.NONE,
                    Optional.empty(),
                    folder,
                    damage(now));
        }
        List<StoredEntry> all = now.entries();
        List<Entry> entries = all.stream().map(StoredEntry::entry).toList();
        Trend days = Trend.of(entries, today, DiaryModel.DAYS);
        Offers before = now.offers();
        Offers.Next next = before.next(days, today);
        if (!next.after().equals(before)) {
            now.remember(next.after());
        }
        return new DiaryContent(
                State.OPEN,
                now.hasPassphrase(),
                all,
                days,
                next.after(),
                next.offer(),
                folder,
                damage(now));
    }

    private static Optional<String> damage(Diary now) throws DiaryException {
        Optional<String> aside = now.movedAside().map(Path::toString);
        if (now.isSealLost()) {
            String lost = Text.of("selfcheck.diary.lost", now.file().toString());
            return Optional.of(
                    aside.map(file -> lost + " " + Text.of("selfcheck.diary.lost.aside", file))
                            .orElse(lost));
        }
        if (aside.isEmpty() && !now.isLocked() && !now.isWhole()) {
            return Optional.of(Text.of("selfcheck.diary.page", now.file().toString()));
        }
        return aside.map(file -> Text.of("selfcheck.diary.broken", file));
    }
}
