package redress.search;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The index in an OpenSearch cluster: the build that answers, and those before and after it. Two names of the cluster
 * (aliases) stand for the build that answers and move to the next in one step; questions know only these names.
 */
final class ClusterIndex {

    private static final Pattern BUILD = Pattern.compile("(.+)-(\\d{6})-open");

    private final Cluster cluster;
    private final Words words;
    private final String prefix;
    private final int shards;
    private volatile @Nullable ClusterGeneration current;

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

    /** The build that answers, if there is a whole one whose words are ours. */
    Optional<ClusterGeneration> open() throws IOException {
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

    /** An empty build; nobody is answered from it before {@link #serve}. */
    ClusterGeneration begin() throws IOException {
        int highest = builds().stream().mapToInt(ClusterIndex::serial).max().orElse(0);
        return ClusterGeneration.begin(cluster, words, prefix + "-" + String.format("%06d", highest + 1), shards);
    }

    /** Answers from this build, though it is not whole yet: better some than none. */
    void show(ClusterGeneration unfinished) throws IOException {
        point(unfinished);
        current = unfinished;
    }

    /** Answers from this build from now on; the one before is kept, older ones are deleted. */
    void serve(ClusterGeneration whole) throws IOException {
        ClusterGeneration before = current;
        point(whole);
        current = whole;
        for (String build : builds()) {
            if (!build.equals(whole.name()) && (before == null || !build.equals(before.name()))) {
                delete(build);
            }
        }
    }

    /** Deletes every build before this one. */
    void forgetBefore(ClusterGeneration kept) throws IOException {
        for (String build : builds()) {
            if (serial(build) < serial(kept.name())) {
                delete(build);
            }
        }
    }

    /** Deletes every build. */
    void clear() throws IOException {
        current = null;
        for (String build : builds()) {
            delete(build);
        }
    }

    Optional<ClusterGeneration> current() {
        return Optional.ofNullable(current);
    }

    private void point(ClusterGeneration to) throws IOException {
        List<Object> actions = new ArrayList<>();
        actions.add(remove(answering("open")));
        actions.add(remove(answering("sealed")));
        actions.add(Map.of("add", Map.of("index", to.open(), "alias", answering("open"))));
        actions.add(Map.of("add", Map.of("index", to.sealed(), "alias", answering("sealed"))));
        cluster.post("/_aliases", Map.of("actions", actions)).ok();
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

    private void delete(String build) throws IOException {
        cluster.delete("/" + build + "-open," + build + "-sealed").ok();
    }
}
