package redress.evidence;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redress.ledger.LedgerGrew;

/**
 * Has new documents read, one at a time, on a thread of its own. It wakes when the ledger has grown and looks now and
 * then for what other nodes left. The process that reads lives as long as documents wait, and a hundred documents at
 * most: whatever one of them left in it is gone with it.
 */
@Singleton
class ReadingRoom {

    private static final System.Logger LOG = System.getLogger(ReadingRoom.class.getName());
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST = 100;

    private final Reading reading;
    private final String classPath;
    private final Semaphore grown = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Inject
    ReadingRoom(Reading reading, @ConfigProperty(name = "redress.evidence.reader-path") Optional<String> classPath) {
        this.reading = reading;
        this.classPath = classPath.orElse("");
    }

    /** Starts after the migrations and after the index; without a reader documents are kept and not read. */
    void start(@Observes @Priority(2200) @Initialized(ApplicationScoped.class) Object started) {
        if (classPath.isBlank()) {
            LOG.log(System.Logger.Level.INFO, "No reader of documents is configured: their words are not searched.");
            return;
        }
        Thread worker = new Thread(this::work, "redress-reading");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void wake(@Observes LedgerGrew grew) {
        grown.release();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        Thread worker = thread;
        if (worker != null) {
            // It may wait for a reader, and that may take minutes.
            worker.interrupt();
            try {
                worker.join(AFTER_FAILURE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) {
                if (!attempt() && grown.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    grown.drainPermits();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** One round; a failure of any kind must not end the thread. Whether more may wait. */
    private boolean attempt() throws InterruptedException {
        FutureTask<Boolean> round = new FutureTask<>(this::round);
        round.run();
        try {
            return round.get();
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the portal stops");
            }
            LOG.log(System.Logger.Level.WARNING, "Documents wait: a round of reading failed.", broken.getCause());
            boolean over = stopped.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(System.Logger.Level.TRACE, "paused, stopping: {0}", over);
            return false;
        }
    }

    /** Reads what waits with one process; whether it was ended before all was read. */
    private boolean round() throws IOException, InterruptedException {
        Optional<Document> next = reading.take();
        if (next.isEmpty()) {
            return false;
        }
        try (Reader reader = Reader.start(classPath)) {
            for (int i = 0; i < MOST && next.isPresent(); i++) {
                Document document = next.get();
                Words words = reader.read(document.kind().type(), reading.content(document), LIMIT);
                reading.finish(document, words);
                if (!reader.alive()) {
                    return true;
                }
                next = i + 1 < MOST ? reading.take() : Optional.empty();
            }
        }
        return true;
    }
}
