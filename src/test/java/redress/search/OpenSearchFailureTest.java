package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

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
        assertThat(index.digests().values().stream().mapToLong(Digest::count).sum())
                .isEqualTo(19);
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
}
