package redress.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Database, Keycloak and portal of one instance, started side by side and stopped together. The demo, the integration
 * tests and the benches all start this class.
 */
public final class Stack implements AutoCloseable {
    /** A portal that remembers its start for the next one writes that down when it ends. */
    private static final Duration TO_STOP = Duration.ofMinutes(2);

    private final Instance instance;
    private final Plan plan;
    private final Progress progress;
    private final List<Child> started = new ArrayList<>();
    private @Nullable Database database;
    private @Nullable Keycloak keycloak;
    private @Nullable Portal portal;
    private boolean closed;

    /**
     * What to start.
     *
     * @param port the public port on 127.0.0.1, 0 for any free one
     * @param profile the folder of the country profile
     * @param war gives the archive when it is built; called while the other servers start
     * @param configuration keys of the portal that differ from what the launcher sets
     * @param empty whether the instance's data are removed first
     * @param remembers whether the first start of an archive notes what it loads, so that the next is quicker; its end
     *     takes some 20 seconds longer
     */
    public record Plan(
            int port,
            Path profile,
            Supplier<Path> war,
            Map<String, String> configuration,
            boolean empty,
            boolean remembers) {
        /** The plan of a test: any free port, the demo profile, an archive that exists. */
        public static Plan of(Path war) {
            return new Plan(0, Path.of("config/profiles/demo"), () -> war, Map.of(), false, false);
        }

        /** The same with an instance that holds nothing yet. */
        public Plan fresh() {
            return new Plan(port, profile, war, configuration, true, remembers);
        }

        /** The same with other keys of the portal. */
        public Plan with(Map<String, String> keys) {
            return new Plan(port, profile, war, keys, empty, remembers);
        }

        /** The same with a first start that makes the next one quicker. */
        public Plan remembering() {
            return new Plan(port, profile, war, configuration, empty, true);
        }
    }

    private Stack(Instance instance, Plan plan, Progress progress) {
        this.instance = instance;
        this.plan = plan;
        this.progress = progress;
    }

    /** Takes the instance and starts all; whatever was started is stopped again when one of them cannot be. */
    public static Stack start(Instance instance, Plan plan, Progress progress) {
        instance.take();
        if (plan.empty()) {
            instance.clear();
        }
        Stack stack = new Stack(instance, plan, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        boolean complete = false;
        try {
            stack.startAll();
            complete = true;
            return stack;
        } finally {
            if (!complete) {
                stack.close();
            }
        }
    }

    private void startAll() {
        int port = plan.port() == 0 ? Ports.prefer(instance.lastPort()) : Ports.require(plan.port());
        instance.lastPort(port);
        String publicUrl = "http://127.0.0.1:" + port;
        int keycloakPort = Ports.prefer(port + 1);
        ExecutorService side = Executors.newFixedThreadPool(3);
        try {
            CompletableFuture<Database> db = CompletableFuture.supplyAsync(this::startDatabase, side);
            CompletableFuture<Keycloak> kc =
                    CompletableFuture.supplyAsync(() -> startKeycloak(publicUrl, keycloakPort), side);
            CompletableFuture<Path> war = CompletableFuture.supplyAsync(plan.war(), side);
            database = join(db);
            keycloak = join(kc);
            portal = startPortal(join(war), port, publicUrl);
        } finally {
            side.shutdownNow();
        }
    }

    private Database startDatabase() {
        Database started = Database.start(instance, 0);
        remember(started.process());
        progress.say("Database answers (MariaDB, port " + started.port() + ")");
        return started;
    }

    private Keycloak startKeycloak(String publicUrl, int port) {
        Keycloak started = Keycloak.start(
                instance, Path.of("config/keycloak/redress-realm.json").toAbsolutePath(), publicUrl, port);
        remember(started.process());
        progress.say("Keycloak answers (port " + port + ")");
        return started;
    }

    private Portal startPortal(Path war, int port, String publicUrl) {
        Portal started = Portal.start(
                instance, new Portal.Setting(war, port, Portal.heap(), configuration(publicUrl), plan.remembers()));
        remember(started.process());
        progress.say("Portal answers (Payara Micro, port " + port + ")");
        return started;
    }

    private Map<String, String> configuration(String publicUrl) {
        Path data = Folders.create(instance.data());
        Map<String, String> keys = new TreeMap<>();
        keys.put("redress.database.url", database().url("redress"));
        keys.put("redress.database.user", Database.USER);
        keys.put("redress.database.password", database().password());
        keys.put("redress.oidc.issuer", keycloak().issuer());
        keys.put("redress.oidc.client-id", "redress-desk");
        keys.put("redress.oidc.client-secret", keycloak().deskSecret());
        keys.put("redress.desk.cookie-secure", "false");
        keys.put("redress.public-url", publicUrl);
        keys.put("redress.profile.dir", plan.profile().toAbsolutePath().toString());
        keys.put("redress.data.dir", data.toString());
        keys.put(
                "redress.receipt.pepper-file",
                data.resolve("keys/receipt.pepper").toString());
        keys.put("redress.vault.key-file", data.resolve("keys/vault.key").toString());
        keys.put("redress.evidence.key-file", data.resolve("keys/evidence.key").toString());
        keys.put(
                "redress.evidence.reader-path",
                instance.servers().toAbsolutePath().resolve("reader/*").toString());
        keys.put("redress.index.key-file", data.resolve("keys/index.key").toString());
        keys.put(
                "redress.index.sealed-key-file",
                data.resolve("keys/index-sealed.key").toString());
        keys.put("redress.ledger.key-file", data.resolve("keys/ledger.pem").toString());
        keys.putAll(plan.configuration());
        return keys;
    }

    /** The database; tests may end and restart its process. */
    public Database database() {
        return present(database);
    }

    /** The identity provider. */
    public Keycloak keycloak() {
        return present(keycloak);
    }

    /** The portal as it was started last. */
    public Portal portal() {
        return present(portal);
    }

    /** The instance's folders and secrets. */
    public Instance instance() {
        return instance;
    }

    /** Ends the portal as a loss of power would and starts it again; crash tests look what is left. */
    public Portal crashPortal() {
        portal().process().kill();
        portal().process().keepLog();
        Portal again = portal().restart();
        remember(again.process());
        portal = again;
        return again;
    }

    /** Starts a second node of the portal on the same database; it stops with this stack. */
    public Portal secondNode() {
        return anotherNode("second", Map.of());
    }

    /** As above, with some settings of its own; {@code name} is the folder in which it keeps what is its own. */
    public Portal anotherNode(String name, Map<String, String> changed) {
        Portal node = portal().another(instance.beside(name), changed);
        remember(node.process());
        return node;
    }

    /** Ends the database as a loss of power would and starts it again on the same port. */
    public Database crashDatabase() {
        database().process().kill();
        Database again = database().restart();
        remember(again.process());
        database = again;
        return again;
    }

    /** The processes of this stack that run now. */
    public List<Child> processes() {
        synchronized (started) {
            return started.stream().filter(Child::alive).toList();
        }
    }

    /** Whether this stack is being stopped, so that servers that end are no surprise. */
    synchronized boolean closing() {
        return closed;
    }

    /** Stops what was started, the portal first and the database last, and gives the instance back. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        for (String name : List.of("Portal", "Keycloak", "Database")) {
            for (Child child : processes()) {
                if (child.name().equals(name)) {
                    child.stop(TO_STOP);
                }
            }
        }
        instance.endRecorded();
        instance.release();
    }

    private void remember(Child child) {
        synchronized (started) {
            started.add(child);
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LaunchProblem problem) {
                throw problem;
            }
            throw e;
        }
    }

    private static <T> T present(@Nullable T server) {
        if (server == null) {
            throw new IllegalStateException("The stack is not started.");
        }
        return server;
    }
}
