package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A question for one of a few words, or for all of them, answered with sets: the complaints of each word in a segment
 * are one set of bits, together or cut they are all that match, and cut they tell which of the words a complaint has.
 * Complaints with the same words form a class whose weight has an upper bound. The classes are weighed one after the
 * other, the highest bound first, until no further one can hold one of the best: with common words, nearly always after
 * those that have all of them.
 */
final class FewWords {

    /** So many words have at most 63 classes. */
    private static final int MOST = 6;

    private static final int STEP = 1_024;

    private final IndexSearcher searcher;
    private final boolean every;
    private final @Nullable Weight allowed;
    private final List<List<Weight>> words = new ArrayList<>();
    private final @Nullable QueryTimeout time;
    private volatile boolean late;

    private FewWords(IndexSearcher searcher, boolean every, List<List<Query>> words, @Nullable Query allowed)
            throws IOException {
        this.searcher = searcher;
        this.every = every;
        this.time = searcher.getTimeout();
        this.allowed = allowed == null
                ? null
                : searcher.createWeight(searcher.rewrite(allowed), ScoreMode.COMPLETE_NO_SCORES, 1f);
        for (List<Query> word : words) {
            List<Weight> places = new ArrayList<>();
            for (Query place : word) {
                places.add(searcher.createWeight(searcher.rewrite(place), ScoreMode.COMPLETE, 1f));
            }
            this.words.add(places);
        }
    }

    /**
     * The question in this form; empty where it does not ask for one of two to six words or for all of them.
     *
     * @param allowed what else must hold of a complaint, or null
     */
    static Optional<FewWords> of(IndexSearcher searcher, Query query, @Nullable Query allowed) throws IOException {
        if (!(query instanceof BooleanQuery several) || !(few(several, Occur.SHOULD) || few(several, Occur.MUST))) {
            return Optional.empty();
        }
        boolean every = several.clauses().getFirst().occur() == Occur.MUST;
        List<List<Query>> words = new ArrayList<>();
        for (BooleanClause clause : several) {
            List<Query> places = new ArrayList<>();
            if (!(clause.query() instanceof BooleanQuery) || !take(clause.query(), 1f, places)) {
                return Optional.empty();
            }
            words.add(places);
        }
        return Optional.of(new FewWords(searcher, every, words, allowed));
    }

    private static boolean few(BooleanQuery several, Occur occur) {
        int many = several.clauses().size();
        return many > 1
                && many <= MOST
                && several.getMinimumNumberShouldMatch() <= 1
                && several.clauses().stream().allMatch(clause -> clause.occur() == occur);
    }

    /**
     * Puts the places of a word, of which there are several though they are no words beside each other, in one row, as
     * the engine does with groups inside a group. It does not with a group that has a weight of its own, as other
     * spellings of a name have: their sum is rounded by itself.
     */
    private static boolean take(Query query, float boost, List<Query> places) {
        return switch (query) {
            case BoostQuery boosted ->
                !(boosted.getQuery() instanceof BooleanQuery)
                        && take(boosted.getQuery(), boost * boosted.getBoost(), places);
            case BooleanQuery several -> {
                boolean all = several.getMinimumNumberShouldMatch() <= 1;
                for (BooleanClause clause : several) {
                    all = all && clause.occur() == Occur.SHOULD && take(clause.query(), boost, places);
                }
                yield all;
            }
            case TermQuery one -> places.add(new BoostQuery(one, boost));
            case SynonymQuery forms -> places.add(new BoostQuery(forms, boost));
            default -> false;
        };
    }

    /** Whether the time ran out before all was looked at. */
    boolean late() {
        return late;
    }

    /** Whether all of the words are asked for. */
    boolean every() {
        return every;
    }

    /**
     * Counts all that match in these stretches and offers to {@code best} whatever can be among the best and passes the
     * narrowing. Several threads may each look through stretches of their own.
     */
    void find(List<Stretch> stretches, FacetCount count, Narrowing narrowing, Columns columns, Collector best)
            throws IOException {
        Weighing weighing = new Weighing();
        for (Stretch stretch : stretches) {
            if (over()) {
                return;
            }
            LeafReaderContext context = stretch.context();
            Segment segment =
                    new Segment(stretch, narrowing.nothing() ? null : narrowing.in(columns.of(context.reader())));
            if (segment.any()) {
                segment.weigh(weighing, best);
                count.take(context, segment.matching);
            }
        }
    }

    /** Whether time is over; once somebody has noticed, it is so for all who look through stretches of their own. */
    private boolean over() {
        if (!late && time != null && time.shouldExit()) {
            late = true;
        }
        return late;
    }

    /** A segment, or a stretch of it. */
    private final class Segment {

        private final LeafReaderContext context;
        private final Narrowing.@Nullable Segment narrowed;
        private final FixedBitSet[] having = new FixedBitSet[words.size()];
        private final double[] most = new double[words.size()];
        private final FixedBitSet matching;

        Segment(Stretch within, Narrowing.@Nullable Segment narrowed) throws IOException {
            this.context = within.context();
            this.narrowed = narrowed;
            matching = every ? HavingAll.of(eachWord(), within) : ofAny(within);
            Bits live = context.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(matching, 0);
            }
            if (allowed != null) {
                within.keep(allowed.scorer(context), matching);
            }
        }

        private FixedBitSet ofAny(Stretch within) throws IOException {
            int size = within.segment();
            FixedBitSet any = new FixedBitSet(size);
            for (int word = 0; word < having.length; word++) {
                having[word] = new FixedBitSet(size);
                for (Scorer scorer : scorers(word)) {
                    most[word] += scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
                    within.put(scorer.iterator(), having[word]);
                }
                any.or(having[word]);
            }
            return any;
        }

        private List<List<Scorer>> eachWord() throws IOException {
            List<List<Scorer>> all = new ArrayList<>();
            for (int word = 0; word < having.length; word++) {
                all.add(scorers(word));
            }
            return all;
        }

        private List<Scorer> scorers(int word) throws IOException {
            List<Scorer> scorers = new ArrayList<>();
            for (Weight place : words.get(word)) {
                Scorer scorer = place.scorer(context);
                if (scorer != null) {
                    scorers.add(scorer);
                }
            }
            return scorers;
        }

        boolean any() {
            return matching.nextSetBit(0) != DocIdSetIterator.NO_MORE_DOCS;
        }

        /** Weighs class by class; a class is told by the bits of the words that its complaints have. */
        void weigh(Weighing weighing, Collector best) throws IOException {
            if (every) {
                weighAll(weighing, best);
                return;
            }
            List<Integer> classes = IntStream.range(1, 1 << having.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(this::bound).reversed())
                    .toList();
            for (int each : classes) {
                if (late || (float) bound(each) < weighing.least()) {
                    return;
                }
                weigh(each, weighing, best);
            }
        }

        /** No complaint of a class weighs more. */
        private double bound(int each) {
            double bound = 0;
            for (int word = 0; word < having.length; word++) {
                bound += has(each, word) ? most[word] : 0;
            }
            return bound;
        }

        private void weigh(int each, Weighing weighing, Collector best) throws IOException {
            List<Scorer> scorers = new ArrayList<>();
            for (int word = 0; word < having.length; word++) {
                if (has(each, word)) {
                    scorers.addAll(scorers(word));
                }
            }
            weighing.begin(List.of(scorers));
            weigh(members(each), weighing, best);
        }

        /** All have every word; what each word weighs is rounded before they are added, as the engine does it. */
        private void weighAll(Weighing weighing, Collector best) throws IOException {
            weighing.begin(eachWord());
            weigh(matching, weighing, best);
        }

        private void weigh(FixedBitSet members, Weighing weighing, Collector best) throws IOException {
            LeafCollector leaf = best.getLeafCollector(context);
            leaf.setScorer(weighing);
            int size = members.length();
            int seen = 0;
            boolean goesOn = true;
            for (int doc = next(members, 0, size); doc < size && goesOn; doc = next(members, doc + 1, size)) {
                if (passes(doc) && weighing.weigh(doc)) {
                    leaf.collect(doc);
                }
                goesOn = ++seen % STEP != 0 || !over();
            }
            leaf.finish();
        }

        private static boolean has(int each, int word) {
            return ((each >> word) & 1) == 1;
        }

        private FixedBitSet members(int each) {
            FixedBitSet members = matching.clone();
            for (int word = 0; word < having.length; word++) {
                if (has(each, word)) {
                    members.and(having[word]);
                } else {
                    members.andNot(having[word]);
                }
            }
            return members;
        }

        private boolean passes(int doc) {
            return narrowed == null || narrowed.failing(doc) == Narrowing.NONE;
        }

        private static int next(FixedBitSet members, int from, int size) {
            return from < size ? members.nextSetBit(from) : size;
        }
    }
}
