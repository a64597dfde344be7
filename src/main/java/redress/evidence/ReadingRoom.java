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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.ledger.LedgerGrew;
import redress.wiring.Shift;

/**
 * Has new documents read, one at a time, on a thread of its own. It wakes when the ledger has grown and looks now and
 * then for what other nodes left. The process that reads lives as long as documents wait, and a hundred documents at
 * most: whatever one of them left in it is gone with it.
 */
@Singleton
class ReadingRoom {

    private static final System.Logger LOG = System.getLogger(ReadingRoom.class.getName());
    private static final Shift.Pauses PAUSES =
            new Shift.Pauses(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST = 100;

    private final Reading reading;
    private final String classPath;
    private final Shift shift = new Shift("redress-reading", PAUSES, this::round);

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
        Reader.sweep();
        shift.start();
    }

    void wake(@Observes LedgerGrew grew) {
        shift.wake();
    }

    /** It may wait for a reader, and that may take minutes. */
    @PreDestroy
    void stop() {
        shift.breakOff();
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
                Optional<byte[]> content = reading.content(document);
                if (content.isPresent()) {
                    reading.finish(document, reader.read(document.kind().type(), content.get(), LIMIT));
                }
                if (!reader.alive()) {
                    return true;
                }
                next = i + 1 < MOST ? reading.take() : Optional.empty();
            }
        }
        return true;
    }
}
