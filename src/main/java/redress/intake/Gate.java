package redress.intake;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import redress.complaint.ReceiptCode;
import redress.wiring.Part;

/**
 * Lets arrivals that come at the same time share one transaction: while some are being kept the next ones gather, and
 * whoever comes first then takes all of them along. One flush to the disk and one round of statements serve them all;
 * an arrival that comes alone waits for nobody. Where a transaction fails, each of its arrivals is tried again by
 * itself, so that none fails for another's sake.
 */
@Part
class Gate {

    private static final System.Logger LOG = System.getLogger(Gate.class.getName());
    /** Together at most; a longer transaction would hold up those in it more than it spares. */
    private static final int MOST = 64;

    private static final int HALF = MOST / 2;
    private static final int FEW = MOST / 8;
    /** Transactions at once: while one waits for the database or its disk, the other makes use of the processor. */
    private static final int WAYS = 2;

    private final Entering entering;
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore door = new Semaphore(1);
    private final Semaphore ways = new Semaphore(WAYS);

    @Inject
    Gate(Entering entering) {
        this.entering = entering;
    }

    /** An arrival and, once it was dealt with, its entry; the call hands both from thread to thread. */
    private static final class Ticket {
        private final Arrival arrival;
        private final Semaphore called = new Semaphore(0);
        private @Nullable Entry entry;
        /** Somebody takes it along, so it need not lead. */
        private volatile boolean taken;

        private volatile boolean over;

        Ticket(Arrival arrival) {
            this.arrival = arrival;
        }

        ReceiptCode code() {
            return arrival.submission().code();
        }

        /** With its entry, or with none: then it has to be tried by itself. */
        void settle(@Nullable Entry given) {
            entry = given;
            over = true;
            called.release();
        }
    }

    /** Keeps an arrival, durably, or says why not; throws what the transaction throws. */
    Entry enter(Arrival arrival) {
        Ticket ticket = new Ticket(arrival);
        waiting.add(ticket);
        Entry entry = waitFor(ticket);
        return entry != null ? entry : entering.enter(List.of(arrival)).getFirst();
    }

    /**
     * The entry, or null where the arrival has to be tried by itself. Whoever finds the door free takes all who wait
     * along, and calls the next to do the same. Nobody is forgotten: who has joined the queue either finds the door
     * free or is seen by the one who leaves it.
     */
    private @Nullable Entry waitFor(Ticket ticket) {
        while (!ticket.over) {
            if (!ticket.taken && door.tryAcquire()) {
                lead();
            } else {
                ticket.called.acquireUninterruptibly();
            }
        }
        return ticket.entry;
    }

    /** While both ways are taken it waits at the door, and more come to be taken along. */
    private void lead() {
        List<Ticket> together = List.of();
        ways.acquireUninterruptibly();
        try {
            try {
                together = next();
            } finally {
                door.release();
                callNext();
            }
            pass(together);
        } finally {
            ways.release();
        }
    }

    private void callNext() {
        Ticket first = waiting.peek();
        if (first != null) {
            first.called.release();
        }
    }

    /** Those who wait; of equal receipt codes the first, since the others want to see what became of it. */
    private List<Ticket> next() {
        List<Ticket> together = new ArrayList<>();
        List<Ticket> later = new ArrayList<>();
        Set<ReceiptCode> codes = new HashSet<>();
        int most = even(waiting.size());
        while (together.size() < most) {
            Ticket ticket = waiting.poll();
            if (ticket == null) {
                break;
            }
            (codes.add(ticket.code()) ? together : later).add(ticket);
        }
        waiting.addAll(later);
        together.forEach(ticket -> ticket.taken = true);
        return together;
    }

    /**
     * The largest size of a transaction for so many. Statements differ with the number of their rows, and driver and
     * database remember those that they know: few sizes come again sooner.
     */
    static int even(int waiting) {
        int least = Math.min(waiting, MOST);
        if (least <= FEW) {
            return least;
        }
        return least - least % (least <= HALF ? FEW / 2 : FEW);
    }

    private void pass(List<Ticket> together) {
        if (together.isEmpty()) {
            return;
        }
        List<Arrival> arrivals = together.stream().map(ticket -> ticket.arrival).toList();
        FutureTask<List<Entry>> task = new FutureTask<>(() -> entering.enter(arrivals));
        task.run();
        if (task.state() == Future.State.SUCCESS) {
            List<Entry> entries = task.resultNow();
            for (int i = 0; i < together.size(); i++) {
                together.get(i).settle(entries.get(i));
            }
            return;
        }
        together.forEach(ticket -> ticket.settle(null));
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} arrivals are tried one by one after {1}",
                together.size(),
                task.exceptionNow().getClass().getName());
    }
}
