package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;

class TurnTest {

    private static final int MANY = 8;

    @Test
    void never_do_two_read_at_the_same_time_and_all_get_their_turn() throws Exception {
        Turn turn = new Turn();
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService some = Executors.newFixedThreadPool(MANY)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                all.add(some.submit(() -> turn.take(() -> {
                    most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                    Thread.yield();
                    reading.decrementAndGet();
                    return number;
                })));
            }
            for (int i = 0; i < MANY; i++) {
                assertThat(all.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whoever_waits_too_slowis_told_to_come_back_and_a_turn_that_breaks_off_ends() throws Exception {
        Turn turn = new Turn(Duration.ofMillis(20));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> slow = other.submit(() -> turn.take(() -> {
                taken.countDown();
                return waited(done);
            }));
            taken.await();
            assertThatThrownBy(() -> turn.take(() -> true))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
            done.countDown();
            assertThat(slow.get()).isTrue();
        }
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(turn.take(() -> true)).isTrue();
    }

    private static boolean waited(CountDownLatch done) {
        try {
            done.await();
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
