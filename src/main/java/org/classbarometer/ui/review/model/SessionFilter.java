package org.classbarometer.ui.review.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.ui.lesson.LessonTexts;

/// Which of the stored sessions are listed.
///
/// @param className of one class only; empty for all
/// @param words each must stand in class, title or date, in any case; blank for all
/// @param from first day, by the session's own clock
/// @param to last day
public record SessionFilter(
        Optional<String> className,
        String words,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    /// Everything.
    public static final SessionFilter ALL =
            new SessionFilter(Optional.empty(), "", Optional.empty(), Optional.empty());

    public SessionFilter withClass(Optional<String> to) {
        return new SessionFilter(to, words, from, this.to);
    }

    public SessionFilter withWords(String to) {
        return new SessionFilter(className, to, from, this.to);
    }

    public SessionFilter withDays(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new SessionFilter(className, words, first, last);
    }

    boolean matches(SessionOverview overview) {
        Session session = overview.session();
        LocalDate day = session.plan().start().toLocalDate();
        return className.map(session.plan().className()::equals).orElse(true)
                && from.filter(day::isBefore).isEmpty()
                && to.filter(day::isAfter).isEmpty()
                && hasWords(session);
    }

    private boolean hasWords(Session session) {
        String text =
                plain(
                        String.join(
                                " ",
                                session.plan().className(),
                                session.title(),
                                LessonTexts.when(session),
                                session.plan().start().toLocalDate().toString()));
        return Stream.of(plain(words).split("\\s+")).allMatch(text::contains);
    }

    // A title that was a file's name on a Mac has its umlauts in two parts.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
