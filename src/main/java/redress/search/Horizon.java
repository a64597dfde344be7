package redress.search;

import java.time.Duration;

/** Up to where everything can be found. One thread moves it, any number waits for it. */
final class Horizon {

    private long shown = Long.MIN_VALUE;

    /** Everything up to this position can be found from now on. */
    synchronized void reached(long position) {
        shown = position;
        notifyAll();
    }

    /** Waits until everything up to a position can be found; false when that takes longer than it may. */
    synchronized boolean await(long position, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (shown < position) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
