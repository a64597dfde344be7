package redress.search;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.lucene.search.IndexSearcher;
import redress.names.NameBook;
import redress.names.NameList;

/** The engine's part of the watches over a database, for tests of the room above that have no server. */
public final class WatchingExample {

    /** More than there are fields in a complaint, each of which counts when it is held against the searches. */
    private static final int STRICT = 100;

    private WatchingExample() {}

    /** Watches what the ledger of this database tells. */
    public static WatchPort over(DataSource database) {
        Names names = new Names(database);
        Spellings spellings = new Spellings(NameBook.of(NameList.EMPTY));
        return new Watching(
                new ComplaintRows(database, names).source(),
                names::gazetteer,
                spellings::widened,
                SavedSearch::address);
    }

    /** A search for the word "took" and one of many others, of which "money" is one. */
    public static SavedSearch ofManyWords() {
        return new SavedSearch(IntStream.range(0, 20)
                .mapToObj(i -> "+%7C+word" + i)
                .collect(Collectors.joining("", "q=took+(money", ")")));
    }

    /** Lets Lucene refuse to run what it lets be held, such as {@link #ofManyWords}, as long as this is done. */
    public static <T> T strictly(Supplier<T> done) {
        int usual = IndexSearcher.getMaxClauseCount();
        IndexSearcher.setMaxClauseCount(STRICT);
        try {
            return done.get();
        } finally {
            IndexSearcher.setMaxClauseCount(usual);
        }
    }
}
