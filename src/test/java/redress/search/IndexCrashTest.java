package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when a process that writes the index is killed at any moment: nothing lost, nothing twice, no ghost. */
class IndexCrashTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "sealed"})
    void after_a_kill_the_index_catches_up_and_agrees(String files) throws Exception {
        assertThat(rounds(files, 2, 21)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "sealed"})
    @Tag("deep")
    void after_two_hundred_kills_the_index_has_always_caught_up_and_agreed(String files) throws Exception {
        long steps = rounds(files, 200, 22);
        assertThat(steps).isGreaterThan(1_000);
        System.out.printf("200 kills, %s files: %d steps, digests equal after each%n", files, steps);
    }

    /** Kills so often and checks after each; returns how much had happened in the end. */
    private long rounds(String files, int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        long end = -1;
        for (int round = 0; round < rounds; round++) {
            killed(files, random);
            try (CrashLedger ledger = new CrashLedger(folder.resolve("ledger"))) {
                assertThat(ledger.end()).isGreaterThanOrEqualTo(end);
                end = ledger.end();
                agrees(files, ledger, round);
            }
        }
        return end;
    }

    private void killed(String files, Random random) throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashVictim.class.getName(),
                        folder.toString(),
                        files,
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
            // One in five is killed while it opens or builds the index, the others somewhere in one of their rounds.
            boolean early = random.nextInt(5) == 0;
            for (int turn = early ? 0 : 1 + random.nextInt(20); turn > 0; turn--) {
                assertThat(said.readLine()).isIn("following", "turned");
            }
            assertThat(victim.waitFor(random.nextInt(early ? 1_500 : 50), TimeUnit.MILLISECONDS))
                    .as("the victim ended on its own")
                    .isFalse();
        } finally {
            victim.destroyForcibly().waitFor();
        }
    }

    private void agrees(String files, CrashLedger ledger, int round) throws IOException, InterruptedException {
        SearchIndex index = new SearchIndex(folder.resolve("index"), CrashVictim.files(folder, files.equals("sealed")));
        Follower<Generation> follower = new Follower<>(index, new Feed(ledger.source()));
        try {
            follower.start();
            while (follower.lag() > 0) {
                follower.turn();
            }
            try (View view = index.view(true)) {
                assertThat(texts(view.digests()))
                        .as("round %d at position %d", round, ledger.end())
                        .isEqualTo(texts(ledger.digests()));
            }
        } finally {
            index.close();
        }
    }

    private static Map<String, String> texts(Map<String, Digest> digests) {
        Map<String, String> texts = new HashMap<>();
        digests.forEach((label, digest) -> texts.put(label, digest.count() + " " + digest.text()));
        return texts;
    }
}
