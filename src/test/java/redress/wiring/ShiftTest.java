package redress.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds follow one another until the shift is stopped, whatever befalls one of them. */
class ShiftTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Shift.Pauses PAUSES = new Shift.Pauses(LONG, Duration.ZERO, Duration.ofMillis(5));

    private final Semaphore gone = new Semaphore(0);
    private Shift shift = new Shift("test", PAUSES, () -> false);

    @AfterEach
    void stop() {
        shift.stop();
    }

    private void begin(Shift.Pauses pauses, Callable<Boolean> round) {
        shift = new Shift("test", pauses, () -> {
            boolean more = round.call();
            gone.release();
            return more;
        });
        shift.start();
    }

    private boolean went(int rounds) throws InterruptedException {
        return gone.tryAcquire(rounds, 10, TimeUnit.SECONDS);
    }

    @Test
    void goes_on_at_once_while_a_round_leaves_something() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(4);
        begin(PAUSES, () -> left.decrementAndGet() > 0);
        assertThat(went(4)).isTrue();
        assertThat(gone.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void waits_until_it_is_woken() throws InterruptedException {
        begin(PAUSES, () -> false);
        assertThat(went(1)).isTrue();
        assertThat(gone.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
        shift.wake();
        assertThat(went(1)).isTrue();
    }

    @Test
    void looks_now_and_then_by_itself() throws InterruptedException {
        begin(new Shift.Pauses(Duration.ofMillis(5), Duration.ZERO, LONG), () -> false);
        assertThat(went(3)).isTrue();
    }

    @Test
    void gathers_for_as_long_as_it_is_told_each_time() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        shift = new Shift(
                "test", PAUSES, () -> asked.incrementAndGet() == 1 ? Duration.ZERO : Duration.ofSeconds(20), () -> {
                    gone.release();
                    return false;
                });
        shift.start();
        assertThat(went(1)).isTrue();
        shift.wake();
        assertThat(went(1)).isTrue();
        shift.wake();
        assertThat(gone.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_round_that_fails_is_tried_again() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        begin(PAUSES, () -> {
            if (tries.incrementAndGet() < 3) {
                throw new IOException("not yet");
            }
            return false;
        });
        assertThat(went(1)).isTrue();
        assertThat(tries).hasValue(3);
    }

    @Test
    void does_not_wait_for_a_round_that_is_broken_off() throws InterruptedException {
        Semaphore begun = new Semaphore(0);
        Semaphore never = new Semaphore(0);
        Semaphore interrupted = new Semaphore(0);
        begin(new Shift.Pauses(LONG, Duration.ZERO, Duration.ofSeconds(10)), () -> {
            begun.release();
            try {
                never.acquire();
            } finally {
                interrupted.release();
            }
            return true;
        });
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        shift.breakOff();
        assertThat(interrupted.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(gone.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void a_shift_that_never_began_can_be_stopped() {
        shift.breakOff();
        assertThat(gone.availablePermits()).isZero();
    }
}
