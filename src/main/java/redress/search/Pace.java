package redress.search;

import java.time.Duration;

/**
 * How often what is new is shown. To show it costs the same for one complaint as for a hundred, so it is done at once
 * while little comes, and when much comes for no more than a set share of the time. Times are those of a clock that
 * only counts up, in nanoseconds. Not safe for several threads.
 */
final class Pace {

    private static final Duration LONGEST = Duration.ofMillis(500);

    /** From here on there is a crowd: showing costs by the time more than by what is shown. */
    private static final int MANY = 48;

    /** For each so many of a crowd that were shown together it rests once as long as showing them took. */
    private static final int SOME = 12;

    private final long rest;
    private long showAt;
    private long waiting;

    private Pace(long rest) {
        this.rest = rest;
    }

    /** Never waits. */
    static Pace atOnce() {
        return new Pace(0);
    }

    /**
     * After showing, rests as long as that took; where many were shown together longer, up to nineteen times as long.
     */
    static Pace aTwentieth() {
        return new Pace(19);
    }

    /** So much that is new has come and is not shown yet. */
    void came(int steps) {
        waiting += steps;
    }

    /** Whether to show it now. */
    boolean due(long now) {
        return waiting > 0 && now - showAt >= 0;
    }

    /** It was shown, in this time. */
    void shown(long began, long ended) {
        long times = Math.min(rest, waiting < MANY ? 1 : waiting / SOME);
        waiting = 0;
        showAt = ended + Math.min(times * (ended - began), LONGEST.toNanos());
    }

    /** How long it rests before anything can be shown again: what is taken meanwhile would not be seen sooner. */
    Duration rest(long now) {
        return Duration.ofNanos(Math.max(0, showAt - now));
    }

    /** How long nothing has to be done, if nothing comes. */
    Duration untilDue(long now, Duration idle) {
        long left = waiting > 0 ? Math.max(0, showAt - now) : idle.toNanos();
        return Duration.ofNanos(Math.min(left, idle.toNanos()));
    }
}
