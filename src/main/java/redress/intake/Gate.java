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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redress.complaint.ReceiptCode;
import redress.wiring.Part;

/**
 * Lets arrivals that come at the same time share one transaction: while one is being kept the next ones gather, and
 * whoever comes first then takes all of them along. One flush to the disk and one round of statements serve them all;
 * an arrival that comes alone waits for nobody. Where a transaction fails, each of its arrivals is tried again by
 * itself, so that none fails for another's sake.
 */
@Part
class Gate {

    private static final System.Logger LOG = System.getLogger(Gate.class.getName());
    /** Together at most; a longer transaction would hold up those in it more than it spares. */
    private static final int MOST = 64;

    private final Entering entering;
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock passage = new ReentrantLock();

    @Inject
    Gate(Entering entering) {
        this.entering = entering;
    }

    /** An arrival and, once it was dealt with, its entry; both change hands under the lock of the passage. */
    private static final class Ticket {
        private final Arrival arrival;
        private @Nullable Entry entry;
        private boolean alone;

        Ticket(Arrival arrival) {
            this.arrival = arrival;
        }

        ReceiptCode code() {
            return arrival.submission().code();
        }
    }

    /** Keeps an arrival, durably, or says why not; throws what the transaction throws. */
    Entry enter(Arrival arrival) {
        Ticket ticket = new Ticket(arrival);
        waiting.add(ticket);
        Entry entry = waitFor(ticket);
        return entry != null ? entry : entering.enter(List.of(arrival)).getFirst();
    }

    /** The entry, or null where the arrival has to be tried by itself. */
    private @Nullable Entry waitFor(Ticket ticket) {
        passage.lock();
        try {
            while (ticket.entry == null && !ticket.alone) {
                pass(next());
            }
            return ticket.entry;
        } finally {
            passage.unlock();
        }
    }

    /** Those who wait; of equal receipt codes the first, since the others want to see what became of it. */
    private List<Ticket> next() {
        List<Ticket> together = new ArrayList<>();
        List<Ticket> later = new ArrayList<>();
        Set<ReceiptCode> codes = new HashSet<>();
        while (together.size() < MOST) {
            Ticket ticket = waiting.poll();
            if (ticket == null) {
                break;
            }
            (codes.add(ticket.code()) ? together : later).add(ticket);
        }
        waiting.addAll(later);
        return together;
    }

    private void pass(List<Ticket> together) {
        List<Arrival> arrivals = together.stream().map(ticket -> ticket.arrival).toList();
        FutureTask<List<Entry>> task = new FutureTask<>(() -> entering.enter(arrivals));
        task.run();
        if (task.state() == Future.State.SUCCESS) {
            List<Entry> entries = task.resultNow();
            for (int i = 0; i < together.size(); i++) {
                together.get(i).entry = entries.get(i);
            }
            return;
        }
        together.forEach(ticket -> ticket.alone = true);
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} arrivals are tried one by one after {1}",
                together.size(),
                task.exceptionNow().getClass().getName());
    }
}
