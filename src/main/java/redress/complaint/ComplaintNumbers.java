package redress.complaint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Draws complaint numbers such as 2026-000123. A node takes a small block at a time in a transaction of its own, so
 * that submissions do not queue behind one counter row; a number that was drawn in vain is used for the next one. After
 * a crash the rest of a block stays unused: a gap in the numbers proves nothing, the ledger does (docs/decisions/0006).
 */
@Singleton
public class ComplaintNumbers {

    private static final int DIGITS = 6;
    private static final int SMALLEST = 20;
    /** In a crowd, so that not all wait for the database several times a second; a crash leaves as large a gap. */
    private static final int LARGEST = 2560;
    /** A block that lasted no longer than this was too small. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final NumberBlocks blocks;
    private final InstantSource clock;
    private final Deque<String> free = new ArrayDeque<>();
    private int year;
    private int block = SMALLEST;
    private Instant drawnAt = Instant.EPOCH;

    @Inject
    ComplaintNumbers(NumberBlocks blocks, InstantSource clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    /** A number that nobody else has. */
    public synchronized String draw() {
        Instant at = clock.instant();
        int now = at.atOffset(ZoneOffset.UTC).getYear();
        if (now != year) {
            free.clear();
            year = now;
        }
        if (free.isEmpty()) {
            boolean tooSmall = at.isBefore(drawnAt.plus(SHORT));
            block = tooSmall ? Math.min(2 * block, LARGEST) : SMALLEST;
            drawnAt = at;
            int first = blocks.take(now, block);
            for (int serial = first; serial < first + block; serial++) {
                String digits = Integer.toString(serial);
                free.add(now + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits);
            }
        }
        return free.removeFirst();
    }

    /** Takes back a number whose submission did not come about. */
    public synchronized void giveBack(String number) {
        if (number.startsWith(year + "-")) {
            free.addFirst(number);
        }
    }
}
