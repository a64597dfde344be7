package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an index that is not there and cannot be built. */
@Timeout(60)
class FirstBuildTest {

    private static final long TEN_SECONDS = 10_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void a_first_build_that_fails_again_and_again_is_tried_more_and_more_seldom_but_every_minute() throws Exception {
        Office office = new Office();
        office.load(1, 0, 100);
        // Ten seconds pass whenever somebody looks at the clock.
        AtomicLong clock = new AtomicLong();
        List<Long> attempts = new ArrayList<>();
        Source source = office.source();
        Source failing = new Source(
                source.after(),
                () -> {
                    attempts.add(clock.get());
                    throw new IllegalStateException("no answer");
                },
                source.read(),
                source.ids(),
                source.batchIds());
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(
                index, new Feed(failing), Pace.atOnce(), new Respite(() -> clock.addAndGet(TEN_SECONDS)));
        List<Long> pauses = new ArrayList<>();
        for (int attempt = 0; attempt < 6; attempt++) {
            assertThatThrownBy(follower::run).hasMessage("no answer");
            follower.letGo(false);
            if (attempt > 0) {
                pauses.add((attempts.get(attempt) - attempts.get(attempt - 1)) / TEN_SECONDS - 1);
            }
        }
        assertThat(pauses).as("in tens of seconds").containsExactly(1L, 2L, 4L, 6L, 6L);
    }
}
