package redress.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import redress.launch.Database;
import redress.launch.Instance;
import redress.launch.Portal;
import redress.launch.Progress;
import redress.launch.Stack;

/** A portal of its own with the corpus in its tables and its index. */
final class LoadedPortal implements AutoCloseable {

    private static final long PATIENCE_NANOS = 1_800_000_000_000L;

    /** For more than these the index needs more memory than a portal takes that nobody gave any. */
    private static final int USUAL = 200_000;

    /** As docs/search.md counts: a KiB and more for each complaint, and twice that while a new build takes over. */
    static final int A_MEBIBYTE = 400;

    /**
     * So many rows fit into one of the database's, with all that belongs to them and the full text beside them: what
     * the other engine reads through must not push out what a portal asks for.
     */
    private static final int ROWS_IN_A_MEBIBYTE = 250;

    /** Of more than these a dossier wants more heap than a portal has that nobody gave any; docs/configuration.md. */
    private static final int MANY = 400_000;

    /** A KiB and a half of heap for each. */
    private static final double HEAP_IN_KIBIBYTES = 1.5;

    private final Stack stack;

    private LoadedPortal(Stack stack) {
        this.stack = stack;
    }

    /** Starts the servers, writes the corpus and waits until every complaint can be found. */
    static LoadedPortal start(int docs) throws Exception {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        Instance instance = new Instance(home, home.resolve("bench"));
        Stack.Plan plan = Stack.Plan.of(Path.of("target/redress.war")).fresh();
        if (docs > USUAL) {
            plan = plan.with(Map.of("redress.index.memory", Integer.toString(docs / A_MEBIBYTE)));
            System.setProperty(Database.MEMORY, Integer.toString(docs / ROWS_IN_A_MEBIBYTE));
        }
        if (docs > MANY) {
            System.setProperty(Portal.HEAP, Integer.toString((int) (docs * HEAP_IN_KIBIBYTES / 1_000)));
        }
        LoadedPortal portal = new LoadedPortal(Stack.start(instance, plan, new Progress(System.out)));
        portal.load(docs);
        return portal;
    }

    Stack stack() {
        return stack;
    }

    private void load(int docs) throws Exception {
        long before = System.nanoTime();
        try (Connection connection = stack.database().connect()) {
            PortalCorpus.write(connection, docs);
        }
        long written = System.nanoTime();
        Files.writeString(stack.instance().data().resolve("index/reindex.request"), "");
        try (PortalEngine portal = new PortalEngine(stack)) {
            while (!portal.get("/api/v1/search?size=1&facets=stage").contains("\"count\":" + docs + ",")) {
                if (System.nanoTime() - written > PATIENCE_NANOS) {
                    throw new IllegalStateException("the portal does not find what was written");
                }
                Thread.sleep(500);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d complaints written in %.0f s, found after %.0f s more%n",
                docs,
                (written - before) / 1e9,
                (System.nanoTime() - written) / 1e9);
    }

    /** CPU of portal and database so far, in milliseconds. */
    double cpuMillis() {
        return (stack.portal().process().processorTime().toNanos()
                        + stack.database().process().processorTime().toNanos())
                / 1e6;
    }

    @Override
    public void close() {
        stack.close();
    }
}
