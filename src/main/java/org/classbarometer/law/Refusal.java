package org.classbarometer.law;

import java.util.Optional;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;

/// What speaks against watching or storing, and the way out, in the user's words. The declared use is
/// taken at its word; see docs/decisions/0011.
public final class Refusal {
    private Refusal() {}

    /// Why the class may not be watched live; empty when nothing speaks against it.
    ///
    /// @param context empty before it was declared
    public static Optional<String> ofWatching(Optional<UseContext> context, SourceChoice source) {
        if (!source.isLive()) {
            return Optional.empty();
        }
        if (context.isEmpty()) {
            return Optional.of(Text.of("law.undeclared.watch"));
        }
        if (context.get().prohibited()) {
            return Optional.of(Text.of("law.prohibited.watch", country(context.get())));
        }
        return context.get().purpose() == Purpose.CLASS
                ? Optional.empty()
                : Optional.of(Text.of("law.selfcheck.watch"));
    }

    /// Why nothing of a class may be stored; empty when nothing speaks against it.
    ///
    /// @param context empty before it was declared
    public static Optional<String> ofStoring(Optional<UseContext> context) {
        if (context.isEmpty()) {
            return Optional.of(Text.of("law.undeclared.store"));
        }
        if (context.get().prohibited()) {
            return Optional.of(Text.of("law.prohibited.store", country(context.get())));
        }
        return context.get().purpose() == Purpose.CLASS
                ? Optional.empty()
                : Optional.of(Text.of("law.selfcheck.store"));
    }

    private static String country(UseContext context) {
        return Countries.name(context.place());
    }
}
