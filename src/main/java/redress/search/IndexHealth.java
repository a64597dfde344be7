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
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.NeedToKnow;

/** Says how far the index of this node is behind, and whether it agrees with the database. */
@Singleton
class IndexHealth {

    private final SearchIndex index;
    private final IndexAgreement agreement;
    private final ComplaintRows rows;
    private final Columns columns;
    private final NeedToKnow needToKnow;

    @Inject
    IndexHealth(
            SearchIndex index, IndexAgreement agreement, ComplaintRows rows, Columns columns, NeedToKnow needToKnow) {
        this.index = index;
        this.agreement = agreement;
        this.rows = rows;
        this.columns = columns;
        this.needToKnow = needToKnow;
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
     * @param equal whether index and database hold the same, in all compartments
     * @param rebuilding whether a new index is being built beside
     * @param columnBytes the memory of the facet columns
     * @param encrypted whether the files are sealed
     * @param memoryBytes the memory outside of the heap that opened files of a sealed index take
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
        Set<String> shown = new TreeSet<>(needToKnow.of(actor).compartments());
        Map<String, Digest> database = rows.digests();
        long end = rows.ledgerEnd();
        Map<String, Digest> documents = documents();
        Digest inIndex = sum(documents, shown);
        Digest inDatabase = sum(database, shown);
        boolean equal = sum(documents, documents.keySet())
                .minus(sum(database, database.keySet()))
                .nothing();
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
                columns.bytes(),
                index.files().encrypted(),
                index.files().memory(),
                comparedAt == null ? null : comparedAt.toString(),
                compartments(shown, documents, database));
    }

    private List<Compartment> compartments(
            Set<String> shown, Map<String, Digest> documents, Map<String, Digest> database) {
        List<Compartment> compartments = new ArrayList<>();
        for (String label : shown) {
            Digest inIndex = documents.getOrDefault(label, new Digest());
            Digest inDatabase = database.getOrDefault(label, new Digest());
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
