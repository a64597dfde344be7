package redress.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One full build of the index in OpenSearch: two indexes, one for open complaints and one for those of sealed
 * compartments, so that neither a query nor a weight of a word reaches from one into the other. The position stands in
 * what the open index remembers of itself ({@link ClusterMemory}). Several nodes may feed the same build: a write
 * carries the version of the complaint, and an older one is refused by the cluster.
 */
final class ClusterGeneration implements Build {

    private static final int CONFLICT = 409;
    private static final int ABSENT = 404;

    private static final String TYPE = "version_type";

    /** Equal is welcome: not everything that a document tells raises the version. */
    private static final String NEWEST = "external_gte";

    /** About so many characters go in one request. */
    private static final int REQUEST = 4 << 20;

    private final Cluster cluster;
    private final Words words;
    private final String name;
    private final ClusterMemory memory;
    private final ClusterLeaving leaving;
    private boolean erasing;

    private ClusterGeneration(Cluster cluster, Words words, String name, ClusterMemory memory) {
        this.cluster = cluster;
        this.words = words;
        this.name = name;
        this.memory = memory;
        leaving = new ClusterLeaving(cluster, open() + "," + sealed());
    }

    /**
     * Makes the two indexes of a new build; {@code name} has not been used before. Where there is room for one of them
     * only, that one goes again; with it goes whatever has the name of the other, which nobody else makes without it.
     */
    static ClusterGeneration begin(Cluster cluster, Words words, String name, int shards) throws IOException {
        ClusterGeneration fresh = new ClusterGeneration(cluster, words, name, new ClusterMemory());
        fresh.make(fresh.open(), shards);
        try {
            fresh.make(fresh.sealed(), shards);
            return fresh;
        } catch (IOException failed) {
            fresh.unmake(failed);
            throw failed;
        }
    }

    private void unmake(IOException failed) {
        try {
            cluster.delete("/" + open() + "," + sealed() + "?ignore_unavailable=true");
        } catch (IOException left) {
            failed.addSuppressed(left);
        }
    }

    private void make(String index, int shards) throws IOException {
        cluster.put(
                        "/" + index,
                        Map.of(
                                "settings",
                                ClusterDocuments.settings(shards),
                                "mappings",
                                ClusterDocuments.mappings(memory.kept()),
                                // Writes go through this name, so that none makes an index by accident.
                                "aliases",
                                Map.of(writing(index), Map.of())))
                .ok();
    }

    /**
     * A build that is there; one that other words wrote counts as unbuilt. Whoever wrote it last may have been killed
     * after the cluster took something out and before that was remembered, and the cluster does not tell a second time
     * that it was there. So words of it may stand anywhere until they have been looked for once.
     */
    static ClusterGeneration found(Cluster cluster, Words words, String name) throws IOException {
        JsonObject mappings = cluster.get("/" + openOf(name) + "/_mapping")
                .ok()
                .getJsonObject(openOf(name))
                .getJsonObject("mappings");
        ClusterGeneration found = new ClusterGeneration(cluster, words, name, ClusterMemory.in(mappings));
        found.erasing = true;
        found.leaving.tookOut();
        return found;
    }

    String name() {
        return name;
    }

    String open() {
        return openOf(name);
    }

    String sealed() {
        return name + "-sealed";
    }

    private static String openOf(String name) {
        return name + "-open";
    }

    private static String writing(String index) {
        return index + "-writing";
    }

    @Override
    public long position() {
        return memory.position();
    }

    @Override
    public void reached(long position) {
        memory.reached(position);
    }

    @Override
    public String lists() {
        return memory.lists();
    }

    @Override
    public void madeBy(String lists) {
        memory.madeBy(lists);
    }

    /**
     * Remembers, with the next commit, that at this position something was changed that many complaints share; one that
     * was begun there or later has read it as it is.
     */
    void outdate(long at) {
        memory.outdate(at);
    }

    /** The position up to which a build has to be begun anew; empty where none has to. */
    OptionalLong outdated() {
        return memory.outdated();
    }

    @Override
    public void replace(Collection<Long> asked, Collection<ComplaintSheet> found) throws IOException {
        StringBuilder lines = new StringBuilder();
        Set<Long> gone = new HashSet<>(asked);
        for (ComplaintSheet sheet : found) {
            gone.remove(sheet.id());
            boolean apart = Compartments.sealed(sheet.compartment());
            put(lines, apart ? sealed() : open(), sheet);
            takeOut(lines, apart ? open() : sealed(), sheet.id(), Map.of("version", sheet.version(), TYPE, NEWEST));
            if (lines.length() > REQUEST) {
                send(lines);
            }
        }
        for (long id : gone) {
            takeOut(lines, open(), id, Map.of());
            takeOut(lines, sealed(), id, Map.of());
        }
        send(lines);
    }

    private void put(StringBuilder lines, String index, ComplaintSheet sheet) {
        Map<String, Object> where = Map.of(
                "_index", writing(index), "_id", Long.toString(sheet.id()), "version", sheet.version(), TYPE, NEWEST);
        lines.append(Cluster.text(Map.of("index", where))).append('\n');
        lines.append(Cluster.text(ClusterDocuments.of(sheet, words))).append('\n');
    }

    /** What is put in its place replaces it; a deletion would refuse the same version of it that comes then. */
    @Override
    public void erase(long id) {
        if (position() != UNBUILT) {
            erasing = true;
            leaving.tookOut();
        }
    }

    /** While a build is first filled every complaint comes once, so there is nothing that could be left of it. */
    private void takeOut(StringBuilder lines, String index, long id, Map<String, Object> version) {
        if (position() != UNBUILT) {
            Map<String, Object> where = new LinkedHashMap<>(version);
            where.put("_index", writing(index));
            where.put("_id", Long.toString(id));
            lines.append(Cluster.text(Map.of("delete", where))).append('\n');
        }
    }

    private void send(StringBuilder lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        JsonObject told =
                cluster.lines("/_bulk?require_alias=true", lines.toString()).ok();
        lines.setLength(0);
        for (JsonValue item : told.getJsonArray("items")) {
            item.asJsonObject().forEach((act, result) -> accept(act, result.asJsonObject()));
        }
        for (JsonValue item : told.getJsonArray("items")) {
            for (JsonValue result : item.asJsonObject().values()) {
                refuse(result.asJsonObject());
            }
        }
    }

    private void accept(String act, JsonObject result) {
        if (act.equals("delete") && "deleted".equals(result.getString("result", ""))) {
            erasing = true;
            leaving.tookOut();
        }
    }

    /** A conflict means that a newer version is there already, and what is absent need not be taken out. */
    private static void refuse(JsonObject result) throws IOException {
        int status = result.getInt("status");
        boolean noIndex = result.containsKey("error")
                && result.getJsonObject("error").getString("type", "").startsWith("index_not_found");
        if (status >= 300 && status != CONFLICT && (status != ABSENT || noIndex)) {
            throw new IOException("OpenSearch refused a document with " + status);
        }
    }

    @Override
    public boolean erasing() {
        boolean told = erasing;
        erasing = false;
        return told;
    }

    @Override
    public boolean stained() {
        return leaving.waits();
    }

    /** As far as it can be done now: it is stained until the cluster lets go of it. */
    @Override
    public void expunge() throws IOException {
        leaving.goOn();
    }

    @Override
    public void refresh() throws IOException {
        cluster.post("/" + open() + "," + sealed() + "/_refresh", Map.of()).ok();
    }

    /** What was put is durable when it has been answered; only the position has to be kept. */
    @Override
    public void commit() throws IOException {
        cluster.put("/" + open() + "/_mapping", Map.of("_meta", memory.kept())).ok();
    }

    @Override
    public void close() {
        // The connection belongs to the index, not to one build of it.
    }
}
