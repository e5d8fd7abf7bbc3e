package org.classbarometer.selfcheck.diary;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.classbarometer.selfcheck.diary.DiaryTables.Row;
import org.classbarometer.selfcheck.diary.DiaryTables.StoredSeal;

/// All that a diary's file holds, in memory: for the seconds in which a deletion can be undone. What
/// is sealed stays sealed.
public final class DiaryCopy {
    private final Optional<StoredSeal> seal;
    private final List<Row> pages;
    private final Optional<byte[]> offers;

    private DiaryCopy(Optional<StoredSeal> seal, List<Row> pages, Optional<byte[]> offers) {
        this.seal = seal;
        this.pages = pages;
        this.offers = offers;
    }

    static DiaryCopy of(Connection connection) throws SQLException {
        return new DiaryCopy(
                DiaryTables.seal(connection),
                DiaryTables.pages(connection).rows(),
                DiaryTables.offers(connection));
    }

    DiaryCopy write(Connection connection) throws SQLException {
        DiaryTables.seal(connection, seal);
        for (Row page : pages) {
            DiaryTables.put(connection, page);
        }
        if (offers.isPresent()) {
            DiaryTables.putOffers(connection, offers.get());
        }
        return this;
    }
}
