package redress.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether index and database agree, compartment by compartment. While complaints come in the two differ for a moment,
 * each time in another way; only a difference that stays the same is a fault of the index, which is then built anew, at
 * most once in an hour so that a fault of ours cannot keep a node busy for ever. Each compartment is proven by itself,
 * because another one may be busy all day.
 */
final class Agreement {

    private static final System.Logger LOG = System.getLogger(Agreement.class.getName());
    private static final Duration BETWEEN_REBUILDS = Duration.ofHours(1);

    /** How often in a row a difference has to be the same. */
    private static final int PROOFS = 3;

    private static final Proof NONE = new Proof("", 0);

    private final Builds<?> index;
    private final Supplier<Map<String, Digest>> database;
    private final Follower<?> follower;
    private final InstantSource clock;
    private Map<String, Proof> seen = Map.of();
    private @Nullable Instant rebuilt;
    private volatile @Nullable Instant comparedAt;
    private volatile Set<String> wrong = Set.of();

    /** A difference in one compartment, and how often in a row it was read. */
    private record Proof(String difference, int readings) {}
    /** What one reading of both sides tells. */
    enum Verdict {
        /** Both hold the same complaints at the same versions. */
        EQUAL,
        /** They differ, but it may be that the index has not followed yet: read again in a moment. */
        UNSURE,
        /** Some compartment has differed in the same way several times in a row. */
        WRONG
    }

    Agreement(Builds<?> index, Supplier<Map<String, Digest>> database, Follower<?> follower, InstantSource clock) {
        this.index = index;
        this.database = database;
        this.follower = follower;
        this.clock = clock;
    }

    /** Reads both sides once. What is wrong is told to the log by count, without naming a compartment, and mended. */
    synchronized Verdict compare() {
        if (follower.rebuilding() || follower.lag() > 0) {
            return Verdict.UNSURE;
        }
        Map<String, String> found = differences(index(), database.get());
        comparedAt = clock.instant();
        Set<String> proven = proven(found);
        Set<String> stillWrong = new TreeSet<>(wrong);
        stillWrong.retainAll(found.keySet());
        stillWrong.addAll(proven);
        wrong = Set.copyOf(stillWrong);
        if (proven.isEmpty()) {
            return found.isEmpty() ? Verdict.EQUAL : Verdict.UNSURE;
        }
        mend(proven.size());
        return Verdict.WRONG;
    }

    /** The compartments whose difference was the same often enough; they are counted from the beginning then. */
    private Set<String> proven(Map<String, String> found) {
        Set<String> proven = new TreeSet<>();
        Map<String, Proof> now = new TreeMap<>();
        found.forEach((label, difference) -> {
            Proof before = seen.getOrDefault(label, NONE);
            int readings = before.difference().equals(difference) ? before.readings() + 1 : 1;
            if (readings == PROOFS) {
                proven.add(label);
            } else {
                now.put(label, new Proof(difference, readings));
            }
        });
        seen = now;
        return proven;
    }

    /** The compartments in which the index was found to be wrong, until a comparison finds it right again. */
    Set<String> wrong() {
        return wrong;
    }

    /** Whether a new index is being built beside the one that answers. */
    boolean rebuilding() {
        return follower.rebuilding();
    }

    /** When both sides were last compared on their own, null for not yet. */
    @Nullable
    Instant comparedAt() {
        return comparedAt;
    }

    private void mend(int compartments) {
        Instant now = clock.instant();
        Instant last = rebuilt;
        if (last != null && now.isBefore(last.plus(BETWEEN_REBUILDS))) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The search index differs from the database in {0} compartments again. It was built anew less than"
                            + " an hour ago and is left as it is for now.",
                    compartments);
            return;
        }
        rebuilt = now;
        LOG.log(
                System.Logger.Level.ERROR,
                "The search index differs from the database in {0} compartments and is built anew.",
                compartments);
        follower.replace();
    }

    private Map<String, Digest> index() {
        try {
            return index.digests();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How the two differ in each compartment in which they do. */
    static Map<String, String> differences(Map<String, Digest> one, Map<String, Digest> other) {
        Map<String, String> differences = new TreeMap<>();
        Set<String> labels = new TreeSet<>(one.keySet());
        labels.addAll(other.keySet());
        for (String label : labels) {
            Digest difference = one.getOrDefault(label, new Digest()).minus(other.getOrDefault(label, new Digest()));
            if (!difference.nothing()) {
                differences.put(label, difference.count() + " " + difference.text());
            }
        }
        return differences;
    }
}
