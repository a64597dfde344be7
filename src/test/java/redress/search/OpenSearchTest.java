package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import redress.access.Sight;

/** The contract on OpenSearch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSearchTest extends SearchContract {

    private final Cluster cluster = OpenSearchExample.cluster();
    private final List<ClusterIndex> opened = new ArrayList<>();

    @Override
    Filled filled(List<ComplaintSheet> sheets) throws IOException {
        ClusterIndex index = index(OpenSearchExample.fresh());
        ClusterGeneration generation = index.begin();
        index.show(generation);
        return Filled.of(new ClusterReading(cluster, index, new Words()), generation, sheets);
    }

    /** The cluster lets go of it within half a minute. */
    @Override
    void expunge(Build build) throws IOException {
        Instant end = Instant.now().plusSeconds(60);
        while (build.stained() && Instant.now().isBefore(end)) {
            build.expunge();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private ClusterIndex index(String prefix) {
        ClusterIndex index = new ClusterIndex(cluster, new Words(), prefix, 1);
        opened.add(index);
        return index;
    }

    @AfterAll
    void close() throws IOException {
        for (ClusterIndex index : opened) {
            Optional<ClusterGeneration> open = index.open();
            if (open.isPresent()) {
                index.discard(open.get());
            }
        }
        cluster.close();
    }

    @Test
    void an_older_version_that_comes_late_does_not_replace_a_newer_one() throws IOException {
        Filled engine = filled(SheetExamples.many(2, 4));
        ComplaintSheet newer = new ComplaintSheet(1, "2024-000001", 5, 0).say(TextField.NARRATIVE, "newer");
        ComplaintSheet older = new ComplaintSheet(1, "2024-000001", 4, 0).say(TextField.NARRATIVE, "older");
        engine.build().replace(List.of(1L), List.of(newer));
        engine.build().replace(List.of(1L), List.of(older));
        engine.build().refresh();
        assertThat(engine.port()
                        .answer(SearchQuery.of("newer"), SheetExamples.EVERYTHING)
                        .count())
                .isEqualTo(1);
        assertThat(engine.port()
                        .answer(SearchQuery.of("older"), SheetExamples.EVERYTHING)
                        .count())
                .isZero();
    }

    @Test
    void the_follower_of_every_index_fills_follows_and_rebuilds_this_one() throws IOException, InterruptedException {
        Office office = new Office();
        office.load(7, 1, 60);
        office.receive(100, 1, Sight.OPEN);
        office.receive(101, 1, SheetExamples.SEALED);
        String prefix = OpenSearchExample.fresh();
        ClusterIndex index = index(prefix);
        Follower<ClusterGeneration> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        assertSame(index, office);
        String first = index.current().orElseThrow().name();
        office.receive(102, 1, Sight.OPEN);
        office.receive(100, 2, SheetExamples.SEALED);
        office.erase(30);
        catchUp(follower);
        assertSame(index, office);
        follower.rebuild();
        while (follower.rebuilding()) {
            follower.ring();
            follower.turn();
        }
        assertThat(index.current().orElseThrow().name()).isNotEqualTo(first);
        assertSame(index, office);
        ClusterIndex next = index(prefix);
        office.receive(103, 1, Sight.OPEN);
        Follower<ClusterGeneration> after = new Follower<>(next, new Feed(office.source()));
        int before = office.reads.get();
        after.start();
        catchUp(after);
        assertThat(office.reads.get() - before)
                .as("a start goes on where the last one ended")
                .isLessThan(10);
        assertSame(next, office);
    }

    @Test
    void a_node_that_starts_while_another_fills_does_not_take_its_build_away() throws Exception {
        Office office = new Office();
        office.load(7, 1, 60);
        String prefix = OpenSearchExample.fresh();
        ClusterIndex filling = index(prefix);
        ClusterGeneration half = filling.begin();
        filling.show(half);
        half.replace(List.of(1L), List.of(SheetExamples.about(1, "half")));

        ClusterIndex second = index(prefix);
        Source source = office.source();
        AtomicInteger written = new AtomicInteger();
        Feed meanwhile = new Feed(new Source(
                source.after(),
                source.end(),
                ids -> {
                    assertThatCode(() -> half.replace(List.of(2L), List.of(SheetExamples.about(2, "more"))))
                            .doesNotThrowAnyException();
                    written.incrementAndGet();
                    return source.read().apply(ids);
                },
                source.ids(),
                source.batchIds()));
        new Follower<>(second, meanwhile).start();
        assertThat(written.get()).isPositive();
        assertSame(second, office);
        assertThat(index(prefix).open())
                .as("what is whole is found by whoever starts")
                .isPresent();
    }

    @Test
    void an_import_of_postings_or_units_has_everything_read_anew_also_after_a_restart() throws Exception {
        Office office = new Office();
        office.load(7, 1, 60);
        String prefix = OpenSearchExample.fresh();
        ClusterIndex index = index(prefix);
        new Follower<>(index, new Feed(office.source())).start();
        ClusterGeneration killed = index.current().orElseThrow();
        // What a kill leaves after the step was taken and kept, and before anything was built.
        office.importOthers(8);
        new Feed(office.source()).follow(killed);
        index.outdate(killed.position());
        killed.commit();
        index.close();

        ClusterIndex again = index(prefix);
        Follower<ClusterGeneration> next = new Follower<>(again, new Feed(office.source()));
        next.start();
        assertThat(next.lag()).as("the step is not followed again").isZero();
        int reads = office.reads.get();
        next.ring();
        next.turn();
        assertThat(next.rebuilding()).isTrue();
        while (next.rebuilding()) {
            next.ring();
            next.turn();
        }
        assertThat(again.current().orElseThrow().name()).isNotEqualTo(killed.name());
        assertThat(office.reads.get() - reads).isEqualTo(59);
        assertThat(again.outdated()).isEmpty();
        assertThat(index(prefix).open().orElseThrow().outdated())
                .as("once is enough")
                .isEmpty();
    }

    @Test
    void lists_of_the_country_that_changed_have_everything_read_anew_once_after_the_next_start() throws Exception {
        Office office = new Office();
        office.load(7, 1, 60);
        String prefix = OpenSearchExample.fresh();
        ClusterIndex index = index(prefix);
        new Follower<>(index, new Feed(office.source())).start();
        index.close();
        office.listsChanged(new ComplaintSheet(5, "N-5", 1, 5).put(Dimension.GROUP, "Force"));

        ClusterIndex again = index(prefix);
        Follower<ClusterGeneration> follower = new Follower<>(again, new Feed(office.source()));
        follower.start();
        assertThat(inGroup(again)).isZero();
        follower.ring();
        follower.turn();
        assertThat(follower.rebuilding()).isTrue();
        while (follower.rebuilding()) {
            follower.ring();
            follower.turn();
        }
        assertThat(inGroup(again)).isEqualTo(1);

        Follower<ClusterGeneration> after = new Follower<>(index(prefix), new Feed(office.source()));
        after.start();
        after.ring();
        after.turn();
        assertThat(after.rebuilding()).as("once is enough").isFalse();
    }

    private long inGroup(ClusterIndex index) {
        return new ClusterReading(cluster, index, new Words())
                .answer(SearchQuery.of(null, Map.of("group", List.of("Force")), null, 1), SheetExamples.EVERYTHING)
                .count();
    }

    @Test
    @Timeout(120)
    void what_was_sealed_leaves_the_build_before_and_the_open_files_also_where_a_kill_came_before_that_was_remembered()
            throws Exception {
        Office office = new Office();
        office.load(7, 1, 20);
        String word = "megalosaurus";
        office.receive(SheetExamples.about(5, word));
        String prefix = OpenSearchExample.fresh();
        ClusterIndex index = index(prefix);
        Follower<ClusterGeneration> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        String before = index.current().orElseThrow().name();
        follower.rebuild();
        while (follower.rebuilding()) {
            follower.ring();
            follower.turn();
        }
        assertThat(there(before)).as("the build before is kept").isTrue();
        String open = index.current().orElseThrow().open();
        assertThat(OpenSearchExample.holds(cluster, open, word)).isTrue();
        office.receive(SheetExamples.about(5, word).seenBy(SheetExamples.SEALED, null));
        new Feed(office.source()).follow(index.current().orElseThrow());
        index.close();

        ClusterIndex again = index(prefix);
        Follower<ClusterGeneration> next = new Follower<>(again, new Feed(office.source()));
        next.start();
        next.ring();
        next.turn();
        assertThat(there(before)).as("it says openly what is sealed").isFalse();
        while (again.current().orElseThrow().stained()) {
            next.turn();
        }
        assertThat(OpenSearchExample.holds(cluster, open, word))
                .as("no byte of it is left among the open ones")
                .isFalse();
        assertSame(again, office);
    }

    private boolean there(String build) throws IOException {
        return !cluster.get("/" + build + "-open/_mapping").absent();
    }

    @Test
    void a_build_that_takes_over_remembers_what_was_changed_since_it_was_begun_and_nothing_else() throws IOException {
        String prefix = OpenSearchExample.fresh();
        ClusterIndex index = index(prefix);
        index.serve(begun(index, 40));
        index.outdate(41);
        index.serve(begun(index, 41));
        assertThat(index(prefix).open().orElseThrow().outdated()).isEmpty();
        ClusterGeneration early = begun(index, 41);
        index.outdate(42);
        early.reached(43);
        early.commit();
        index.serve(early);
        assertThat(index(prefix).open().orElseThrow().outdated()).hasValue(42);
    }

    private static ClusterGeneration begun(ClusterIndex index, long position) throws IOException {
        ClusterGeneration begun = index.begin();
        begun.reached(position);
        begun.commit();
        return begun;
    }

    @Test
    void a_build_that_is_gone_already_is_let_go_of() throws IOException {
        ClusterIndex index = index(OpenSearchExample.fresh());
        ClusterGeneration vain = index.begin();
        cluster.delete("/" + vain.open()).ok();
        index.discard(vain);
        assertThat(cluster.get("/" + vain.sealed() + "/_mapping").absent())
                .as("what was left of it goes too")
                .isTrue();
        assertThatCode(() -> index.discard(vain)).doesNotThrowAnyException();
    }

    private static void catchUp(Follower<ClusterGeneration> follower) throws IOException, InterruptedException {
        while (follower.lag() > 0) {
            follower.ring();
            follower.turn();
        }
    }

    private static void assertSame(ClusterIndex index, Office office) throws IOException {
        assertThat(texts(index.digests())).isEqualTo(texts(office.digests()));
    }

    private static Map<String, String> texts(Map<String, Digest> digests) {
        Map<String, String> texts = new TreeMap<>();
        digests.forEach((label, digest) -> texts.put(label, digest.count() + " " + digest.text()));
        return texts;
    }

    @Test
    void the_build_that_answers_is_found_again_at_its_position() throws IOException {
        String prefix = OpenSearchExample.fresh();
        ClusterIndex index = index(prefix);
        assertThat(index.open()).isEmpty();
        ClusterGeneration first = index.begin();
        first.reached(41);
        first.commit();
        index.serve(first);
        ClusterGeneration second = index.begin();
        second.reached(42);
        second.commit();
        index.serve(second);
        ClusterGeneration found = index(prefix).open().orElseThrow();
        assertThat(found.name()).isEqualTo(second.name()).isNotEqualTo(first.name());
        assertThat(found.position()).isEqualTo(42);
    }
}
