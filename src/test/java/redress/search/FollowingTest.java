package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a follower on its own thread does when something fails again and again. */
@Timeout(60)
class FollowingTest {

    @TempDir
    Path folder;

    private final AtomicInteger closed = new AtomicInteger();

    /** An index on a disk on which nothing can be deleted any more. */
    @SuppressWarnings("unchecked")
    private Builds<Generation> full(SearchIndex index) {
        return (Builds<Generation>) Proxy.newProxyInstance(
                Builds.class.getClassLoader(), new Class<?>[] {Builds.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("condemn")) {
                        throw new IOException("no room");
                    }
                    if (method.getName().equals("close")) {
                        closed.incrementAndGet();
                    }
                    return method.invoke(index, arguments);
                });
    }

    @Test
    void a_broken_index_that_cannot_be_given_up_is_closed_and_tried_again_after_a_pause() throws Exception {
        Office office = new Office();
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        new Follower<>(index, new Feed(office.source())).start();
        index.close();

        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch third = new CountDownLatch(3);
        Source source = office.source();
        Source broken = new Source(
                (position, limit) -> {
                    first.countDown();
                    third.countDown();
                    throw new UncheckedIOException(new CorruptIndexException("not what was written", "a file"));
                },
                source.end(),
                source.read(),
                source.ids(),
                source.batchIds());
        Following following = new Following(new Follower<>(full(index), new Feed(broken)), "broken-index");
        following.start();
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(third.await(1, TimeUnit.SECONDS))
                .as("a third attempt within a second")
                .isFalse();
        following.stop();
        assertThat(closed.get()).as("a file that stays open keeps its lock").isPositive();
        assertThat(index.current()).isEmpty();
    }
}
