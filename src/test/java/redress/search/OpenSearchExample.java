package redress.search;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import redress.launch.Instance;
import redress.launch.OpenSearch;

/**
 * One node of OpenSearch for all tests of this process, started when first asked for; each index has a name of its own.
 * {@code -Dredress.test.opensearch=http://...} takes one that runs already.
 */
final class OpenSearchExample {

    private static final Path FOLDER = Path.of("target/opensearch");
    private static final AtomicInteger USED = new AtomicInteger();

    private OpenSearchExample() {}

    /** A connection to the node. */
    static Cluster cluster() {
        return Cluster.at(List.of(address()), null);
    }

    /** Where the node answers. */
    static URI address() {
        String running = System.getProperty("redress.test.opensearch");
        return running == null ? Started.NODE.address() : URI.create(running);
    }

    /** A name that nothing in the cluster begins with. */
    static String fresh() {
        return "test-" + ProcessHandle.current().pid() + "-" + USED.incrementAndGet();
    }

    /** Whether a word stands in a file of an index, by its bytes; of a node that was started here. */
    static boolean holds(Cluster cluster, String index, String word) throws IOException {
        String uuid = cluster.get("/" + index + "/_settings")
                .ok()
                .getJsonObject(index)
                .getJsonObject("settings")
                .getJsonObject("index")
                .getString("uuid");
        try (Stream<Path> all = Files.walk(FOLDER)) {
            Path files = all.filter(path -> path.endsWith(uuid)).findFirst().orElseThrow();
            return SealedDirectoryTest.holds(files, word);
        }
    }

    private static final class Started {
        static final OpenSearch NODE = OpenSearch.alone(
                new Instance(Path.of(System.getProperty("redress.home", ".redress")), FOLDER),
                512,
                "-XX:TieredStopAtLevel=1");
    }
}
