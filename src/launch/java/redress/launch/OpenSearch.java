package redress.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One node of OpenSearch for a test or a bench, in a process of its own because it takes standard output for itself. It
 * answers plain HTTP on the loopback address, without accounts, and holds whatever the folder of its instance holds.
 * The portal's own start does not know it.
 */
public final class OpenSearch implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(30);

    /** The ports that the node accepts for HTTP. It binds the one behind the number that it is told. */
    private static final int FIRST = 9_201;

    private static final int LAST = 9_299;

    private final Instance instance;
    private final Child child;
    private final int port;
    private boolean closed;

    private OpenSearch(Instance instance, Child child, int port) {
        this.instance = instance;
        this.child = child;
        this.port = port;
    }

    /**
     * An empty node with a heap of so many MiB; it ends with this JVM, or before when it is closed. Its libraries are
     * fetched the first time (71 MB); the working folder must be the root of the checkout for that. A test, which lives
     * for seconds, gives the options of a Java that starts quickly; a bench gives none.
     */
    public static OpenSearch alone(Instance instance, int heap, String... options) {
        instance.take();
        Folders.delete(instance.folder().resolve("opensearch"));
        OpenSearch node = start(instance, heap, List.of(options));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "stop"));
        return node;
    }

    /** Ends the node and gives the instance back, so that another node can be started in it; once is enough. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            child.stop(STOP);
            instance.endRecorded();
            instance.release();
        }
    }

    private static OpenSearch start(Instance instance, int heap, List<String> options) {
        Path libraries = new Servers(instance.servers()).openSearch();
        Path data = instance.folder().resolve("opensearch");
        int port = Ports.free(FIRST, LAST);
        List<String> command = new ArrayList<>(List.of(Servers.java(), "-Xms" + heap + "m", "-Xmx" + heap + "m"));
        command.addAll(options);
        command.addAll(program(libraries, data, port));
        OpenSearch node =
                new OpenSearch(instance, Child.start("OpenSearch", new ProcessBuilder(command), instance), port);
        node.child.await(START, () -> Http.status(node.url() + "/_cluster/health") == 200);
        return node;
    }

    /** The address of the node, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The same address for a client. */
    public URI address() {
        return URI.create(url());
    }

    /** The server's process. */
    public Child process() {
        return child;
    }

    private static List<String> program(Path libraries, Path data, int port) {
        return List.of(
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                libraries.resolve("*").toString(),
                "org.codelibs.opensearch.runner.OpenSearchRunner",
                "-basePath",
                data.toString(),
                "-numOfNode",
                "1",
                "-baseHttpPort",
                Integer.toString(port - 1));
    }
}
