package org.classbarometer.store;

import java.nio.file.Path;
import java.time.InstantSource;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.SessionStoreContract;
import org.classbarometer.session.StoreException;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest extends SessionStoreContract {
    @TempDir Path folder;

    @Override
    protected SessionStore open() throws StoreException {
        return SqliteSessionStore.open(
                folder.resolve("data/sessions.db"),
                InstantSource.fixed(Plans.MONDAY_NINE.toInstant()));
    }
}
