package org.classbarometer.cli.sessions;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.session.Departure;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.StoreException;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.text.Text;

/// The stored sessions, for commands that list, export and delete them. Looking does not make a
/// database where there is none.
public final class StoredSessions implements AutoCloseable {
    private final Optional<SqliteSessionStore> store;

    private StoredSessions(Optional<SqliteSessionStore> store) {
        this.store = store;
    }

    /// Opens them, and says what the user should know of it.
    static StoredSessions open(Surroundings surroundings) throws StoreException {
        Path file = surroundings.installation().databaseFile();
        // What may not be looked at is not said to be empty.
        if (Files.notExists(file)) {
            return new StoredSessions(Optional.empty());
        }
        SqliteSessionStore store = SqliteSessionStore.open(file, surroundings.clock());
        printNotices(store, surroundings);
        return new StoredSessions(Optional.of(store));
    }

    /// Prints what the user should know of a store that was opened: what is wrong with it, and which
    /// sessions will be deleted for their age, which is announced by that.
    public static void printNotices(SqliteSessionStore store, Surroundings surroundings)
            throws StoreException {
        PrintWriter err = surroundings.err();
        store.notice().ifPresent(err::println);
        Instant now = surroundings.clock().instant();
        List<Departure> leaving = store.leaving(now);
        if (!leaving.isEmpty()) {
            Instant first = leaving.stream().map(Departure::at).min(Instant::compareTo).orElse(now);
            err.println(
                    Text.of(
                            "report.command.leaving",
                            leaving.size(),
                            LocalDate.ofInstant(first, ZoneId.systemDefault()).toString(),
                            leaving.stream()
                                    .map(one -> one.session().id().toString())
                                    .collect(Collectors.joining(","))));
            err.flush();
            store.announce(leaving.stream().map(one -> one.session().id()).toList(), now);
        }
    }

    /// Newest first.
    List<SessionOverview> all() throws StoreException {
        return store.isPresent() ? store.get().sessions() : List.of();
    }

    /// In the order asked for, each once.
    ///
    /// @throws CommandProblem naming the first that does not exist
    List<SessionOverview> of(List<SessionId> wanted) throws CommandProblem, StoreException {
        List<SessionOverview> all = all();
        List<SessionOverview> found = new ArrayList<>();
        for (SessionId id : new LinkedHashSet<>(wanted)) {
            found.add(find(all, id));
        }
        return found;
    }

    /// @throws CommandProblem when it does not exist
    static SessionOverview find(List<SessionOverview> all, SessionId id) throws CommandProblem {
        return all.stream()
                .filter(one -> one.session().id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new CommandProblem(
                                ExitCode.PROBLEM,
                                Text.of("report.command.unknown", id.toString())));
    }

    /// Whether it is there, but no list has it.
    boolean isUnreadable(SessionId id) throws StoreException {
        return store.isPresent() && store.get().unreadable().contains(id);
    }

    /// Only to be asked where a session was found.
    SqliteSessionStore store() {
        return store.orElseThrow();
    }

    @Override
    public void close() {
        store.ifPresent(SqliteSessionStore::close);
    }
}
