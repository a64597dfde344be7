package redress.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says how far the index of this node is behind, and whether it agrees with the database. */
@Singleton
class IndexHealth {

    private final SearchIndex index;
    private final IndexFollower follower;
    private final ComplaintRows rows;
    private final Columns columns;

    @Inject
    IndexHealth(SearchIndex index, IndexFollower follower, ComplaintRows rows, Columns columns) {
        this.index = index;
        this.follower = follower;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The state of the index of this node.
     *
     * @param position the last ledger position that the index has seen, -1 for none, less while it is first built
     * @param ledgerPosition the last position of the ledger
     * @param documents how many complaints the index holds
     * @param complaints how many the database holds
     * @param indexDigest sum over (id, version) in the index
     * @param databaseDigest the same in the database; equal only while nothing changes between the two readings
     * @param equal whether both digests are the same
     * @param rebuilding whether a new index is being built beside
     * @param columnBytes the memory of the facet columns
     */
    public record State(
            long position,
            long ledgerPosition,
            long documents,
            long complaints,
            String indexDigest,
            String databaseDigest,
            boolean equal,
            boolean rebuilding,
            long columnBytes) {}

    State state() {
        Digest database = rows.digest();
        long end = rows.ledgerEnd();
        try (View view = index.view(true)) {
            Digest inIndex = view.digest();
            return new State(
                    index.current().map(Generation::position).orElse((long) Generation.UNBUILT),
                    end,
                    inIndex.count(),
                    database.count(),
                    inIndex.text(),
                    database.text(),
                    inIndex.text().equals(database.text()),
                    follower.rebuilding(),
                    columns.bytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
