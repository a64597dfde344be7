package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import redress.access.Sight;

/** What stays in the cluster where something fails on the way. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSearchFailureTest {

    private final Cluster cluster = OpenSearchExample.cluster();
    private String prefix = OpenSearchExample.fresh();

    @AfterEach
    void delete() throws IOException {
        for (String index : indexes()) {
            cluster.delete("/" + index).ok();
        }
        prefix = OpenSearchExample.fresh();
    }

    @AfterAll
    void close() throws IOException {
        cluster.close();
    }

    private Set<String> indexes() throws IOException {
        return cluster.get("/" + prefix + "-*/_alias").ok().keySet();
    }

    @Test
    void a_first_build_that_fails_again_and_again_leaves_one_build_in_the_cluster() throws Exception {
        Office office = new Office();
        office.load(7, 1, 20);
        AtomicBoolean answers = new AtomicBoolean();
        Source source = office.source();
        Source failing = new Source(
                source.after(),
                () -> {
                    if (!answers.get()) {
                        throw new IllegalStateException("no answer");
                    }
                    return source.end().getAsLong();
                },
                source.read(),
                source.ids(),
                source.batchIds());
        ClusterIndex index = new ClusterIndex(cluster, new Words(), prefix, 1);
        AtomicLong clock = new AtomicLong();
        Respite over = new Respite(() -> clock.addAndGet(Duration.ofHours(1).toNanos()));
        Follower<ClusterGeneration> follower = new Follower<>(index, new Feed(failing), Pace.atOnce(), over);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(follower::start).hasMessage("no answer");
            follower.letGo(false);
            assertThat(indexes()).hasSizeLessThanOrEqualTo(2);
        }
        answers.set(true);
        follower.start();
        assertThat(count(index)).isEqualTo(19);
        assertThat(indexes()).hasSize(2);
        assertThat(new ClusterIndex(cluster, new Words(), prefix, 1).open()).isPresent();
    }

    @Test
    void a_build_of_which_only_one_half_can_be_made_leaves_nothing() throws IOException {
        cluster.put("/" + prefix + "-000001-sealed", Map.of()).ok();
        ClusterIndex index = new ClusterIndex(cluster, new Words(), prefix, 1);
        assertThatThrownBy(index::begin).isInstanceOf(IOException.class);
        assertThat(indexes()).isEmpty();
        index.discard(index.begin());
    }

    /** A rebuild whose move of the names is lost, and the start after that: which build answers then. */
    private String answeringAfter(Relay.Loss loss) throws Exception {
        Office office = new Office();
        office.load(7, 1, 20);
        try (Relay relay = new Relay(OpenSearchExample.address());
                Cluster far = Cluster.at(List.of(relay.address()), null)) {
            ClusterIndex index = new ClusterIndex(far, new Words(), prefix, 1);
            Follower<ClusterGeneration> follower = new Follower<>(index, new Feed(office.source()));
            follower.start();
            follower.turn();
            relay.lose(loss);
            assertThat(follower.rebuild()).isTrue();
            assertThatThrownBy(() -> untilRebuilt(follower)).isInstanceOf(IOException.class);
            int read = office.reads.get();
            follower.letGo(false);
            follower.start();
            assertThat(office.reads.get()).as("nothing is built anew").isEqualTo(read);
            String answering = index.current().orElseThrow().name();
            assertThat(cluster.get("/_alias/" + prefix + "-open").ok().keySet()).containsExactly(answering + "-open");
            office.receive(30, 1, Sight.OPEN);
            follower.ring();
            follower.turn();
            assertThat(count(index)).as("what searches are asked of").isEqualTo(20);
            assertThat(indexes())
                    .as("nobody would take out of another what is erased")
                    .containsExactlyInAnyOrder(answering + "-open", answering + "-sealed");
            assertThat(follower.rebuild()).as("another one can take over").isTrue();
            untilRebuilt(follower);
            assertThat(index.current().orElseThrow().name()).isNotEqualTo(answering);
            assertThat(count(index)).isEqualTo(20);
            return answering;
        }
    }

    private static long count(ClusterIndex index) throws IOException {
        return index.digests().values().stream().mapToLong(Digest::count).sum();
    }

    private static void untilRebuilt(Follower<ClusterGeneration> follower) throws IOException, InterruptedException {
        while (follower.rebuilding()) {
            follower.ring();
            follower.turn();
        }
    }

    @Test
    void a_build_that_took_over_answers_also_where_nobody_heard_of_it() throws Exception {
        assertThat(answeringAfter(Relay.Loss.ANSWER)).isEqualTo(prefix + "-000002");
    }

    @Test
    void a_build_that_could_not_take_over_goes_and_the_one_before_answers() throws Exception {
        assertThat(answeringAfter(Relay.Loss.REQUEST)).isEqualTo(prefix + "-000001");
    }

    @Test
    void a_build_that_takes_over_later_than_anybody_waited_is_not_deleted() throws IOException {
        try (Relay relay = new Relay(OpenSearchExample.address());
                Cluster far = Cluster.at(List.of(relay.address()), null)) {
            ClusterIndex index = new ClusterIndex(far, new Words(), prefix, 1);
            index.serve(whole(index));
            ClusterGeneration late = whole(index);
            relay.lose(Relay.Loss.REQUEST);
            assertThatThrownBy(() -> index.serve(late)).isInstanceOf(IOException.class);
            index.close();
            assertThat(index.open().orElseThrow().name()).isNotEqualTo(late.name());
            new ClusterIndex(cluster, new Words(), prefix, 1).show(late);
            assertThatThrownBy(index::tidy).isInstanceOf(IOException.class);
            index.close();
            assertThat(index.open().orElseThrow().name()).isEqualTo(late.name());
            index.tidy();
            assertThat(indexes()).contains(late.open(), late.sealed());
        }
    }

    @Test
    void no_search_is_asked_without_a_limit_and_a_table_whose_time_ran_out_is_of_a_part() throws IOException {
        try (Relay relay = new Relay(OpenSearchExample.address());
                Cluster far = Cluster.at(List.of(relay.address()), null)) {
            ClusterIndex index = new ClusterIndex(far, new Words(), prefix, 1);
            ClusterGeneration generation = index.begin();
            index.show(generation);
            SearchPort port = SearchContract.Filled.of(
                            new ClusterReading(far, index, new Words()), generation, SheetExamples.many(50, 4))
                    .port();
            Map<String, List<String>> asked = Map.of("rows", List.of("stage"), "columns", List.of("channel"));
            SearchQuery query = SearchQuery.of("market | phone", asked, null, 10);
            Answer first = port.answer(query, SheetExamples.EVERYTHING);
            assertThat(first.partial()).isFalse();
            String next = Objects.requireNonNull(first.next()).text();
            port.answer(SearchQuery.of("market | phone", asked, next, 10), SheetExamples.EVERYTHING);
            assertThat(relay.searches())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(search -> search.matches("(?s).*\"timeout\":\"\\d{1,4}ms\".*"));
            relay.late("\"size\":0,");
            assertThat(port.answer(query, SheetExamples.EVERYTHING).partial()).isTrue();
        }
    }

    private static ClusterGeneration whole(ClusterIndex index) throws IOException {
        ClusterGeneration whole = index.begin();
        whole.reached(1);
        whole.commit();
        return whole;
    }
}
