package redress.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** What a run was asked to reach. A run that missed any of it ends with code 1, so that nobody has to read for it. */
public final class Bounds {

    private static final AtomicInteger MISSED = new AtomicInteger();

    private Bounds() {}

    /** The word for a bound that is asked for; a missed one is remembered. */
    public static String judged(boolean held) {
        if (!held) {
            MISSED.incrementAndGet();
        }
        return held ? "held" : "MISSED";
    }

    /** How many were missed. */
    static int missed() {
        return MISSED.get();
    }
}
