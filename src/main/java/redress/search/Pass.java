package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;

/**
 * How one question goes over the index. In order of time, and for conditions that must all hold, hits are counted and
 * the best kept in one pass. One or all of a few words are {@link FewWords}'s. Both of the latter are done by two
 * threads where there is one that can help. For a word alone or one of many, hits are counted without weights, and the
 * best are looked for in a second pass, which need not weigh what cannot be among them.
 */
final class Pass {

    private static final Sort BEST =
            new Sort(SortField.FIELD_SCORE, new SortField(Documents.ID_VALUE, SortField.Type.LONG, true));

    private final IndexSearcher searcher;
    private final @Nullable IndexSearcher helped;
    private final Columns columns;
    private final SearchQuery question;
    private final Sight sight;
    private final boolean seesAll;
    private PageStart start = PageStart.FIRST;

    Pass(IndexSearcher searcher, Columns columns, SearchQuery question, Sight sight) throws IOException {
        this(searcher, null, columns, question, sight);
    }

    /** {@code helped} is the same searcher with somebody to help it, where there is anybody. */
    Pass(IndexSearcher searcher, @Nullable IndexSearcher helped, Columns columns, SearchQuery question, Sight sight)
            throws IOException {
        this.searcher = searcher;
        this.helped = helped;
        this.columns = columns;
        this.question = question;
        this.sight = sight;
        seesAll = Questions.seesAll(sight, searcher.getIndexReader());
    }

    /**
     * What came of it.
     *
     * @param count all counts
     * @param best one hit more than was asked for, if there are as many, with their sort values
     * @param partial whether the time ran out
     */
    record Outcome(FacetCount count, ScoreDoc[] best, boolean partial) {

        private Outcome without(int first) {
            return new Outcome(count, Arrays.copyOfRange(best, Math.min(first, best.length), best.length), partial);
        }
    }

    /** Looks for these words under the policy. */
    Outcome over(Query words) throws IOException {
        int most = question.size() + 1;
        if (question.newestFirst()) {
            Newest newest = new Newest(most, question.after());
            FacetCount count = count(words, new FacetCount.Best(null, newest));
            return new Outcome(count, newest.found(), searcher.timedOut());
        }
        start = PageStart.of(searcher, allowed(words), question.after());
        Outcome found = best(words, most + start.passed());
        return start.passed() == 0 ? found : found.without(start.passed());
    }

    private Outcome best(Query words, int most) throws IOException {
        Optional<FewWords> any = FewWords.of(searcher, words, condition());
        if (any.isPresent()) {
            return over(any.get(), most);
        }
        Optional<Query> unscored = Unscored.of(words);
        return unscored.isPresent() ? apart(unscored.get(), words, most) : together(words, most);
    }

    /** Tells the id of every complaint that has these words, under the policy and the filters; in no order. */
    void each(Query words, LongConsumer id) throws IOException {
        search(Unscored.of(words).orElse(words), new Narrowed(new Ids(id), new Narrowing(columns, question.filters())));
    }

    /** First the counts of what matches, then the best of what matches with its weights. */
    private Outcome apart(Query unscored, Query words, int most) throws IOException {
        TopFieldCollectorManager manager = manager(most);
        TopFieldCollector ranked = manager.newCollector();
        FacetCount count = count(unscored, FacetCount.Best.NONE);
        if (count.hits() > 0) {
            search(words, new Narrowed(ranked, new Narrowing(columns, question.filters())));
        }
        return new Outcome(count, manager.reduce(List.of(ranked)).scoreDocs, searcher.timedOut());
    }

    /** The best and the counts of each part of the segments, put together. */
    private Outcome together(Query words, int most) throws IOException {
        IndexSearcher several = helped == null ? searcher : helped;
        TopFieldCollectorManager manager = new TopFieldCollectorManager(BEST, most, start.after(), Integer.MAX_VALUE);
        List<TopFieldCollector> ranked = new ArrayList<>();
        FacetCount count = several.search(allowed(words), new CollectorManager<FacetCount, FacetCount>() {
            @Override
            public FacetCount newCollector() {
                TopFieldCollector best = manager.newCollector();
                ranked.add(best);
                return new FacetCount(columns, question, new FacetCount.Best(best, null), false);
            }

            @Override
            public FacetCount reduce(Collection<FacetCount> parts) {
                return parts.stream().reduce(FacetCount::add).orElseGet(this::newCollector);
            }
        });
        return new Outcome(count, manager.reduce(ranked).scoreDocs, several.timedOut());
    }

    private record Share(FacetCount count, TopFieldCollector best) {}

    /** Each half by itself, so that nobody waits for what another has found. */
    private Outcome over(FewWords words, int most) throws IOException {
        IndexSearcher several = helped == null ? searcher : helped;
        List<Callable<Share>> parts = new ArrayList<>();
        for (List<Stretch> part : parts(words)) {
            parts.add(() -> share(words, part, most));
        }
        List<Share> shares = several.getTaskExecutor().invokeAll(parts);
        return new Outcome(
                shares.stream().map(Share::count).reduce(FacetCount::add).orElseThrow(),
                manager(most).reduce(shares.stream().map(Share::best).toList()).scoreDocs,
                words.late());
    }

    /** One or another of some words is counted a segment at a time, since most of it may match. */
    private List<List<Stretch>> parts(FewWords words) {
        List<LeafReaderContext> segments = searcher.getLeafContexts();
        if (helped == null || segments.isEmpty()) {
            return List.of(segments.stream().map(Stretch::all).toList());
        }
        return words.every()
                ? Stretch.halves(segments)
                : Arrays.stream(helped.getSlices())
                        .map(slice -> Arrays.stream(slice.partitions)
                                .map(part -> Stretch.all(part.ctx))
                                .toList())
                        .toList();
    }

    private Share share(FewWords words, List<Stretch> stretches, int most) throws IOException {
        TopFieldCollector best = manager(most).newCollector();
        FacetCount count = new FacetCount(columns, question, FacetCount.Best.NONE, false);
        words.find(stretches, count, new Narrowing(columns, question.filters()), columns, best);
        return new Share(count, best);
    }

    private TopFieldCollectorManager manager(int most) {
        return new TopFieldCollectorManager(BEST, most, start.after(), most);
    }

    /** What else must hold of a complaint besides the words; null where nothing must. */
    private @Nullable Query condition() {
        Query everything = new MatchAllDocsQuery();
        if (!seesAll) {
            return Questions.allowed(everything, question, sight);
        }
        return question.near() == null ? null : Questions.within(everything, question);
    }

    private FacetCount count(Query words, FacetCount.Best best) throws IOException {
        boolean everything = seesAll && words instanceof MatchAllDocsQuery && question.near() == null;
        FacetCount count = new FacetCount(columns, question, best, everything);
        search(words, count);
        return count;
    }

    private void search(Query words, Collector collector) throws IOException {
        searcher.search(allowed(words), new ByOneThread(collector));
    }

    private Query allowed(Query words) {
        return seesAll ? Questions.within(words, question) : Questions.allowed(words, question, sight);
    }

    /** Lets only those through that have the values that were asked for. */
    private final class Narrowed extends FilterCollector {

        private final Narrowing narrowing;

        Narrowed(Collector best, Narrowing narrowing) {
            super(best);
            this.narrowing = narrowing;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            LeafCollector best = super.getLeafCollector(context);
            if (narrowing.nothing()) {
                return best;
            }
            Narrowing.Segment segment = narrowing.in(columns.of(context.reader()));
            return new FilterLeafCollector(best) {
                @Override
                public void collect(int doc) throws IOException {
                    if (segment.failing(doc) == Narrowing.NONE) {
                        in.collect(doc);
                    }
                }
            };
        }
    }

    /** Reads the ids of hits. */
    private static final class Ids extends SimpleCollector {

        private final LongConsumer id;
        private NumericDocValues ids = DocValues.emptyNumeric();

        Ids(LongConsumer id) {
            this.id = id;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            ids = DocValues.getNumeric(context.reader(), Documents.ID_VALUE);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (ids.advanceExact(doc)) {
                id.accept(ids.longValue());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** One collector for all segments: the searcher has no executor. */
    private record ByOneThread(Collector collector) implements CollectorManager<Collector, Collector> {

        @Override
        public Collector newCollector() {
            return collector;
        }

        @Override
        public Collector reduce(Collection<Collector> same) {
            return collector;
        }
    }
}
