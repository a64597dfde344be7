package redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From the answer to a complaint, which comes right after its commit, until a search of its own finds it, while a
 * hundred complaints a second arrive on a fixed schedule. Every tenth has a word of its own that is asked for again and
 * again until it is found.
 */
final class FreshPart {

    private static final int SECONDS = 30;
    /** Until the portal has compiled what it does here: the first quarter of a minute is several times slower. */
    private static final int WARMING = 60;

    private static final int A_SECOND = 100;
    private static final int WATCHED = 10;
    private static final int SENDERS = 16;
    /** Asking more often would keep the portal busy with being measured; what is told is later by as much at most. */
    private static final int POLL_EVERY_MILLIS = 20;

    private static final double BOUND = 150;

    private final LoadedPortal portal;
    private final ConcurrentLinkedQueue<Wire> wires = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<PortalEngine> seekers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> shown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    private FreshPart(LoadedPortal portal) {
        this.portal = portal;
    }

    /** Sends and looks, and prints one line. */
    static void run(LoadedPortal portal) throws Exception {
        new FreshPart(portal).measure();
    }

    private void measure() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(SENDERS);
        ExecutorService looking = Executors.newFixedThreadPool(WATCHED);
        for (int i = 0; i < (WARMING + SECONDS) * A_SECOND; i++) {
            int number = i;
            all.add(clock.schedule(
                    () -> {
                        send(number, looking);
                        return null;
                    },
                    i * 1_000L / A_SECOND,
                    TimeUnit.MILLISECONDS));
        }
        for (Future<?> each : all) {
            each.get();
        }
        clock.shutdown();
        looking.shutdown();
        tell(looking.awaitTermination(1, TimeUnit.MINUTES));
        for (Wire wire : wires) {
            wire.close();
        }
        for (PortalEngine seeker : seekers) {
            seeker.close();
        }
    }

    private void tell(boolean ended) {
        double[] times = shown.stream().mapToDouble(each -> each).toArray();
        double p99 = Turns.quantile(times, 0.99);
        System.out.printf(
                Locale.ROOT,
                "fresh: %d complaints/s for %d s, %d of them looked for: found after p50 %.0f ms, p99 %.0f ms, asked for"
                        + " at most %.0f: %s%s%n",
                A_SECOND,
                SECONDS,
                times.length,
                Turns.quantile(times, 0.5),
                p99,
                BOUND,
                Bounds.judged(p99 <= BOUND && refused.get() == 0),
                refused.get() == 0 && ended ? "" : " (" + refused.get() + " refused)");
    }

    private void send(int number, ExecutorService looking) throws Exception {
        Wire own = wires.poll();
        Wire wire = own == null ? new Wire(portal.stack().portal().url()) : own;
        String word = word(number);
        int status = wire.post(
                "/api/v1/complaints",
                "application/json",
                "{\"narrative\":\"They stopped the taxi at the bridge after nine at night. " + word
                        + " asked each of us for money before they let us go on.\",\"categories\":[\"other\"]}");
        long answered = System.nanoTime();
        if (status != 201) {
            refused.incrementAndGet();
        } else if (number % (A_SECOND / WATCHED) == 0) {
            looking.submit(() -> {
                look(word, answered, number >= WARMING * A_SECOND);
                return null;
            });
        }
        wires.add(wire);
    }

    private void look(String word, long answered, boolean counts) throws Exception {
        PortalEngine own = seekers.poll();
        PortalEngine seeker = own == null ? new PortalEngine(portal.stack()) : own;
        while (!seeker.get("/api/v1/search?size=1&facets=stage&q=" + word).contains("\"count\":1,")) {
            Thread.sleep(POLL_EVERY_MILLIS);
        }
        if (counts) {
            shown.add((System.nanoTime() - answered) / 1e6);
        }
        seekers.add(seeker);
    }

    /** Letters only, so that it is one word, and of a beginning that no other word has. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("qx");
        for (int rest = number + 26 * 26 * 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.append("xq").toString();
    }
}
