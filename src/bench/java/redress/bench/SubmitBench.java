package redress.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import redress.launch.Instance;
import redress.launch.Progress;
import redress.launch.Stack;

/**
 * Submissions per second through HTTP beside bare single-row commits on the same database, at the same concurrency, in
 * turn in one run. Client, server and database share the machine. Each submission is a whole complaint: validated,
 * numbered, with a subject, an allegation, a sealed identity, an act in the ledger and a signed receipt, durable before
 * the answer.
 */
public final class SubmitBench {

    private static final int CONCURRENCY = 8;
    private static final int ROUNDS = 5;
    private static final int WARM = 3_000;
    private static final int EACH = 4_000;

    private final Stack stack;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong serial = new AtomicLong();

    private SubmitBench(Stack stack) {
        this.stack = stack;
    }

    /** Prints one line a round and the median ratio. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        Instance instance = new Instance(home, home.resolve("bench"));
        Stack.Plan plan = Stack.Plan.of(Path.of("target/redress.war")).fresh();
        try (Stack stack = Stack.start(instance, plan, new Progress(System.out))) {
            new SubmitBench(stack).run();
        }
    }

    private void run() throws Exception {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_row (id BIGINT NOT NULL PRIMARY KEY, words VARCHAR(200) NOT NULL)");
        }
        submissions(WARM);
        commits(WARM);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            double submitted = submissions(EACH);
            double committed = commits(EACH);
            ratios.add(submitted / committed);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %.0f submissions/s, %.0f bare commits/s, ratio %.3f%n",
                    round,
                    submitted,
                    committed,
                    submitted / committed);
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "submit: median ratio %.3f of bare commits at concurrency %d (goal at least 0.2)%n",
                ratios.get(ratios.size() / 2),
                CONCURRENCY);
    }

    /** Something done once by one of the workers. */
    private interface Work {
        void once() throws Exception;
    }

    /** Work with what it keeps open. */
    private interface Worker extends AutoCloseable {
        Work work() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    private double submissions(int count) throws Exception {
        URI address = URI.create(stack.portal().url() + "/api/v1/complaints");
        return rate(count, () -> () -> {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body()))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("The portal answered " + answer.statusCode());
            }
        });
    }

    private String body() {
        long next = serial.incrementAndGet();
        return "{\"narrative\":\"Bench complaint " + next
                + ". They stopped the taxi at the bridge after nine at night and"
                + " asked each of us for money before they let us go on. One of them had a torn sleeve.\","
                + "\"categories\":[\"other\"],\"officers\":[{\"description\":\"tall, torn sleeve\"}],"
                + "\"contact\":{\"name\":\"Bench Person\",\"way\":\"phone\",\"address\":\"000\"}}";
    }

    private double commits(int count) throws Exception {
        return rate(count, () -> {
            Connection connection = stack.database().connect();
            PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_row (id, words) VALUES (?, ?)");
            return () -> {
                insert.setLong(1, serial.incrementAndGet());
                insert.setString(2, "one row, committed on its own, of about the size of a short sentence");
                insert.executeUpdate();
            };
        });
    }

    private static double rate(int count, Worker worker) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(CONCURRENCY)) {
            List<Work> each = new ArrayList<>();
            for (int i = 0; i < CONCURRENCY; i++) {
                each.add(worker.work());
            }
            long begin = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (Work work : each) {
                running.add(workers.submit(() -> {
                    for (int i = 0; i < count / CONCURRENCY; i++) {
                        work.once();
                    }
                    return null;
                }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
            return count * 1e9 / (System.nanoTime() - begin);
        }
    }
}
