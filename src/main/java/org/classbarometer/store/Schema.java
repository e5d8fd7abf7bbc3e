package org.classbarometer.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;

/// What tables a database has, and how it came to them.
///
/// @param applicationId marks the file as this kind of database (`PRAGMA application_id`), so that no
///     other kind is taken for it
/// @param migrations SQL scripts, oldest first; the number of those applied is the file's version
///     (`PRAGMA user_version`). One that was released is never changed, only followed by another
/// @param large tables that are not read through at every opening, which would take as long as they
///     are large: damage in them is told where it is met, and does not hide the rest
public record Schema(int applicationId, List<String> migrations, Set<String> large) {
    public Schema {
        migrations = List.copyOf(migrations);
        large = Set.copyOf(large);
    }

    public Schema(int applicationId, List<String> migrations) {
        this(applicationId, migrations, Set.of());
    }

    /// The version this program writes.
    public int version() {
        return migrations.size();
    }

    /// @throws StoreException when the file is another kind of database, or a newer one
    void refuseOthers(Path file, int kind, int version) throws StoreException {
        if (kind != applicationId) {
            throw new StoreException(Text.of("store.other", file.toString()));
        }
        if (version > version()) {
            throw new StoreException(Text.of("store.newer", file.toString(), version, version()));
        }
    }
}
