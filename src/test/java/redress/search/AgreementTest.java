package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

/** An index that is not what the database says is found out and built anew. */
@Timeout(60)
class AgreementTest {

    @TempDir
    Path folder;

    private final Office office = new Office();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private SearchIndex index = new SearchIndex(Path.of("none"));
    private Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
    private Agreement agreement = new Agreement(index, office::digests, follower, now::get);

    @BeforeEach
    void start() throws IOException {
        office.load(1, 0, 300);
        office.receive(1_000, 1, SheetExamples.SEALED);
        index = new SearchIndex(folder);
        follower = new Follower<>(index, new Feed(office.source()));
        agreement = new Agreement(index, office::digests, follower, now::get);
        follower.start();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private Agreement.Verdict compared() {
        Agreement.Verdict verdict = Agreement.Verdict.UNSURE;
        for (int reading = 0; reading < 3; reading++) {
            verdict = agreement.compare();
        }
        return verdict;
    }

    private void tamper(List<Long> gone, List<ComplaintSheet> ghosts) throws IOException {
        Generation generation = index.current().orElseThrow();
        generation.replace(gone, ghosts);
        generation.refresh();
    }

    private void rebuilt() throws IOException, InterruptedException {
        while (follower.rebuilding()) {
            follower.turn();
        }
    }

    @Test
    void an_index_that_agrees_is_left_alone() {
        assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.EQUAL);
        assertThat(agreement.comparedAt()).isEqualTo(Instant.EPOCH);
        assertThat(follower.rebuilding()).isFalse();
    }

    @Test
    void a_lost_complaint_is_noticed_by_its_compartment_and_comes_back() throws Exception {
        Path before = index.current().orElseThrow().folder();
        tamper(List.of(1_000L), List.of());
        assertThat(compared()).isEqualTo(Agreement.Verdict.WRONG);
        assertThat(agreement.wrong()).containsExactly(SheetExamples.SEALED);
        rebuilt();
        assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.EQUAL);
        assertThat(agreement.wrong()).isEmpty();
        assertThat(before).doesNotExist();
    }

    @Test
    void a_ghost_and_a_wrong_compartment_are_noticed_too() throws Exception {
        tamper(List.of(), List.of(new ComplaintSheet(7_000, "N-7000", 1, 7_000)));
        tamper(List.of(), List.of(new ComplaintSheet(17, "N-17", 1, 17).seenBy("sealed-2", null)));
        assertThat(compared()).isEqualTo(Agreement.Verdict.WRONG);
        assertThat(agreement.wrong()).containsExactlyInAnyOrder(Sight.OPEN, "sealed-2");
        rebuilt();
        assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.EQUAL);
    }

    @Test
    void what_is_only_behind_is_not_wrong() throws Exception {
        for (long id = 2_000; id < 2_010; id++) {
            office.receive(id, 1, Sight.OPEN);
            assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.UNSURE);
        }
        while (follower.lag() > 0) {
            follower.turn();
        }
        // Rows whose acts have no position yet: another difference at each reading.
        for (long id = 3_000; id < 3_010; id++) {
            busy(id);
            assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.UNSURE);
        }
        assertThat(follower.rebuilding()).isFalse();
    }

    @Test
    void a_fault_is_found_though_another_compartment_is_busy_at_each_reading() throws Exception {
        tamper(List.of(1_000L), List.of());
        for (long id = 3_000; id < 3_002; id++) {
            busy(id);
            assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.UNSURE);
        }
        busy(3_002);
        assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.WRONG);
        assertThat(agreement.wrong()).containsExactly(SheetExamples.SEALED);
        rebuilt();
        busy(3_003);
        assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.UNSURE);
        assertThat(agreement.wrong())
                .as("it was found right again, whatever the other one does")
                .isEmpty();
    }

    /** A row whose act has no position yet. */
    private void busy(long id) {
        office.complaints.put(id, new ComplaintSheet(id, "N-" + id, 1, id));
    }

    @Test
    void an_index_that_is_wrong_again_is_built_anew_once_in_an_hour() throws Exception {
        for (int round = 0; round < 2; round++) {
            tamper(List.of(5L), List.of());
            assertThat(compared()).isEqualTo(Agreement.Verdict.WRONG);
            assertThat(follower.rebuilding()).isEqualTo(round == 0);
            rebuilt();
        }
        now.set(Instant.EPOCH.plus(Duration.ofHours(1)));
        assertThat(compared()).isEqualTo(Agreement.Verdict.WRONG);
        assertThat(follower.rebuilding()).isTrue();
        rebuilt();
        assertThat(agreement.compare()).isEqualTo(Agreement.Verdict.EQUAL);
    }

    @Test
    void an_index_that_cannot_be_compared_now_does_not_have_the_other_one_read_again_and_again() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        Agreement equal = new Agreement(
                index,
                () -> {
                    readings.incrementAndGet();
                    return office.digests();
                },
                follower,
                now::get);
        SearchIndex away = new SearchIndex(folder.resolve("away"));
        Agreement behind =
                new Agreement(away, office::digests, new Follower<>(away, new Feed(office.source())), now::get);
        AtomicLong clock = new AtomicLong();
        Comparing comparing = new Comparing(List.of(equal, behind), Duration.ofMinutes(5), clock::get);
        for (long seconds : new long[] {2, 2, 2, 4, 8, 16, 32, 64, 128}) {
            Duration pause = comparing.round();
            assertThat(pause).isEqualTo(Duration.ofSeconds(seconds));
            clock.addAndGet(pause.toNanos());
        }
        assertThat(readings).hasValue(1);
        clock.addAndGet(Duration.ofMinutes(5).toNanos());
        comparing.round();
        assertThat(readings).hasValue(2);
    }

    @Test
    void an_index_that_is_not_sure_again_and_again_is_read_as_seldom_as_any_other_until_it_is_sure() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        Agreement busy = new Agreement(
                index,
                () -> {
                    busy(5_000 + readings.getAndIncrement());
                    return office.digests();
                },
                follower,
                now::get);
        AtomicLong clock = new AtomicLong();
        Comparing comparing = new Comparing(List.of(busy), Duration.ofMinutes(5), clock::get);
        Duration pause = Duration.ZERO;
        for (int round = 0; round < 12; round++) {
            pause = comparing.round();
            clock.addAndGet(pause.toNanos());
        }
        assertThat(readings).hasValue(12);
        assertThat(pause).isEqualTo(Duration.ofMinutes(5));
    }
}
