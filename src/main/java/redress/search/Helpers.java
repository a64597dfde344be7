package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import redress.wiring.Part;

/**
 * Hands for a part of a search, as many as there are processors beside the one that searches already. Whoever asks for
 * help does what no hand has taken up by then, so that nobody ever waits for a busy one.
 */
@Part
class Helpers implements Executor {

    private final int many;
    private final ThreadPoolExecutor hands;

    @Inject
    Helpers() {
        this(Runtime.getRuntime().availableProcessors() - 1);
    }

    Helpers(int many) {
        this.many = many;
        hands = new ThreadPoolExecutor(
                Math.max(1, many), Math.max(1, many), 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), Helpers::hand);
        hands.allowCoreThreadTimeOut(true);
    }

    /** Nobody: all is done by the thread that asks. */
    static Helpers none() {
        return new Helpers(0);
    }

    /** Whether there is anybody. */
    boolean any() {
        return many > 0;
    }

    @Override
    public void execute(Runnable work) {
        if (any()) {
            hands.execute(work);
        }
    }

    /**
     * What the parts come to, in their order; the first is done by the thread that asks.
     *
     * @throws IOException what one of them throws
     */
    <T> List<T> all(List<Callable<T>> parts) throws IOException {
        List<FutureTask<T>> tasks = parts.stream().map(FutureTask::new).toList();
        tasks.stream().skip(1).forEach(this::execute);
        // One that a hand has taken up already is not run again.
        tasks.forEach(FutureTask::run);
        List<T> done = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            done.add(done(task));
        }
        return done;
    }

    private static <T> T done(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof IOException unread) {
                throw unread;
            }
            throw new IOException("a part of a search failed", broken.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("a search was interrupted", stopping);
        }
    }

    private static Thread hand(Runnable work) {
        Thread thread = new Thread(work, "redress-search-helper");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        hands.shutdown();
    }
}
