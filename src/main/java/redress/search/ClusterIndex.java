package redress.search;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The index in an OpenSearch cluster: the build that answers, and those before and after it. Two names of the cluster
 * (aliases) stand for the build that answers and move to the next in one step; questions know only these names.
 */
final class ClusterIndex implements Builds<ClusterGeneration> {

    private static final Pattern BUILD = Pattern.compile("(.+)-(\\d{6})-open");

    private static final int PAGE = 10_000;

    private final Cluster cluster;
    private final Words words;
    private final String prefix;
    private final int shards;
    private volatile @Nullable ClusterGeneration current;

    /** A build of this node that was shown before it was whole, or served without an answer to that. */
    private @Nullable ClusterGeneration unserved;

    /** {@code prefix} begins the name of everything in the cluster that is ours. */
    ClusterIndex(Cluster cluster, Words words, String prefix, int shards) {
        this.cluster = cluster;
        this.words = words;
        this.prefix = prefix;
        this.shards = shards;
    }

    /** What a question is asked of. */
    String names(boolean withSealed) {
        return withSealed ? answering("open") + "," + answering("sealed") : answering("open");
    }

    private String answering(String part) {
        return prefix + "-" + part;
    }

    @Override
    public Optional<ClusterGeneration> open() throws IOException {
        Cluster.Reply reply = cluster.get("/_alias/" + answering("open"));
        if (reply.absent()) {
            return Optional.empty();
        }
        for (String index : reply.ok().keySet()) {
            Matcher build = BUILD.matcher(index);
            if (build.matches()) {
                ClusterGeneration found =
                        ClusterGeneration.found(cluster, words, build.group(1) + "-" + build.group(2));
                if (found.position() != Build.UNBUILT) {
                    current = found;
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public ClusterGeneration begin() throws IOException {
        int highest = builds().stream().mapToInt(ClusterIndex::serial).max().orElse(0);
        return ClusterGeneration.begin(cluster, words, prefix + "-" + String.format("%06d", highest + 1), shards);
    }

    @Override
    public void discard(ClusterGeneration unused) throws IOException {
        delete(unused.name());
    }

    /**
     * What another node is building cannot be told from what is left over; a later build that is whole takes both. Only
     * what this node was to serve, and does not answer after all, goes now: nobody takes out of it what is erased.
     */
    @Override
    public void tidy() throws IOException {
        ClusterGeneration left = unserved;
        ClusterGeneration answering = current;
        if (left != null && answering != null && !left.name().equals(answering.name())) {
            confirm(answering);
            delete(left.name());
        }
        unserved = null;
    }

    @Override
    public void show(ClusterGeneration unfinished) throws IOException {
        unserved = unfinished;
        point(unfinished);
        current = unfinished;
    }

    /**
     * The answer to the move of the names may be lost, and then nobody knows whether they stand for this build. So it
     * counts as the one that answers before they are moved, and nobody gives it up; the next start asks the names.
     */
    @Override
    public void serve(ClusterGeneration whole) throws IOException {
        ClusterGeneration before = current;
        outdated().ifPresent(whole::outdate);
        if (whole.outdated().isPresent()) {
            // It came while this one was built, and stands until here in the one before, which nobody opens again.
            whole.commit();
        }
        unserved = whole;
        current = whole;
        point(whole);
        unserved = null;
        for (String build : builds()) {
            if (serial(build) < serial(whole.name()) && (before == null || !build.equals(before.name()))) {
                delete(build);
            }
        }
    }

    /** A later build may be another node's that fills it now. */
    @Override
    public void forgetBefore(ClusterGeneration kept) throws IOException {
        for (String build : builds()) {
            if (serial(build) < serial(kept.name())) {
                delete(build);
            }
        }
    }

    /**
     * A build may be another node's that fills it now: what is left over goes when a later one is served. What this
     * node left over goes now, since it may be long until a later one is whole, and each attempt leaves another.
     */
    @Override
    public void clear() throws IOException {
        current = null;
        ClusterGeneration left = unserved;
        if (left != null) {
            delete(left.name());
            unserved = null;
        }
    }

    @Override
    public Optional<ClusterGeneration> current() {
        return Optional.ofNullable(current);
    }

    /** The next start finds no build that answers, and makes one. */
    @Override
    public void condemn() throws IOException {
        cluster.post("/_aliases", Map.of("actions", List.of(remove(answering("open")), remove(answering("sealed")))))
                .ok();
    }

    /** Nobody asks in the cluster; the file beside the index of a node is for that index. */
    @Override
    public boolean rebuildAsked() {
        return false;
    }

    /** Stands in what the build that answers remembers of itself, from its next commit on. */
    @Override
    public void outdate(long position) {
        current().ifPresent(answering -> answering.outdate(position));
    }

    @Override
    public OptionalLong outdated() {
        return current().map(ClusterGeneration::outdated).orElse(OptionalLong.empty());
    }

    /** Each build remembers by itself what was changed since it was begun. */
    @Override
    public void renewed(long begun) {
        // The build that answers now was told at most what came later.
    }

    /**
     * Reads number, version and records of every complaint, page by page; what changes meanwhile shows as a difference.
     */
    @Override
    public Map<String, Digest> digests() throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "size",
                PAGE,
                "_source",
                false,
                "docvalue_fields",
                List.of(Documents.VERSION, Documents.RECORDS, Documents.COMPARTMENT),
                "sort",
                List.of(Map.of(Documents.ID_VALUE, "asc"))));
        List<JsonObject> page;
        do {
            page = cluster.post("/" + names(true) + "/_search", body)
                    .ok()
                    .getJsonObject("hits")
                    .getJsonArray("hits")
                    .getValuesAs(JsonObject.class);
            for (JsonObject hit : page) {
                JsonObject fields = hit.getJsonObject("fields");
                long id = hit.getJsonArray("sort").getJsonNumber(0).longValue();
                long version = number(fields, Documents.VERSION);
                long records = number(fields, Documents.RECORDS);
                String label = fields.getJsonArray(Documents.COMPARTMENT).getString(0);
                digests.computeIfAbsent(label, of -> new Digest()).add(id, version, records);
                body.put("search_after", List.of(id));
            }
        } while (page.size() == PAGE);
        return digests;
    }

    private static long number(JsonObject fields, String name) {
        return fields.getJsonArray(name).getJsonNumber(0).longValue();
    }

    /** Lets go of the build; the connection stays for the next attempt. */
    @Override
    public void close() {
        current = null;
    }

    private void point(ClusterGeneration to) throws IOException {
        List<Object> actions = new ArrayList<>();
        actions.add(remove(answering("open")));
        actions.add(remove(answering("sealed")));
        actions.add(Map.of("add", Map.of("index", to.open(), "alias", answering("open"))));
        actions.add(Map.of("add", Map.of("index", to.sealed(), "alias", answering("sealed"))));
        cluster.post("/_aliases", Map.of("actions", actions)).ok();
    }

    /**
     * Fails where the names do not stand for this build. The cluster makes such changes one after the other, so that
     * after this no move that went before it is still to come.
     */
    private void confirm(ClusterGeneration answering) throws IOException {
        Map<String, Object> name = Map.of("index", answering.open(), "alias", answering("open"));
        Map<String, Object> taken = new LinkedHashMap<>(name);
        taken.put("must_exist", true);
        cluster.post("/_aliases", Map.of("actions", List.of(Map.of("remove", taken), Map.of("add", name))))
                .ok();
    }

    private Map<String, Object> remove(String alias) {
        return Map.of("remove", Map.of("index", prefix + "-*", "alias", alias, "must_exist", false));
    }

    private List<String> builds() throws IOException {
        JsonObject all = cluster.get("/" + prefix + "-*-open/_alias").ok();
        return all.keySet().stream()
                .map(BUILD::matcher)
                .filter(Matcher::matches)
                .filter(build -> build.group(1).equals(prefix))
                .map(build -> build.group(1) + "-" + build.group(2))
                .toList();
    }

    private static int serial(String build) {
        return Integer.parseInt(build.substring(build.length() - 6));
    }

    /**
     * Deletes what is there of the build; another node, or an attempt that was not answered, may have done so already.
     */
    private void delete(String build) throws IOException {
        Cluster.Reply reply = cluster.delete("/" + build + "-open," + build + "-sealed?ignore_unavailable=true");
        if (!reply.absent()) {
            reply.ok();
        }
    }
}
