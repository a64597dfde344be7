package redress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import redress.launch.Instance;
import redress.launch.OpenSearch;
import redress.search.IndexPart;
import redress.search.QuestionsPart;

/**
 * Search beside its yardsticks, in parts that can be run alone; all draw on the same planted corpus. Each prints ratios
 * of work done in turns in this run, after both sides have answered the same.
 */
public final class SearchBench {

    private static final int USUAL = 200_000;
    private static final List<String> PARTS =
            List.of("inprocess", "index", "http", "opensearch", "dossier", "fresh", "growth", "bulk");
    private static final List<String> UNASKED = List.of("growth", "bulk");
    private static final List<Integer> GROWTH = List.of(100_000, 1_000_000);
    private static final double OF_OPENSEARCH = 0.5;
    private static final double TIMES_MARIADB = 150;
    /** In MiB; of more than 400,000 complaints as much as the portal gets for its index. */
    private static final int OPENSEARCH_HEAP = 1_024;
    /** More questions than are asked in the minute for which both are warmed. */
    private static final int MOST_WARMING = 100_000;

    /** A run of fewer complaints only shows that the bench runs. */
    private static final int FEW = 100_000;

    /** From here on the database takes a minute for a question of common words. */
    private static final int MANY = 500_000;

    private static final EnginesPart.Effort BESIDE_MARIADB = new EnginesPart.Effort(MOST_WARMING, 1, 5, 20, 2);
    private static final EnginesPart.Effort BESIDE_MARIADB_WITH_MANY =
            new EnginesPart.Effort(MOST_WARMING, 1, 3, 20, 1);

    private final int docs;
    private final Set<String> parts;

    private SearchBench(int docs, Set<String> parts) {
        this.docs = docs;
        this.parts = parts;
    }

    /**
     * Arguments: {@code --docs N}, 200,000 unless said otherwise; {@code --parts a,b}, all but growth and bulk unless
     * said otherwise. Bulk is the indexing of the part opensearch alone, without a portal. With growth the parts named
     * beside it, or all where none is, are measured at both ends of {@link #GROWTH} instead.
     */
    public static void main(String[] arguments) throws Exception {
        int docs = USUAL;
        Set<String> parts = new LinkedHashSet<>(PARTS);
        UNASKED.forEach(parts::remove);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--docs" -> docs = Integer.parseInt(arguments[i + 1]);
                case "--parts" -> parts = new LinkedHashSet<>(List.of(arguments[i + 1].split(",")));
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("--parts: some of " + PARTS);
        }
        new SearchBench(docs, parts).run();
    }

    private void run() throws Exception {
        if (!parts.contains("growth")) {
            measure();
            return;
        }
        Set<String> each = new LinkedHashSet<>(parts.size() == 1 ? PARTS : parts);
        each.remove("growth");
        if (parts.size() == 1) {
            each.removeAll(UNASKED);
        }
        for (int size : GROWTH) {
            System.out.printf(Locale.ROOT, "with %,d complaints:%n", size);
            new SearchBench(size, each).measure();
        }
    }

    private void measure() throws Exception {
        if (parts.contains("inprocess")) {
            within(folder -> QuestionsPart.run(folder, docs));
        }
        if (parts.contains("index")) {
            within(folder -> IndexPart.run(folder, docs));
        }
        if (parts.contains("bulk")) {
            within(this::bulk);
        }
        if (parts.stream().anyMatch(List.of("http", "opensearch", "dossier", "fresh")::contains)) {
            try (LoadedPortal portal = LoadedPortal.start(docs);
                    PortalEngine asked = new PortalEngine(portal.stack())) {
                besidePortal(portal, asked);
            }
        }
    }

    private void besidePortal(LoadedPortal portal, PortalEngine asked) throws Exception {
        if (parts.contains("opensearch") || parts.contains("dossier")) {
            within(folder -> besideOpenSearch(portal, asked, folder));
        }
        if (parts.contains("http")) {
            System.out.println("HTTP with login and access filter beside MariaDB FULLTEXT and GROUP BY:");
            try (MariaEngine maria = new MariaEngine(portal.stack().database().connect())) {
                new EnginesPart(
                                asked,
                                () -> millis(portal.stack().portal().process()),
                                maria,
                                () -> millis(portal.stack().database().process()),
                                docs < MANY ? BESIDE_MARIADB : BESIDE_MARIADB_WITH_MANY)
                        .run("MariaDB", turns -> turns.faster(TIMES_MARIADB));
            }
        }
        if (parts.contains("fresh")) {
            FreshPart.run(portal);
        }
    }

    private OpenSearch node() throws Exception {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        return OpenSearch.alone(
                new Instance(home, home.resolve("bench-opensearch")),
                Math.max(OPENSEARCH_HEAP, docs / LoadedPortal.A_MEBIBYTE));
    }

    private void bulk(Path folder) throws Exception {
        try (OpenSearch node = node();
                OpenEngine open = new OpenEngine(node)) {
            OpenPart.fill(node, open, folder, docs);
        }
    }

    private void besideOpenSearch(LoadedPortal portal, PortalEngine asked, Path folder) throws Exception {
        try (OpenSearch node = node();
                OpenEngine open = new OpenEngine(node)) {
            OpenPart.fill(node, open, folder, docs);
            if (parts.contains("opensearch")) {
                System.out.println("HTTP with login and access filter beside OpenSearch without login:");
                new EnginesPart(
                                asked,
                                () -> millis(portal.stack().portal().process()),
                                open,
                                () -> millis(node.process()),
                                new EnginesPart.Effort(
                                        docs < FEW ? docs / 30 : MOST_WARMING,
                                        docs < FEW ? docs / 30 : MOST_WARMING,
                                        40,
                                        40,
                                        40))
                        .run("OpenSearch", turns -> turns.cheaper(OF_OPENSEARCH));
            }
            if (parts.contains("dossier")) {
                DossierPart.run(portal, asked, node, open, docs);
            }
        }
    }

    private static double millis(redress.launch.Child process) {
        return process.processorTime().toNanos() / 1e6;
    }

    private interface Work {
        void in(Path folder) throws Exception;
    }

    /** In a folder that is gone afterwards; tells how long it took. */
    private static void within(Work work) throws Exception {
        Path root = Files.createTempDirectory("redress-search");
        long before = System.nanoTime();
        try {
            work.in(root);
        } finally {
            delete(root);
            System.out.printf(Locale.ROOT, "(%.0f s)%n", (System.nanoTime() - before) / 1e9);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
