package org.classbarometer.cli.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.sessions.StoredSessions;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.law.Refusal;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.text.Text;
import picocli.CommandLine.Option;

/// What `watch` is told about storing: what, of whom, with whose consent, where and for what.
final class StoringOptions {
    private static final String ROLE = "operator";

    @Option(names = "--csv", paramLabel = "FILE")
    Optional<Path> csv = Optional.empty();

    @Option(names = "--replace")
    boolean replace;

    @Option(names = "--record")
    boolean record;

    @Option(names = "--class", paramLabel = "NAME")
    Optional<String> className = Optional.empty();

    @Option(names = "--opted-in", paramLabel = "N", converter = Arguments.PeopleReader.class)
    Optional<Integer> optedIn = Optional.empty();

    @Option(names = "--place", paramLabel = "CC")
    Optional<Place> place = Optional.empty();

    @Option(names = "--purpose", paramLabel = "PURPOSE")
    Optional<Purpose> purpose = Optional.empty();

    boolean toStandardOutput() {
        return csv.filter(TimelineFile.STANDARD_OUTPUT::equals).isPresent();
    }

    /// Place and purpose as typed, and what is missing of them from the window's settings.
    ///
    /// @return empty when one is said nowhere
    Optional<UseContext> context(Surroundings surroundings) throws CommandProblem {
        if (place.isPresent() && purpose.isPresent()) {
            return Optional.of(new UseContext(place.get(), purpose.get()));
        }
        Optional<UseContext> chosen = settings(surroundings).context();
        return place.or(() -> chosen.map(UseContext::place))
                .flatMap(where ->
                        purpose.or(() -> chosen.map(UseContext::purpose))
                                .map(what -> new UseContext(where, what)));
    }

    // Looking for the settings must not make a database.
    private static StoreSettings settings(Surroundings surroundings) throws CommandProblem {
        Path file = surroundings.installation().databaseFile();
        if (Files.notExists(file)) {
            return StoreSettings.DEFAULT;
        }
        try (SqliteSessionStore store = SqliteSessionStore.open(file, surroundings.clock())) {
            StoredSessions.printNotices(store, surroundings);
            return store.settings();
        } catch (StoreException unreadable) {
            throw new CommandProblem(ExitCode.OUTPUT, unreadable);
        }
    }

    /// Refuses what may not be done, with the reason. Nothing was opened or written by then.
    ///
    /// @param context empty when it is said nowhere
    void check(Optional<UseContext> context, SourceChoice source) throws CommandProblem {
        boolean live = source.isLive();
        if (record) {
            checkRecord(context);
        } else if (csv.isPresent() && live) {
            requireContext(context);
            refuse(Refusal.ofStoring(context));
            requireConsent("cli.csv.consent");
        }
        if (context.isPresent() && context.get().prohibited()) {
            boolean stores = record || csv.isPresent();
            refuse(stores ? Refusal.ofStoring(context) : Refusal.ofWatching(context, source));
        }
    }

    private void checkRecord(Optional<UseContext> context) throws CommandProblem {
        if (csv.isPresent()) {
            throw usage("cli.record.csv");
        }
        requireContext(context);
        refuse(Refusal.ofStoring(context));
        requireConsent("cli.record.consent");
        if (className.filter(name -> !name.isBlank()).isEmpty()) {
            throw usage("cli.record.class");
        }
    }

    private void requireContext(Optional<UseContext> context) throws CommandProblem {
        if (context.isEmpty()) {
            List<String> missing = new ArrayList<>();
            place.ifPresentOrElse(_ -> {}, () -> missing.add("--place CC"));
            purpose.ifPresentOrElse(_ -> {}, () -> missing.add("--purpose class|self-check"));
            throw new CommandProblem(
                    ExitCode.USAGE, Text.of("cli.record.use", String.join(" ", missing)));
        }
    }

    private void requireConsent(String key) throws CommandProblem {
        if (optedIn.isEmpty()) {
            throw usage(key);
        }
    }

    private static CommandProblem usage(String key) {
        return new CommandProblem(ExitCode.USAGE, Text.of(key));
    }

    private static void refuse(Optional<String> reason) throws CommandProblem {
        if (reason.isPresent()) {
            throw new CommandProblem(ExitCode.REFUSED, reason.get());
        }
    }

    /// The record of what the person at the keyboard states; after [#check].
    Consent consent(OffsetDateTime now) {
        OptInStatement statement = OptInStatement.shown();
        return new Consent(
                now, ROLE, optedIn.orElseThrow(), statement.version(), statement.language());
    }

    static OffsetDateTime now(Surroundings surroundings) {
        return surroundings.clock().instant().atZone(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
