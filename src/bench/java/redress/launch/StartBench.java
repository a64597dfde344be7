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

/**
 * Cold start of the portal, from the start of the process to the first answered request, beside an archive with one
 * static page on the same server, in turn in one run. The database runs already: its start is not the portal's.
 */
public final class StartBench {

    private static final int ROUNDS = 5;

    private StartBench() {}

    /** Prints one line a round and the median ratio. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        Instance instance = new Instance(home, home.resolve("bench"));
        Path empty = emptyArchive();
        Stack.Plan plan = Stack.Plan.of(Path.of("target/redress.war")).fresh();
        try (Stack stack = Stack.start(instance, plan, new Progress(System.out))) {
            stack.portal().process().stop(Duration.ofSeconds(60));
            List<Double> ratios = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                double bare = seconds(
                        () -> Portal.start(instance, new Portal.Setting(empty, Ports.prefer(0), "512m", Map.of())));
                double whole = seconds(() -> stack.portal().restart());
                ratios.add(whole / bare);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: portal %.2f s, empty archive %.2f s, ratio %.2f%n",
                        round,
                        whole,
                        bare,
                        whole / bare);
            }
            ratios.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "start: median ratio %.2f of an empty archive (goal at most 1.6)%n",
                    ratios.get(ratios.size() / 2));
        }
    }

    /** A start that can be timed. */
    private interface Start {
        Portal run();
    }

    private static double seconds(Start start) {
        long begin = System.nanoTime();
        Portal portal = start.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        portal.process().stop(Duration.ofSeconds(60));
        return seconds;
    }

    private static Path emptyArchive() throws IOException {
        Path archive = Files.createTempFile("empty", ".war");
        archive.toFile().deleteOnExit();
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("<!doctype html><title>empty</title>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return archive;
    }
}
