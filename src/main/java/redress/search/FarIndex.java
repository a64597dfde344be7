package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An OpenSearch cluster as configured: its connection, the index in it, what answers from it and what feeds it. */
final class FarIndex implements Closeable {

    private final Cluster cluster;
    private final ClusterIndex index;
    private final Words words = new Words();

    private FarIndex(Cluster cluster, String prefix, int shards) {
        this.cluster = cluster;
        this.index = new ClusterIndex(cluster, words, prefix, shards);
    }

    /**
     * The cluster whose nodes are named with commas between them. The file holds what the header Authorization says;
     * empty for none. Nothing is asked of the cluster yet: it may be down while the portal starts.
     */
    static FarIndex at(String urls, String prefix, int shards, String authorizationFile) {
        if (!prefix.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("redress.search.opensearch.prefix is no name of an index: " + prefix);
        }
        List<URI> nodes = Arrays.stream(urls.split(","))
                .map(String::strip)
                .map(URI::create)
                .toList();
        return new FarIndex(Cluster.at(nodes, authorization(authorizationFile)), prefix, shards);
    }

    private static @Nullable String authorization(String file) {
        if (file.isBlank()) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file of redress.search.opensearch.authorization-file", unreadable);
        }
    }

    SearchPort reading() {
        return new ClusterReading(cluster, index, words);
    }

    /** What keeps the index there in step. */
    Follower<?> follower(Feed feed) {
        return new Follower<>(index, feed, Pace.aTwentieth());
    }

    /** The builds of the index. */
    ClusterIndex index() {
        return index;
    }

    @Override
    public void close() throws IOException {
        cluster.close();
    }
}
