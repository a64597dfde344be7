package redress.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long no build is begun of itself after one has failed. Each reads the whole database, and what made one fail,
 * such as a disk without room for a second index, is often there for longer: so it is some seconds at first, twice as
 * long after each further failure, and at most an hour, or less where nothing else answers. Whoever asks for a build
 * need not wait. Safe for several threads.
 */
final class Respite {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LongSupplier clock;
    private final Duration longest;
    private Duration length = Duration.ZERO;
    private long began;

    /** The clock only counts up, in nanoseconds. */
    Respite(LongSupplier clock) {
        this(clock, LONGEST);
    }

    private Respite(LongSupplier clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /** One of its own by the same clock, that never lasts longer than this. */
    Respite another(Duration atMost) {
        return new Respite(clock, atMost);
    }

    /** A build has failed. */
    synchronized void begin() {
        Duration twice = length.multipliedBy(2);
        length = twice.isZero() ? FIRST : twice.compareTo(longest) < 0 ? twice : longest;
        began = clock.getAsLong();
    }

    /** A build answers: the next failure is a first one again. */
    synchronized void end() {
        length = Duration.ZERO;
    }

    synchronized boolean lasts() {
        return clock.getAsLong() - began < length.toNanos();
    }
}
