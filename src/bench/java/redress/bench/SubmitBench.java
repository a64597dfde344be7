package redress.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
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
 * the answer. The server is warm when it counts: blocks are sent until three in a row differ by less than a twentieth.
 */
public final class SubmitBench {

    private static final int EACH = 4_000;
    /** In rounds: the JVM's compiler is at work for the first two hundred thousand submissions. */
    private static final int FEWEST_WARMING = 50;

    private static final int MOST_WARMING = 60;
    private static final double STEADY = 0.05;

    private final Stack stack;
    private final int concurrency;
    private final AtomicLong serial = new AtomicLong();

    private SubmitBench(Stack stack, int concurrency) {
        this.stack = stack;
        this.concurrency = concurrency;
    }

    /**
     * Prints one line a round and the median ratio; the arguments are the number of rounds (5) and how many send at
     * once (64).
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        Instance instance = new Instance(home, home.resolve("bench"));
        Stack.Plan plan = Stack.Plan.of(Path.of("target/redress.war")).fresh();
        try (Stack stack = Stack.start(instance, plan, new Progress(System.out))) {
            new SubmitBench(stack, number(arguments, 1, 64)).run(number(arguments, 0, 5));
        }
    }

    private static int number(String[] arguments, int index, int usual) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
    }

    private void run(int rounds) throws Exception {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_row (id BIGINT NOT NULL PRIMARY KEY, words VARCHAR(200) NOT NULL)");
        }
        warm();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Cost before = cost();
            double submitted = submissions(EACH);
            Cost spent = cost().minus(before);
            double committed = commits(EACH);
            ratios.add(submitted / committed);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %.0f submissions/s, %.0f bare commits/s, ratio %.3f; CPU of a submission: %s%n",
                    round,
                    submitted,
                    committed,
                    submitted / committed,
                    spent.each(EACH));
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "submit: median ratio %.3f of bare commits at concurrency %d (goal at least 0.2): %s%n",
                ratios.get(ratios.size() / 2),
                concurrency,
                Bounds.judged(ratios.get(ratios.size() / 2) >= 0.2));
    }

    /** Something done again and again by one of the workers, over a connection of its own. */
    private interface Work extends AutoCloseable {
        void once() throws Exception;
    }

    /** Makes the work of one worker, with a connection of its own. */
    private interface Worker {
        Work work() throws Exception;
    }

    /** Until the rate stands still, or for so long that it never will. */
    private void warm() throws Exception {
        List<Double> rates = new ArrayList<>();
        boolean steady = false;
        while (!steady && rates.size() < MOST_WARMING) {
            rates.add(submissions(EACH));
            commits(EACH);
            List<Double> last = rates.subList(Math.max(0, rates.size() - 3), rates.size());
            double slowest = last.stream().mapToDouble(rate -> rate).min().orElseThrow();
            double fastest = last.stream().mapToDouble(rate -> rate).max().orElseThrow();
            steady = rates.size() >= FEWEST_WARMING && fastest - slowest < STEADY * fastest;
        }
        System.out.printf(
                Locale.ROOT,
                "warmed up with %,d submissions, from %.0f/s to %.0f/s, %s%n",
                rates.size() * EACH,
                rates.getFirst(),
                rates.getLast(),
                steady ? "steady" : "not steady yet");
    }

    /** CPU time so far: the portal, the database, and this process, which is the client. */
    private record Cost(Duration portal, Duration database, Duration client) {
        Cost minus(Cost earlier) {
            return new Cost(
                    portal.minus(earlier.portal), database.minus(earlier.database), client.minus(earlier.client));
        }

        String each(int count) {
            return String.format(
                    Locale.ROOT,
                    "portal %.2f ms, database %.2f ms, client %.2f ms",
                    portal.toNanos() / 1e6 / count,
                    database.toNanos() / 1e6 / count,
                    client.toNanos() / 1e6 / count);
        }
    }

    private Cost cost() {
        return new Cost(
                stack.portal().process().processorTime(),
                stack.database().process().processorTime(),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private double submissions(int count) throws Exception {
        return rate(count, () -> {
            Wire wire = new Wire(stack.portal().url());
            return new Work() {
                @Override
                public void once() throws Exception {
                    int status = wire.post("/api/v1/complaints", "application/json", body());
                    if (status != 201) {
                        throw new IllegalStateException("The portal answered " + status);
                    }
                }

                @Override
                public void close() throws Exception {
                    wire.close();
                }
            };
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
            return new Work() {
                @Override
                public void once() throws Exception {
                    insert.setLong(1, serial.incrementAndGet());
                    insert.setString(2, "one row, committed on its own, of about the size of a short sentence");
                    insert.executeUpdate();
                }

                @Override
                public void close() throws Exception {
                    connection.close();
                }
            };
        });
    }

    private double rate(int count, Worker worker) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(concurrency)) {
            List<Work> each = new ArrayList<>();
            for (int i = 0; i < concurrency; i++) {
                each.add(worker.work());
            }
            long begin = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (Work work : each) {
                running.add(workers.submit(() -> {
                    for (int i = 0; i < count / concurrency; i++) {
                        work.once();
                    }
                    return null;
                }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
            double rate = count / concurrency * concurrency * 1e9 / (System.nanoTime() - begin);
            for (Work work : each) {
                work.close();
            }
            return rate;
        }
    }
}
