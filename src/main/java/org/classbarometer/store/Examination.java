package org.classbarometer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;

/// What can be said of a session database without changing it.
///
/// @param exists whether there is a file; all else is zero and well when there is none
/// @param bytes of the file and its log
/// @param sessions stored ones
/// @param version of its tables
/// @param problem why it cannot be used, in the user's words
public record Examination(
        boolean exists, long bytes, int sessions, int version, Optional<String> problem) {
    /// Looks at a file. Nothing is made, moved aside, migrated or purged.
    public static Examination of(Path file) {
        DatabaseFile place = new DatabaseFile(file.toAbsolutePath());
        if (!Files.exists(file)) {
            return new Examination(false, 0, 0, 0, Optional.empty());
        }
        long bytes = 0;
        try {
            bytes = place.bytes();
            place.refuseOthers(SessionSchema.SCHEMA);
            if (place.isForeign()) {
                return unusable(
                        bytes, Text.of("store.damaged", file.toString(), Text.of("store.foreign")));
            }
            return look(file, bytes);
        } catch (StoreException refused) {
            return unusable(bytes, refused.getMessage());
        } catch (SQLException failed) {
            return unusable(bytes, DatabaseProblems.of(file, failed).getMessage());
        } catch (IOException failed) {
            return unusable(bytes, DatabaseProblems.of(file, failed).getMessage());
        }
    }

    private static Examination unusable(long bytes, String problem) {
        return new Examination(true, bytes, 0, 0, Optional.of(problem));
    }

    private static Examination look(Path file, long bytes) throws SQLException, StoreException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.pragma(connection, "query_only = ON");
            new Migrations(file, SessionSchema.SCHEMA).refuseOthers(connection);
            String check = Sql.pragma(connection, "quick_check(1)");
            if (!check.equals("ok")) {
                return unusable(bytes, Text.of("store.damaged", file.toString(), check));
            }
            int version = Integer.parseInt(Sql.pragma(connection, "user_version"));
            int sessions = version == 0 ? 0 : SessionReading.count(connection);
            return new Examination(true, bytes, sessions, version, Optional.empty());
        }
    }
}
