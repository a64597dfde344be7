package redress.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was taken out of a build in a cluster, until it has left the files there. A document that is deleted is carried
 * along whenever its segment is written anew, as long as some copy of its shard may still ask for what was done to it.
 * The cluster moves that border (its retention leases) on about every half minute. So it is asked to write the segments
 * anew only when the border has passed everything that had been done when this was taken out; before that it would do
 * so in vain. What is taken out meanwhile waits for the next time.
 */
final class ClusterLeaving {

    /** The follower comes by several times in a second. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String LOOK = "/_stats?level=shards&filter_path=indices.*.shards.*.seq_no.max_seq_no,"
            + "indices.*.shards.*.retention_leases.leases.retaining_seq_no,indices.*.shards.*.merges.current";

    private final Cluster cluster;
    private final String indexes;
    private final Map<String, Long> waitingFor = new HashMap<>();
    private boolean taken;
    private long lookedAt;

    /**
     * One copy of a shard.
     *
     * @param shard the index and the number of the shard
     * @param last the number of what was done to it last, -1 for nothing
     * @param border what was done before this number nobody asks for any more
     * @param merging whether it writes segments now: those may carry along what the border has passed meanwhile
     */
    private record Copy(String shard, long last, long border, boolean merging) {}

    /** {@code indexes} are those of the build, with commas between them. */
    ClusterLeaving(Cluster cluster, String indexes) {
        this.cluster = cluster;
        this.indexes = indexes;
    }

    /** Something was taken out, or may have been. */
    void tookOut() {
        taken = true;
    }

    /** Whether something may still stand in the files. */
    boolean waits() {
        return taken || !waitingFor.isEmpty();
    }

    /** Goes on as far as can be now; to be called again as long as something waits. */
    void goOn() throws IOException {
        if (waitingFor.isEmpty()) {
            begin();
        } else if (System.nanoTime() - lookedAt < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        if (passed(copies())) {
            post("/_forcemerge?only_expunge_deletes=true");
            post("/_flush");
            // Whoever reads what was before lets go of it.
            post("/_refresh");
            waitingFor.clear();
        }
        lookedAt = System.nanoTime();
    }

    /** The border stays behind what has not been written to the disk. */
    private void begin() throws IOException {
        post("/_flush");
        for (Copy copy : copies()) {
            waitingFor.merge(copy.shard(), copy.last(), Math::max);
        }
        taken = false;
    }

    /** Whether it has passed in every copy that is there; a shard of which none is there may come back with it. */
    private boolean passed(List<Copy> copies) {
        Map<String, Boolean> passed = new HashMap<>();
        for (Copy copy : copies) {
            boolean here = copy.border() > waitingFor.getOrDefault(copy.shard(), -1L) && !copy.merging();
            passed.merge(copy.shard(), here, Boolean::logicalAnd);
        }
        return waitingFor.keySet().stream().allMatch(shard -> passed.getOrDefault(shard, false));
    }

    private List<Copy> copies() throws IOException {
        List<Copy> copies = new ArrayList<>();
        JsonObject told = cluster.get("/" + indexes + LOOK).ok();
        for (Map.Entry<String, JsonValue> index : told.getJsonObject("indices").entrySet()) {
            JsonObject shards = index.getValue().asJsonObject().getJsonObject("shards");
            for (Map.Entry<String, JsonValue> shard : shards.entrySet()) {
                for (JsonValue copy : shard.getValue().asJsonArray()) {
                    copies.add(copy(index.getKey() + "/" + shard.getKey(), copy.asJsonObject()));
                }
            }
        }
        return copies;
    }

    /** A copy that does not tell what was done to it is only being made; without leases nobody asks for anything. */
    private static Copy copy(String shard, JsonObject told) {
        if (!told.containsKey("seq_no")) {
            return new Copy(shard, -1, -1, true);
        }
        long border = Long.MAX_VALUE;
        if (told.containsKey("retention_leases")) {
            for (JsonValue lease : told.getJsonObject("retention_leases").getJsonArray("leases")) {
                border = Math.min(border, number(lease.asJsonObject(), "retaining_seq_no"));
            }
        }
        boolean merging = told.containsKey("merges") && number(told.getJsonObject("merges"), "current") > 0;
        return new Copy(shard, number(told.getJsonObject("seq_no"), "max_seq_no"), border, merging);
    }

    private static long number(JsonObject object, String name) {
        return object.getJsonNumber(name).longValue();
    }

    private void post(String what) throws IOException {
        cluster.post("/" + indexes + what, Map.of()).ok();
    }
}
