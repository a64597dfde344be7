package redress.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import redress.access.Sight;
import redress.bench.Bounds;

/**
 * One complaint against all watches, beside each watch run against an index of that one complaint: CPU in turns, on the
 * same complaints, with the same matches. Bound: at least 100 times faster at 10,000 watches.
 */
public final class WatchBench {

    private static final int BLOCKS = 12;
    private static final int WARM_UP = 4;
    private static final int COMPLAINTS = 10;
    private static final int WORDS = 30_000;
    /** The rank from which on a word is in fewer than one in eighty complaints of 120 words. */
    private static final int SELDOM = 1_000;

    private static final double BOUND = 100;

    private WatchBench() {}

    /** Arguments: {@code --watches N}, by default 10,000. */
    public static void main(String[] arguments) throws IOException {
        int watches =
                arguments.length == 2 && arguments[0].equals("--watches") ? Integer.parseInt(arguments[1]) : 10_000;
        // Whoever leaves a search on watch looks for something seldom: a word that one complaint in eighty says or
        // fewer.
        measure("words as common as in the complaints", watches, 1);
        measure("words of which one in eighty complaints says the commonest", watches, SELDOM);
    }

    private static void measure(String what, int watches, int commonest) throws IOException {
        System.out.println(what + ":");
        Random random = new Random(5);
        Map<Long, SearchQuery> searches = searches(watches, commonest, random);
        try (Lookout lookout = new Lookout(new Words())) {
            long before = System.nanoTime();
            lookout.add(searches);
            System.out.printf("%,d watches held in %.1f s%n", watches, (System.nanoTime() - before) / 1e9);
            Map<Long, Query> queries = searches.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> lookout.query(each.getValue())));
            compare(lookout, queries, random);
        }
    }

    private static void compare(Lookout lookout, Map<Long, Query> queries, Random random) throws IOException {
        double[] ratios = new double[BLOCKS];
        double[] each = new double[BLOCKS];
        long matches = 0;
        for (int block = -WARM_UP; block < BLOCKS; block++) {
            List<ComplaintSheet> sheets = new ArrayList<>();
            for (int i = 0; i < COMPLAINTS; i++) {
                sheets.add(sheet(1_000_000 + i, random));
            }
            List<Set<Long>> met = new ArrayList<>();
            List<Set<Long>> run = new ArrayList<>();
            boolean lookoutFirst = block % 2 == 0;
            long first = lookoutFirst ? met(lookout, sheets, met) : run(queries, sheets, run);
            long second = lookoutFirst ? run(queries, sheets, run) : met(lookout, sheets, met);
            if (!met.equals(run)) {
                throw new IllegalStateException("the two ways do not meet the same watches");
            }
            if (block >= 0) {
                long fast = lookoutFirst ? first : second;
                ratios[block] = (double) (lookoutFirst ? second : first) / fast;
                each[block] = fast / 1e6 / COMPLAINTS;
                matches += met.stream().mapToInt(Set::size).sum();
            }
        }
        Arrays.sort(ratios);
        Arrays.sort(each);
        double median = ratios[BLOCKS / 2];
        System.out.printf(
                "%.2f ms CPU a complaint, %.1f watches met by each; times faster than running each watch: median %.0f"
                        + " (quartiles %.0f to %.0f), bound %.0f at 10,000: %s%n",
                each[BLOCKS / 2],
                (double) matches / BLOCKS / COMPLAINTS,
                median,
                ratios[BLOCKS / 4],
                ratios[3 * BLOCKS / 4],
                BOUND,
                Bounds.judged(median >= BOUND));
    }

    private static long met(Lookout lookout, List<ComplaintSheet> sheets, List<Set<Long>> met) throws IOException {
        long before = cpu();
        for (ComplaintSheet sheet : sheets) {
            met.add(lookout.match(sheet).matched());
        }
        return cpu() - before;
    }

    /** To make the index of one document is part of neither bound nor time: only the queries are. */
    private static long run(Map<Long, Query> queries, List<ComplaintSheet> sheets, List<Set<Long>> run)
            throws IOException {
        long taken = 0;
        for (ComplaintSheet sheet : sheets) {
            Document document = Lookout.document(sheet);
            try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
                try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new Words()))) {
                    writer.addDocument(document);
                }
                try (DirectoryReader reader = DirectoryReader.open(directory)) {
                    IndexSearcher searcher = new IndexSearcher(reader);
                    searcher.setQueryCache(null);
                    Set<Long> found = new HashSet<>();
                    long before = cpu();
                    for (Map.Entry<Long, Query> query : queries.entrySet()) {
                        if (searcher.count(query.getValue()) > 0) {
                            found.add(query.getKey());
                        }
                    }
                    taken += cpu() - before;
                    run.add(found);
                }
            }
        }
        return taken;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean()
                .getThreadCpuTime(Thread.currentThread().threadId());
    }

    /** What people look for: words together, one of two, a phrase, a word in a unit, a beginning, filters alone. */
    private static Map<Long, SearchQuery> searches(int count, int commonest, Random random) {
        Map<Long, SearchQuery> searches = new LinkedHashMap<>();
        for (long id = 1; id <= count; id++) {
            String one = word(commonest, random);
            String two = word(commonest, random);
            Map<String, List<String>> filters = new LinkedHashMap<>();
            if (id % 3 == 0) {
                filters.put("unit", List.of("police/" + random.nextInt(300)));
            }
            if (id % 6 == 5) {
                filters.put("category", List.of("C" + random.nextInt(80), "C" + random.nextInt(80)));
            }
            String text = switch ((int) (id % 6)) {
                case 0 -> one;
                case 1 -> one + " " + two;
                case 2 -> '"' + one + " " + two + '"';
                case 3 -> "";
                case 4 -> one + " " + two.substring(0, Math.min(4, two.length())) + "*";
                default -> one + " | " + two;
            };
            searches.put(id, SearchQuery.of(text, filters, null, SearchQuery.USUAL));
        }
        return searches;
    }

    private static ComplaintSheet sheet(long id, Random random) {
        int year = 2005 + random.nextInt(20);
        long received = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toEpochDay() * 86_400;
        StringBuilder text = new StringBuilder();
        for (int i = 60 + random.nextInt(120); i > 0; i--) {
            text.append(word(random)).append(' ');
        }
        return new ComplaintSheet(id, year + "-" + id, 1, received)
                .seenBy(Sight.OPEN, null)
                .put(Dimension.YEAR, Integer.toString(year))
                .put(Dimension.STAGE, random.nextBoolean() ? "CLOSED" : "SCREENING")
                .put(Dimension.UNIT, "police/" + random.nextInt(300))
                .put(Dimension.CATEGORY, "C" + random.nextInt(80))
                .say(TextField.NARRATIVE, text.toString());
    }

    /** Zipf's law with exponent 1 over invented words: rank r comes up in proportion to 1 / r. */
    private static String word(Random random) {
        return word(1, random);
    }

    private static String word(int commonest, Random random) {
        int rank = (int) (commonest * Math.pow((double) WORDS / commonest, random.nextDouble()));
        StringBuilder word = new StringBuilder();
        for (long rest = rank * 2_654_435_761L % 456_976 + 456_976; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
