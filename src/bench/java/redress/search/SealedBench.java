package redress.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import redress.access.Sight;
import redress.bench.Bounds;

/**
 * A sealed index beside a plain one of the same complaints: CPU of the same questions in turns, memory outside of the
 * heap, time to open. Bound: at least 0.95 of the plain speed once it is open.
 */
public final class SealedBench {

    private static final int BLOCKS = 20;
    private static final int QUESTIONS = 60;
    private static final int WORDS = 30_000;
    private static final double BOUND = 0.95;
    private static final long MIB = 1 << 20;
    private static final Sight ALL = new Sight("bench", false, Set.of(Sight.OPEN, "sealed-1"), Set.of());

    private SealedBench() {}

    /** Arguments: {@code --docs N}, by default 50,000 complaints. */
    public static void main(String[] arguments) throws IOException {
        int docs = arguments.length == 2 && arguments[0].equals("--docs") ? Integer.parseInt(arguments[1]) : 50_000;
        Path root = Files.createTempDirectory("redress-sealed");
        try {
            measure(root, docs);
        } finally {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void measure(Path root, int docs) throws IOException {
        IndexFiles files = new IndexFiles(
                true,
                root.resolve("keys/open").toString(),
                root.resolve("keys/sealed").toString(),
                2048);
        build(new SearchIndex(root.resolve("plain")), docs);
        build(new SearchIndex(root.resolve("sealed"), files), docs);
        SearchIndex plain = new SearchIndex(root.resolve("plain"));
        opened(plain);
        long before = System.nanoTime();
        SearchIndex sealed = new SearchIndex(root.resolve("sealed"), files);
        opened(sealed);
        double opening = (System.nanoTime() - before) / 1e6;
        System.out.printf(
                "%,d complaints; files %,d MiB; opened sealed in %.0f ms into %,d MiB outside of the heap%n",
                docs, size(root.resolve("sealed")) / MIB, opening, files.memory() / MIB);
        compare(new Reading(plain, new Columns()), new Reading(sealed, new Columns()));
        plain.close();
        sealed.close();
    }

    private static void opened(SearchIndex index) throws IOException {
        if (index.open().isEmpty()) {
            throw new IllegalStateException("the index that was just built does not open");
        }
    }

    private static void compare(Reading plain, Reading sealed) {
        List<SearchQuery> questions = questions();
        double[] ratios = new double[BLOCKS];
        for (int block = -BLOCKS; block < BLOCKS; block++) {
            boolean plainFirst = block % 2 == 0;
            long first = cpu(plainFirst ? plain : sealed, questions);
            long second = cpu(plainFirst ? sealed : plain, questions);
            if (block >= 0) {
                ratios[block] = plainFirst ? (double) first / second : (double) second / first;
            }
        }
        Arrays.sort(ratios);
        double median = ratios[BLOCKS / 2];
        System.out.printf(
                "speed of sealed against plain, CPU: median %.3f (quartiles %.3f to %.3f), bound %.2f: %s%n",
                median, ratios[BLOCKS / 4], ratios[3 * BLOCKS / 4], BOUND, Bounds.judged(median >= BOUND));
    }

    private static long cpu(Reading reading, List<SearchQuery> questions) {
        long before = ManagementFactory.getThreadMXBean()
                .getThreadCpuTime(Thread.currentThread().threadId());
        long found = 0;
        for (SearchQuery question : questions) {
            found += reading.answer(question, ALL).count();
        }
        if (found == 0) {
            throw new IllegalStateException("the questions find nothing");
        }
        return ManagementFactory.getThreadMXBean()
                        .getThreadCpuTime(Thread.currentThread().threadId())
                - before;
    }

    private static List<SearchQuery> questions() {
        Random random = new Random(3);
        List<SearchQuery> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String one = word(random);
            String two = word(random);
            questions.add(SearchQuery.of(
                    switch (i % 4) {
                        case 0 -> one + " " + two;
                        case 1 -> one + " | " + two;
                        case 2 -> '"' + one + " " + word(random) + '"' + " | " + two;
                        default -> one.substring(0, Math.min(4, one.length())) + "* " + two;
                    }));
        }
        return questions;
    }

    private static void build(SearchIndex index, int docs) throws IOException {
        Random random = new Random(1);
        Generation generation = index.begin();
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (int id = 1; id <= docs; id++) {
            sheets.add(sheet(id, random));
            if (sheets.size() == 400 || id == docs) {
                generation.replace(sheets.stream().map(ComplaintSheet::id).toList(), sheets);
                sheets.clear();
            }
        }
        generation.reached(docs);
        generation.refresh();
        generation.commit();
        index.serve(generation);
        index.close();
    }

    private static ComplaintSheet sheet(long id, Random random) {
        int year = 2005 + random.nextInt(20);
        long received = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toEpochDay() * 86_400;
        StringBuilder text = new StringBuilder();
        for (int i = 60 + random.nextInt(120); i > 0; i--) {
            text.append(word(random)).append(' ');
        }
        return new ComplaintSheet(id, year + "-" + id, 1, received)
                .seenBy(random.nextInt(20) == 0 ? "sealed-1" : Sight.OPEN, null)
                .put(Dimension.YEAR, Integer.toString(year))
                .put(Dimension.STAGE, random.nextBoolean() ? "CLOSED" : "SCREENING")
                .put(Dimension.UNIT, "police/" + random.nextInt(300))
                .put(Dimension.CATEGORY, "C" + random.nextInt(80))
                .say(TextField.NARRATIVE, text.toString());
    }

    /** Zipf's law with exponent 1 over invented words: rank r comes up in proportion to 1 / r. */
    private static String word(Random random) {
        int rank = (int) Math.pow(WORDS, random.nextDouble());
        StringBuilder word = new StringBuilder();
        for (long rest = rank * 2_654_435_761L % 456_976 + 456_976; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        }
    }
}
