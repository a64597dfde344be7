package redress.wiring;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that is done in rounds on a thread of its own for as long as the portal runs. A round follows at once where the
 * last one left something, otherwise when somebody wakes the shift, and now and then without. A round that fails is
 * told in the log and tried again after a pause; it never ends the shift.
 */
public final class Shift {

    private static final System.Logger LOG = System.getLogger(Shift.class.getName());

    private final Callable<Boolean> round;
    private final Pauses pauses;
    private final Supplier<Duration> gather;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread worker;

    /**
     * How long the shift waits.
     *
     * @param poll for somebody to wake it, before it looks by itself
     * @param gather after it was woken, so that what comes in this span is done in one round
     * @param afterFailure before a round that failed is tried again, and for a round to end when the shift is stopped
     */
    public record Pauses(Duration poll, Duration gather, Duration afterFailure) {}

    /**
     * A shift that has not begun.
     *
     * @param name of its thread, and how it is called in the log
     * @param round does what there is to do; whether it left something
     */
    public Shift(String name, Pauses pauses, Callable<Boolean> round) {
        this(name, pauses, pauses::gather, round);
    }

    /**
     * A shift that has not begun, and gathers for as long as it is told each time.
     *
     * @param gather asked after the shift was woken; what {@code pauses} say of it does not count
     */
    public Shift(String name, Pauses pauses, Supplier<Duration> gather, Callable<Boolean> round) {
        this.round = round;
        this.pauses = pauses;
        this.gather = gather;
        this.worker = new Thread(this::work, name);
        worker.setDaemon(true);
    }

    /** Begins; once. */
    public void start() {
        worker.start();
    }

    /** Something has come that may be for it. */
    public void wake() {
        woken.release();
    }

    /** Lets the round that is under way come to its end, if that is soon, and begins no other. */
    public void stop() {
        stopped.countDown();
        woken.release();
        try {
            worker.join(pauses.afterFailure().toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@link #stop}, and does not wait for what the round waits for. */
    public void breakOff() {
        stopped.countDown();
        worker.interrupt();
        stop();
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) {
                if (!attempt() && woken.tryAcquire(pauses.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    pause(gather.get());
                    woken.drainPermits();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() throws InterruptedException {
        FutureTask<Boolean> attempt = new FutureTask<>(round);
        attempt.run();
        try {
            return attempt.get();
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the portal stops");
            }
            LOG.log(System.Logger.Level.WARNING, "A round of " + worker.getName() + " failed", broken.getCause());
            pause(pauses.afterFailure());
            return true;
        }
    }

    private void pause(Duration span) throws InterruptedException {
        boolean over = stopped.await(span.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(System.Logger.Level.TRACE, "paused, stopping: {0}", over);
    }
}
