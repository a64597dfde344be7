package redress.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Sight;

/** Says how far the index of this node is behind, and whether it agrees with the database. */
@Singleton
class IndexHealth {

    private final SearchIndex index;
    private final Agreement agreement;
    private final Supplier<Map<String, Digest>> database;
    private final LongSupplier ledgerEnd;
    private final Columns columns;
    private final Function<Actor, Sight> rights;

    @Inject
    IndexHealth(
            SearchIndex index, IndexAgreement agreement, ComplaintRows rows, Columns columns, NeedToKnow needToKnow) {
        this(index, agreement.own(), rows::digests, rows::ledgerEnd, columns, needToKnow::of);
    }

    /** Over a database that need not be one. */
    IndexHealth(
            SearchIndex index,
            Agreement agreement,
            Supplier<Map<String, Digest>> database,
            LongSupplier ledgerEnd,
            Columns columns,
            Function<Actor, Sight> rights) {
        this.index = index;
        this.agreement = agreement;
        this.database = database;
        this.ledgerEnd = ledgerEnd;
        this.columns = columns;
        this.rights = rights;
    }

    /**
     * The state of the index of this node.
     *
     * @param position the last ledger position that the index has seen, -1 for none, less while it is first built
     * @param ledgerPosition the last position of the ledger
     * @param documents how many complaints the index holds in the compartments that the actor may see; a total beside
     *     would tell by subtraction how many are sealed from them, and when one of these is written
     * @param complaints how many the database holds of these
     * @param indexDigest sum over (id, version) of these in the index
     * @param databaseDigest the same in the database; equal only while nothing changes between the two readings
     * @param equal whether index and database hold the same, in each compartment for itself: a sum over all of them
     *     would be the same where a sealed complaint stands among the open ones
     * @param rebuilding whether a new index is being built beside
     * @param columnBytes the memory of the facet columns of open complaints; that of all would tell by its size how
     *     many are sealed, and when one of these is written
     * @param encrypted whether the files are sealed
     * @param memoryBytes the memory outside of the heap that opened files take, of those of open complaints likewise
     * @param comparedAt when the portal last compared both sides on its own, null for not yet
     * @param compartments the same for each compartment that the actor may see
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
            long columnBytes,
            boolean encrypted,
            long memoryBytes,
            @Nullable String comparedAt,
            List<Compartment> compartments) {}

    /**
     * One compartment.
     *
     * @param equal whether both digests are the same now
     * @param wrong whether they were found to differ for good, and not found equal since
     */
    public record Compartment(
            String compartment,
            long documents,
            long complaints,
            String indexDigest,
            String databaseDigest,
            boolean equal,
            boolean wrong) {}

    State state(Actor actor) {
        Set<String> shown = new TreeSet<>(rights.apply(actor).compartments());
        Map<String, Digest> held = database.get();
        long end = ledgerEnd.getAsLong();
        Map<String, Digest> documents = documents();
        Digest inIndex = sum(documents, shown);
        Digest inDatabase = sum(held, shown);
        boolean equal = Agreement.differences(documents, held).isEmpty();
        Instant comparedAt = agreement.comparedAt();
        return new State(
                index.current().map(Generation::position).orElse((long) Generation.UNBUILT),
                end,
                inIndex.count(),
                inDatabase.count(),
                inIndex.text(),
                inDatabase.text(),
                equal,
                agreement.rebuilding(),
                openColumns(),
                index.files().encrypted(),
                index.files().openMemory(),
                comparedAt == null ? null : comparedAt.toString(),
                compartments(shown, documents, held));
    }

    private List<Compartment> compartments(Set<String> shown, Map<String, Digest> documents, Map<String, Digest> held) {
        List<Compartment> compartments = new ArrayList<>();
        for (String label : shown) {
            Digest inIndex = documents.getOrDefault(label, new Digest());
            Digest inDatabase = held.getOrDefault(label, new Digest());
            compartments.add(new Compartment(
                    label,
                    inIndex.count(),
                    inDatabase.count(),
                    inIndex.text(),
                    inDatabase.text(),
                    inIndex.minus(inDatabase).nothing(),
                    agreement.wrong().contains(label)));
        }
        return compartments;
    }

    private long openColumns() {
        try (View view = index.view(false)) {
            return columns.bytes(view.searcher().getIndexReader().leaves());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, Digest> documents() {
        try (View view = index.view(true)) {
            return view.digests();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Digest sum(Map<String, Digest> digests, Set<String> labels) {
        Digest sum = new Digest();
        digests.forEach((label, digest) -> {
            if (labels.contains(label)) {
                sum.add(digest);
            }
        });
        return sum;
    }
}
