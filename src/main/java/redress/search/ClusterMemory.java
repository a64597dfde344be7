package redress.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a build in a cluster remembers of itself ({@code _meta} of its open index): the position up to which it is
 * complete, whether something that many complaints share was changed since it was begun, and the mark of the country's
 * lists by which it was made. All of it is kept in one step, because nobody follows again what lies before the
 * position.
 */
final class ClusterMemory {

    private static final String SCHEMA = "schema";
    private static final String POSITION = "position";
    private static final String OUTDATED = "outdated";
    private static final String LISTS = "lists";

    private volatile long position = Build.UNBUILT;

    /** The position of the ledger at which it was begun, as far as that is known. */
    private long begun = Build.UNBUILT;

    private OptionalLong outdated = OptionalLong.empty();
    private String lists = "";

    /** What stands in the mappings of an index; one that other words wrote counts as unbuilt. */
    static ClusterMemory in(JsonObject mappings) {
        JsonObject kept = mappings.containsKey("_meta") ? mappings.getJsonObject("_meta") : JsonValue.EMPTY_JSON_OBJECT;
        ClusterMemory memory = new ClusterMemory();
        if (Words.SCHEMA.equals(kept.getString(SCHEMA, ""))) {
            memory.position = kept.getJsonNumber(POSITION).longValue();
        }
        if (kept.containsKey(OUTDATED)) {
            memory.outdate(kept.getJsonNumber(OUTDATED).longValue());
        }
        memory.lists = kept.getString(LISTS, "");
        return memory;
    }

    long position() {
        return position;
    }

    void reached(long newPosition) {
        if (position == Build.UNBUILT) {
            begun = newPosition;
        }
        position = newPosition;
    }

    /** At this position something was changed; whoever was begun there or later has read it as it is. */
    void outdate(long at) {
        if (at > begun) {
            outdated = OptionalLong.of(Math.max(at, outdated.orElse(at)));
        }
    }

    /** The position up to which a build has to be begun anew; empty where none has to. */
    OptionalLong outdated() {
        return outdated;
    }

    String lists() {
        return lists;
    }

    void madeBy(String mark) {
        lists = mark;
    }

    /** What is to be kept. */
    Map<String, Object> kept() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put(SCHEMA, Words.SCHEMA);
        kept.put(POSITION, position);
        kept.put(LISTS, lists);
        outdated.ifPresent(at -> kept.put(OUTDATED, at));
        return kept;
    }
}
