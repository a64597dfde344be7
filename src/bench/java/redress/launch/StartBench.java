package redress.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import redress.bench.Bounds;

/**
 * Cold start of the portal, from the start of the process to the first answered request, beside an archive with one
 * static page on the same server, in turn in one run. The database runs already: its start is not the portal's. The
 * portal starts as the launcher starts it, with what its first start remembered; the empty archive as the server is
 * delivered. What the empty archive takes with a memory of its own is printed beside it, because it is the harder
 * comparison.
 */
public final class StartBench {

    private static final int ROUNDS = 5;
    private static final Duration TO_STOP = Duration.ofMinutes(2);

    private StartBench() {}

    /** Prints one line a round and the median ratios. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        Instance instance = new Instance(home, home.resolve("bench"));
        Bare bare = new Bare(new Instance(home, home.resolve("bench/bare")), emptyArchive(), false);
        Bare remembering = new Bare(new Instance(home, home.resolve("bench/remembering")), emptyArchive(), true);
        Stack.Plan plan = Stack.Plan.of(Path.of("target/redress.war")).fresh().remembering();
        try (Stack stack = Stack.start(instance, plan, new Progress(System.out))) {
            stack.portal().process().stop(TO_STOP);
            remembering.start().process().stop(TO_STOP);
            List<Double> ratios = new ArrayList<>();
            List<Double> harder = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                double empty = seconds(bare::start);
                double remembered = seconds(remembering::start);
                double whole = seconds(() -> stack.portal().restart());
                ratios.add(whole / empty);
                harder.add(whole / remembered);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: portal %.2f s, empty archive %.2f s, ratio %.2f;"
                                + " empty archive with a memory of its own %.2f s, ratio %.2f%n",
                        round,
                        whole,
                        empty,
                        whole / empty,
                        remembered,
                        whole / remembered);
            }
            System.out.printf(
                    Locale.ROOT,
                    "start: median ratio %.2f of an empty archive (goal at most 1.6): %s; %.2f of one with a memory%n",
                    median(ratios),
                    Bounds.judged(median(ratios) <= 1.6),
                    median(harder));
        }
    }

    private static double median(List<Double> ratios) {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    /** A start that can be timed. */
    private interface Start {
        Portal run();
    }

    /** The archive with one page on a server of its own. */
    private record Bare(Instance instance, Path archive, boolean remembers) {
        Portal start() {
            return Portal.start(
                    instance, new Portal.Setting(archive, Ports.prefer(0), Portal.heap(), Map.of(), remembers));
        }
    }

    private static double seconds(Start start) {
        long begin = System.nanoTime();
        Portal portal = start.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        portal.process().stop(TO_STOP);
        return seconds;
    }

    private static Path emptyArchive() throws IOException {
        Path archive = Files.createTempFile("empty", ".war");
        archive.toFile().deleteOnExit();
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            // Without this folder the server does not take it for an archive of the web once it is unpacked.
            zip.putNextEntry(new ZipEntry("WEB-INF/"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("<!doctype html><title>empty</title>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return archive;
    }
}
