package org.classbarometer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.classbarometer.session.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The table of settings, and in it when the clock was last looked at. Called with the database's
/// connection, on its thread.
final class SettingRows {
    private static final Logger LOG = LoggerFactory.getLogger(SettingRows.class);
    private static final String SEEN = "seen";

    private SettingRows() {}

    static StoreSettings settings(Connection connection) throws SQLException {
        Map<String, String> rows = rows(connection);
        return new StoreSettings(
                readable(
                        rows.get("country"),
                        country -> SessionRows.context(country, rows.getOrDefault("purpose", ""))),
                readable(rows.get("retention"), Duration::parse)
                        .filter(Duration::isPositive)
                        .orElse(StoreSettings.DEFAULT.retention()),
                Boolean.parseBoolean(
                        rows.getOrDefault(
                                "hints", Boolean.toString(StoreSettings.DEFAULT.hints()))));
    }

    // The file is not trusted: what says nothing is asked for again, as if it had never been said.
    private static <T> Optional<T> readable(@Nullable String value, Function<String, T> reader) {
        try {
            return Optional.ofNullable(value).map(reader);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            LOG.warn("A setting cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    static boolean save(Connection connection, StoreSettings settings) throws SQLException {
        if (settings.retention().compareTo(settings(connection).retention()) > 0) {
            // What was announced does not hold any more: it is said anew when the time comes.
            Sql.run(connection, "UPDATE sessions SET announced = NULL");
        }
        Sql.run(connection, "DELETE FROM settings WHERE key <> ?", SEEN);
        if (settings.context().isPresent()) {
            put(connection, "country", settings.context().get().place().country());
            put(connection, "purpose", settings.context().get().purpose().word());
        }
        put(connection, "retention", settings.retention().toString());
        put(connection, "hints", Boolean.toString(settings.hints()));
        return true;
    }

    static Optional<Instant> seen(Connection connection) throws SQLException {
        return readable(rows(connection).get(SEEN), Instant::parse);
    }

    static boolean see(Connection connection, Instant now) throws SQLException {
        return put(connection, SEEN, now.toString());
    }

    private static boolean put(Connection connection, String key, String value)
            throws SQLException {
        return Sql.run(
                        connection,
                        "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
                        key,
                        value)
                > 0;
    }

    private static Map<String, String> rows(Connection connection) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        Sql.each(
                connection,
                "SELECT key, value FROM settings",
                row -> rows.put(row.getString("key"), row.getString("value")));
        return rows;
    }
}
