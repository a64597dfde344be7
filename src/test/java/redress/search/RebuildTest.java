package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

/** What becomes of a build beside the one that answers when something fails, stops or happens at the same time. */
@Timeout(60)
class RebuildTest {

    private static final String BUILDER = "redress-reindex";

    @TempDir
    Path folder;

    private final Office office = new Office();

    /** Each step that stands here fails once, and says so. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private void agrees(SearchIndex index) throws IOException {
        try (View view = index.view(true)) {
            assertThat(view.digest().text()).isEqualTo(office.digest().text());
        }
    }

    private static Path answering(SearchIndex index) {
        return index.current().orElseThrow().folder();
    }

    private Path generation(int serial) {
        return folder.resolve("generation-00000" + serial);
    }

    private static void untilRebuilt(Follower<Generation> follower) throws IOException, InterruptedException {
        while (follower.rebuilding()) {
            follower.turn();
        }
    }

    private Source reading(Function<Collection<Long>, List<ComplaintSheet>> read) {
        Source source = office.source();
        return new Source(
                source.after(), source.end(), read, source.ids(), source.batchIds(), source.renew(), source.lists());
    }

    private Source failing() {
        Source source = office.source();
        return reading(ids -> {
            if (failing.remove("read")) {
                throw new IllegalStateException("read failed");
            }
            return source.read().apply(ids);
        });
    }

    @SuppressWarnings("unchecked")
    private Builds<Generation> failing(SearchIndex index) {
        return (Builds<Generation>) Proxy.newProxyInstance(
                Builds.class.getClassLoader(), new Class<?>[] {Builds.class}, (proxy, method, arguments) -> {
                    if (failing.remove(method.getName())) {
                        if (method.getName().equals("discard")) {
                            // What cannot be deleted has been closed before.
                            ((Generation) arguments[0]).close();
                        }
                        throw new IOException(method.getName() + " failed");
                    }
                    return method.invoke(index, arguments);
                });
    }

    @Test
    void a_rebuild_that_fails_leaves_nothing_behind_and_can_be_asked_for_again() throws Exception {
        office.load(1, 0, 500);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(failing(index), new Feed(failing()));
        follower.start();

        failing.add("serve");
        assertThat(follower.rebuild()).isTrue();
        assertThatThrownBy(() -> untilRebuilt(follower)).hasMessage("serve failed");
        failing.add("read");
        assertThat(follower.rebuild()).isTrue();
        untilRebuilt(follower);
        assertThat(failing).isEmpty();
        assertThat(answering(index)).isEqualTo(generation(1));
        assertThat(generation(2)).doesNotExist();

        assertThat(follower.rebuild()).isTrue();
        untilRebuilt(follower);
        assertThat(answering(index)).isEqualTo(generation(2));
        agrees(index);
        index.close();
    }

    @Test
    void a_rebuild_that_can_neither_take_over_nor_be_deleted_can_be_asked_for_again() throws Exception {
        office.load(1, 0, 500);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(failing(index), new Feed(office.source()));
        follower.start();
        failing.addAll(List.of("serve", "discard"));
        assertThat(follower.rebuild()).isTrue();
        assertThatThrownBy(() -> untilRebuilt(follower))
                .as("the first failure is told, not the one that followed from it")
                .hasMessage("serve failed");
        assertThat(failing).isEmpty();
        assertThat(follower.rebuilding()).isFalse();

        follower.letGo(false);
        follower.start();
        assertThat(follower.rebuild()).isTrue();
        untilRebuilt(follower);
        assertThat(answering(index)).isNotEqualTo(generation(1));
        agrees(index);
        index.close();
    }

    @Test
    void a_build_that_is_gone_already_is_let_go_of() throws IOException {
        SearchIndex index = new SearchIndex(folder);
        Generation vain = index.begin();
        index.discard(vain);
        assertThat(generation(1)).doesNotExist();
        assertThatCode(() -> index.discard(vain)).doesNotThrowAnyException();
    }

    @Test
    void what_came_is_kept_at_a_stop_though_a_build_that_came_too_late_cannot_be_deleted() throws Exception {
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        new Follower<>(index, new Feed(office.source())).start();
        index.close();
        office.receive(900, 1, Sight.OPEN);

        Source source = office.source();
        CountDownLatch turning = new CountDownLatch(1);
        CompletableFuture<Thread> builder = new CompletableFuture<>();
        CompletableFuture<Follower<Generation>> stopping = new CompletableFuture<>();
        Source meeting = new Source(
                (position, limit) -> {
                    if (!Thread.currentThread().getName().equals(BUILDER)) {
                        // The build is whole after the last takeover that there could be, and before the stop.
                        turning.countDown();
                        joined(builder.join());
                    }
                    return source.after().apply(position, limit);
                },
                source.end(),
                ids -> {
                    if (Thread.currentThread().getName().equals(BUILDER)) {
                        awaited(turning);
                        builder.complete(Thread.currentThread());
                        stopping.join().stop();
                    }
                    return source.read().apply(ids);
                },
                source.ids(),
                source.batchIds());
        Follower<Generation> follower = new Follower<>(failing(index), new Feed(meeting));
        stopping.complete(follower);
        failing.add("discard");
        assertThat(follower.rebuild()).isTrue();
        follower.run();
        assertThat(failing).as("there was a build to delete").isEmpty();

        SearchIndex again = new SearchIndex(folder);
        assertThat(again.open().orElseThrow().position()).isEqualTo(1);
        again.close();
    }

    @Test
    void what_a_power_cut_left_of_the_note_that_a_build_is_needed_has_the_index_built_anew_once() throws Exception {
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        for (String left : List.of("", "\0\0\0\0")) {
            Path before = answering(index);
            Files.writeString(folder.resolve("outdated"), left);
            while (answering(index).equals(before) || follower.rebuilding()) {
                follower.turn();
            }
            assertThat(folder.resolve("outdated")).doesNotExist();
            agrees(index);
            follower.turn();
            assertThat(follower.rebuilding()).as("once is enough").isFalse();
        }
        index.close();
    }

    @Test
    void lists_of_the_country_that_changed_have_everything_read_anew_once_after_the_next_start() throws Exception {
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        new Follower<>(index, new Feed(office.source())).start();
        index.close();
        office.listsChanged(new ComplaintSheet(5, "N-5", 1, 5).put(Dimension.GROUP, "Force"));

        SearchIndex again = new SearchIndex(folder);
        Follower<Generation> follower = new Follower<>(again, new Feed(office.source()));
        follower.start();
        agrees(again);
        assertThat(inGroup(again)).as("a digest does not tell").isZero();
        follower.turn();
        assertThat(follower.rebuilding()).isTrue();
        untilRebuilt(follower);
        assertThat(inGroup(again)).isEqualTo(1);
        follower.letGo(false);

        SearchIndex last = new SearchIndex(folder);
        Follower<Generation> after = new Follower<>(last, new Feed(office.source()));
        after.start();
        after.turn();
        assertThat(after.rebuilding()).as("once is enough").isFalse();
        assertThat(inGroup(last)).isEqualTo(1);
        last.close();
    }

    private static long inGroup(SearchIndex index) {
        return new Reading(index, new Columns())
                .answer(SearchQuery.of(null, Map.of("group", List.of("Force")), null, 1), SheetExamples.EVERYTHING)
                .count();
    }

    @Test
    void what_a_power_cut_left_of_the_name_of_the_index_has_it_built_anew() throws Exception {
        office.load(1, 0, 100);
        for (String left : List.of("", "\0\0\0\0", "..")) {
            Files.writeString(folder.resolve("current"), left);
            SearchIndex index = new SearchIndex(folder);
            new Follower<>(index, new Feed(office.source())).start();
            agrees(index);
            index.close();
        }
    }

    @Test
    void a_rebuild_that_fails_again_and_again_is_tried_more_and_more_seldom_and_at_once_when_asked_for()
            throws Exception {
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        AtomicBoolean room = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        Source source = office.source();
        Source full = reading(ids -> {
            attempts.incrementAndGet();
            if (!room.get()) {
                throw new IllegalStateException("no room for a second index");
            }
            return source.read().apply(ids);
        });
        AtomicLong clock = new AtomicLong();
        Follower<Generation> follower = new Follower<>(index, new Feed(full), Pace.atOnce(), new Respite(clock::get));
        follower.start();
        room.set(false);
        attempts.set(0);
        office.importOthers(2);
        assertThat(attempts(follower, attempts)).isEqualTo(1);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(attempts(follower, attempts)).isEqualTo(2);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(attempts(follower, attempts)).isEqualTo(2);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(attempts(follower, attempts)).isEqualTo(3);
        Files.writeString(folder.resolve(SearchIndex.REQUEST), "");
        assertThat(attempts(follower, attempts)).as("asked for").isEqualTo(4);
        for (int hour = 1; hour <= 10; hour++) {
            clock.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(attempts(follower, attempts)).as("an hour is enough").isEqualTo(4 + hour);
        }

        room.set(true);
        clock.addAndGet(Duration.ofHours(1).toNanos());
        attempts(follower, attempts);
        assertThat(answering(index)).isNotEqualTo(generation(1));
        assertThat(index.outdated()).isEmpty();
        room.set(false);
        office.importOthers(3);
        attempts.set(0);
        attempts(follower, attempts);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(attempts(follower, attempts)).as("a first failure again").isEqualTo(2);
        index.close();
    }

    /** How often it was tried after some more turns, the last of them when nothing is built any more. */
    private static int attempts(Follower<Generation> follower, AtomicInteger attempts) throws Exception {
        for (int turn = 0; turn < 10 || follower.rebuilding(); turn++) {
            follower.ring();
            follower.turn();
        }
        return attempts.get();
    }

    /** A source that lets the builder beside read no complaint before it may. */
    private Source holding(CountDownLatch begun, CountDownLatch goOn) {
        Source source = office.source();
        return reading(ids -> {
            if (Thread.currentThread().getName().equals(BUILDER)) {
                begun.countDown();
                awaited(goOn);
            }
            return source.read().apply(ids);
        });
    }

    @Test
    void a_rebuild_that_is_asked_for_while_the_index_is_first_filled_takes_over_after_it() throws Exception {
        office.load(1, 0, 1_000);
        SearchIndex index = new SearchIndex(folder);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Source source = holding(begun, goOn);
        CompletableFuture<Follower<Generation>> filling = new CompletableFuture<>();
        Follower<Generation> follower = new Follower<>(
                index,
                new Feed(new Source(
                        source.after(),
                        source.end(),
                        ids -> {
                            if (!Thread.currentThread().getName().equals(BUILDER) && begun.getCount() > 0) {
                                assertThat(filling.join().rebuild()).isTrue();
                                awaited(begun);
                            }
                            return source.read().apply(ids);
                        },
                        source.ids(),
                        source.batchIds())));
        filling.complete(follower);
        follower.start();
        assertThat(answering(index)).isEqualTo(generation(1));
        assertThat(generation(2)).exists();
        goOn.countDown();
        untilRebuilt(follower);
        assertThat(answering(index)).isEqualTo(generation(2));
        agrees(index);
        index.close();
    }

    @Test
    void a_build_beside_an_index_that_turns_out_to_be_broken_goes_on_and_takes_over() throws Exception {
        office.load(1, 0, 1_000);
        SearchIndex index = new SearchIndex(folder);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Follower<Generation> follower = new Follower<>(index, new Feed(holding(begun, goOn)));
        follower.start();
        assertThat(follower.rebuild()).isTrue();
        awaited(begun);
        follower.letGo(true);
        follower.start();
        assertThat(answering(index)).isEqualTo(generation(3));
        assertThat(generation(1)).doesNotExist();
        office.erase(5);
        catchUp(follower);
        assertThat(generation(2))
                .as("it takes out by itself what is erased meanwhile")
                .exists();
        goOn.countDown();
        untilRebuilt(follower);
        assertThat(answering(index)).isEqualTo(generation(2));
        agrees(index);

        // The one that answers stands before the other in their order now.
        office.erase(6);
        catchUp(follower);
        assertThat(generation(3))
                .as("what is erased leaves what answered before")
                .doesNotExist();
        agrees(index);
        index.close();
    }

    @Test
    void a_build_that_a_kill_broke_off_is_deleted_at_the_next_start_wherever_it_stands() throws Exception {
        office.load(1, 0, 100);
        SearchIndex index = new SearchIndex(folder);
        index.begin().close();
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        index.begin().close();
        index.close();
        assertThat(generation(1)).exists();
        assertThat(generation(3)).exists();

        SearchIndex again = new SearchIndex(folder);
        new Follower<>(again, new Feed(office.source())).start();
        assertThat(answering(again)).isEqualTo(generation(2));
        assertThat(generation(1)).doesNotExist();
        assertThat(generation(3)).doesNotExist();
        again.close();
    }

    private static void catchUp(Follower<Generation> follower) throws IOException, InterruptedException {
        while (follower.lag() > 0) {
            follower.turn();
        }
    }

    private static void joined(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
