package redress.search;

import javax.sql.DataSource;
import redress.names.NameBook;
import redress.names.NameList;

/** The engine's part of the watches over a database, for tests of the room above that have no server. */
public final class WatchingExample {

    private WatchingExample() {}

    /** Watches what the ledger of this database tells. */
    public static WatchPort over(DataSource database) {
        Names names = new Names(database);
        return new Watching(new ComplaintRows(database, names), names, new Spellings(NameBook.of(NameList.EMPTY)));
    }
}
