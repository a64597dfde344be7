package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a build is told while very many complaints are put into it. */
@Timeout(60)
class FeedTest {

    private static final long COMPLAINTS = 3L * Feed.REFRESHED_AFTER * Feed.BATCH + 1;

    @TempDir
    Path folder;

    /** A build that only counts what it was given and nobody can see yet. */
    private static final class Counted implements Build {

        private long position = UNBUILT;
        private long put;
        private long unseen;
        private long mostUnseen;

        @Override
        public long position() {
            return position;
        }

        @Override
        public void reached(long newPosition) {
            position = newPosition;
        }

        @Override
        public String lists() {
            return "";
        }

        @Override
        public void madeBy(String lists) {
            if (put > 0) {
                throw new IllegalStateException("the lists may have been others before");
            }
        }

        @Override
        public void replace(Collection<Long> asked, Collection<ComplaintSheet> found) {
            put += asked.size();
            unseen += asked.size();
            mostUnseen = Math.max(mostUnseen, unseen);
        }

        @Override
        public void erase(long id) {
            throw new IllegalStateException("nothing is erased here");
        }

        @Override
        public boolean erasing() {
            return false;
        }

        @Override
        public boolean stained() {
            return false;
        }

        @Override
        public void expunge() {
            throw new IllegalStateException("nothing is erased here");
        }

        @Override
        public void refresh() {
            unseen = 0;
        }

        @Override
        public void commit() {
            throw new IllegalStateException("a feed keeps nothing");
        }

        @Override
        public void close() {
            throw new IllegalStateException("a feed closes nothing");
        }
    }

    private static List<Long> page(long after, int limit) {
        return LongStream.range(Math.max(0, after + 1), COMPLAINTS)
                .limit(limit)
                .boxed()
                .toList();
    }

    private static Source large() {
        Source.Step batch = Source.Step.imported(0, 7);
        return new Source(
                (position, limit) -> position < 0 ? List.of(batch) : List.of(),
                () -> 0,
                ids -> List.of(),
                FeedTest::page,
                (number, after, limit) -> page(after, limit));
    }

    @Test
    void what_nobody_can_see_yet_stays_a_small_part_of_a_large_build_and_of_a_large_import() throws IOException {
        Counted built = new Counted();
        assertThat(new Feed(large()).fill(built, () -> true)).isTrue();
        Counted imported = new Counted();
        imported.reached(-1);
        assertThat(new Feed(large()).follow(imported)).isEqualTo(1);
        for (Counted build : List.of(built, imported)) {
            assertThat(build.put).isEqualTo(COMPLAINTS);
            assertThat(build.mostUnseen)
                    .as("a build remembers each of these by its id")
                    .isLessThanOrEqualTo((long) Feed.REFRESHED_AFTER * Feed.BATCH);
        }
    }

    @Test
    void a_build_beside_is_seen_by_itself_when_it_is_whole_and_by_nobody_else() throws Exception {
        Office office = new Office();
        office.load(1, 0, 1_000);
        SearchIndex index = new SearchIndex(folder);
        new Follower<>(index, new Feed(office.source())).start();
        Generation answering = index.current().orElseThrow();
        Beside<Generation> beside =
                new Beside<>(index, new Feed(office.source()), () -> {}, () -> true, new Respite(System::nanoTime));
        assertThat(beside.begin()).isTrue();
        Generation fresh = beside.taken();
        while (fresh == null) {
            Thread.onSpinWait();
            fresh = beside.taken();
        }
        try (View whole = fresh.view(true)) {
            assertThat(whole.digest().text())
                    .as("it remembers nothing any more of what it was given")
                    .isEqualTo(office.digest().text());
        }
        assertThat(index.current()).containsSame(answering);
        beside.giveUp(fresh);
        index.close();
    }
}
