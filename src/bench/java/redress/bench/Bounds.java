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

    /** The word for a part of what is asked for as a whole, which is told and decides nothing. */
    public static String told(boolean held) {
        return held ? "held" : "missed by this part alone";
    }

    /** How many were missed. */
    static int missed() {
        return MISSED.get();
    }
}
