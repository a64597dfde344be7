package redress.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import redress.access.Sight;
import redress.bench.Turns;
import redress.planted.PlantedCorpus;

/**
 * Words, six facets and the best twenty in this process: our whole way with the access filter, beside raw Lucene with
 * sorted-set facets and without a filter. Both run on the one thread that asks, so its CPU is all they take. Judged is
 * finding, ranking and counting; the same with the texts and highlights of the twenty hits on both sides is told beside
 * it. No question comes twice, so that nothing is answered from memory, and what both say to each must be equal.
 */
public final class QuestionsPart {

    private static final int WARMING = 15;
    private static final int BLOCKS = 20;
    private static final int QUESTIONS = 30;
    private static final Sight OPEN = new Sight("bench", false, Set.of(Sight.OPEN), Set.of());

    /** A class of questions, from which ranks its words are drawn, and what is asked for. */
    private enum Kind {
        AND("two words, both", 20, 400, 1.0),
        OR("three common words, one of them", 0, 60, 0.35),
        ALL("all complaints", 0, 0, 0.10);

        private final String told;
        private final int from;
        private final int to;
        private final double bound;

        Kind(String told, int from, int to, double bound) {
            this.told = told;
            this.from = from;
            this.to = to;
            this.bound = bound;
        }

        String text(PlantedCorpus words, Random random) {
            return switch (this) {
                case AND -> word(words, random) + " " + word(words, random);
                case OR -> word(words, random) + " | " + word(words, random) + " | " + word(words, random);
                case ALL -> "";
            };
        }

        /** Words that say much in every language, as those do that people look for. */
        private String word(PlantedCorpus words, Random random) {
            String word = words.word(random.nextInt(from, to));
            return Tongue.littleInAny(word) ? word(words, random) : word;
        }
    }

    /** What must be equal: the number of hits, their scores unless they come by time, and all counts. */
    private record Said(long count, List<Float> scores, Map<Dimension, List<Answer.Count>> counts) {}

    private final SearchIndex index;
    private final RawLucene raw;
    private final Columns columns = new Columns();
    private final Reading reading;
    private final PlantedCorpus words = PlantedCorpus.of(2_000, BenchCorpus.SEED);

    private QuestionsPart(SearchIndex index, RawLucene raw) {
        this.index = index;
        this.raw = raw;
        reading = new Reading(index, columns);
    }

    /** Builds both indexes in a folder and prints two lines for each class of questions. */
    public static void run(Path folder, int docs) throws Exception {
        SearchIndex index = new SearchIndex(folder.resolve("ours"));
        try (RawLucene raw =
                new RawLucene(folder.resolve("raw"), index.words(), Shelf.bufferMb(), BenchCorpus.COUNTED)) {
            build(index, raw, docs);
            System.out.printf(Locale.ROOT, "questions to %,d complaints, 6 facets, best 20:%n", docs);
            QuestionsPart part = new QuestionsPart(index, raw);
            for (Kind kind : Kind.values()) {
                part.measure(kind, false);
                part.measure(kind, true);
            }
        }
        index.close();
    }

    private static void build(SearchIndex index, RawLucene raw, int docs) throws IOException {
        Generation generation = index.begin();
        List<ComplaintSheet> sheets = new ArrayList<>();
        PlantedCorpus corpus = PlantedCorpus.of(docs, BenchCorpus.SEED);
        for (int i = 0; i < docs; i++) {
            ComplaintSheet sheet = BenchCorpus.sheet(corpus.document(i));
            sheets.add(sheet);
            raw.add(raw.document(sheet));
            if (sheets.size() == 400 || i == docs - 1) {
                generation.replace(sheets.stream().map(ComplaintSheet::id).toList(), sheets);
                sheets.clear();
            }
        }
        generation.reached(docs);
        generation.refresh();
        generation.commit();
        index.serve(generation);
        raw.commit();
        raw.open();
    }

    private void measure(Kind kind, boolean texts) throws Exception {
        Map<String, Said> open = new HashMap<>();
        Random first = new Random(texts ? 5 : 3);
        Random second = new Random(texts ? 5 : 3);
        long[] found = new long[1];
        Turns turns = Turns.of(
                WARMING,
                BLOCKS,
                () -> block(
                        questions(kind, first),
                        question -> {
                            Said said = texts ? whole(question) : counted(question);
                            found[0] += said.count();
                            return said;
                        },
                        open),
                () -> block(
                        questions(kind, second),
                        question -> {
                            RawLucene.Result result = raw.answer(translated(question), SearchQuery.USUAL, texts);
                            return new Said(result.count(), result.scores(), result.counts());
                        },
                        open));
        System.out.printf(
                Locale.ROOT,
                "  %s (%,d hits each)%s: CPU %.3f ms, raw Lucene %.3f ms; %s%n",
                kind.told,
                found[0] / (WARMING + BLOCKS) / QUESTIONS,
                texts ? " with texts" : "",
                turns.ours(),
                turns.theirs(),
                texts ? turns.cheaper() : turns.cheaper(kind.bound));
    }

    /** One of the two ways to answer. */
    private interface Way {
        Said say(SearchQuery question) throws IOException;
    }

    /** CPU milliseconds a question; what was said is compared afterwards. */
    private static double block(List<SearchQuery> questions, Way way, Map<String, Said> open) throws IOException {
        Map<String, Said> said = new HashMap<>();
        long before = cpu();
        for (SearchQuery question : questions) {
            said.put(question.text(), way.say(question));
        }
        double spent = (cpu() - before) / 1e6 / questions.size();
        compare(said, open);
        return spent;
    }

    private List<SearchQuery> questions(Kind kind, Random random) {
        String counted = BenchCorpus.COUNTED.stream().map(Dimension::word).collect(Collectors.joining(","));
        List<SearchQuery> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(SearchQuery.of(
                    kind.text(words, random), Map.of("facets", List.of(counted)), null, SearchQuery.USUAL));
        }
        return questions;
    }

    private Query translated(SearchQuery question) {
        return new Translation(index.words(), question.in(), OPEN.reads())
                .query(question.read().clause());
    }

    /** Our answer as the portal gives it. */
    private Said whole(SearchQuery question) {
        Answer answer = reading.answer(question, OPEN);
        if (answer.partial()) {
            throw new IllegalStateException("time ran out");
        }
        return new Said(answer.count(), List.of(), answer.facets());
    }

    /** Our answer without the texts of its hits. */
    private Said counted(SearchQuery question) throws IOException {
        try (View view = index.view(false)) {
            for (LeafReaderContext leaf : view.searcher().getIndexReader().leaves()) {
                columns.of(leaf.reader());
            }
            Pass.Outcome outcome = new Pass(view.searcher(), columns, question, OPEN).over(translated(question));
            List<Float> scores = new ArrayList<>();
            for (int i = 0; i < Math.min(SearchQuery.USUAL, outcome.best().length) && !question.newestFirst(); i++) {
                scores.add((Float) ((FieldDoc) outcome.best()[i]).fields[0]);
            }
            return new Said(outcome.count().hits(), scores, outcome.count().facets(SearchQuery.Breakdown.USUAL));
        }
    }

    /** Whoever answers first leaves what was said; whoever comes second must have said the same. */
    private static void compare(Map<String, Said> said, Map<String, Said> open) {
        said.forEach((question, now) -> {
            Said before = open.remove(question);
            if (before == null) {
                open.put(question, now);
                return;
            }
            boolean scores = before.scores().isEmpty() || now.scores().isEmpty() || near(before.scores(), now.scores());
            if (before.count() != now.count() || !before.counts().equals(now.counts()) || !scores) {
                throw new IllegalStateException("the two do not say the same to '%s'".formatted(question));
            }
        });
    }

    /** The order of a sum may change the last bit of a score. */
    private static boolean near(List<Float> some, List<Float> others) {
        boolean near = some.size() == others.size();
        for (int i = 0; near && i < some.size(); i++) {
            near = Math.abs(some.get(i) - others.get(i)) <= Math.ulp(others.get(i)) * 4;
        }
        return near;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean()
                .getThreadCpuTime(Thread.currentThread().threadId());
    }
}
