package redress.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the complaints that match the words and the policy: those that pass every filter are hits and count
 * everywhere; those that fail exactly one count in that dimension only, so that it shows what else could be chosen.
 * Hits are gathered and counted a segment at a time, column after column; where more than half of a segment are hits,
 * the others are taken from what is known of the whole.
 */
final class FacetCount implements Collector {

    private static final int MANY = 1_024;

    private final Columns columns;
    private final Narrowing narrowing;
    private final Best best;
    private final Tally tally;
    private final boolean everything;
    private final Dimension[] counted;
    private final int[][] counts = new int[Dimension.values().length][];
    private final int[] gathered = new int[MANY];
    private int[] ofSegment = new int[MANY];
    private long hits;

    /**
     * Which hits are kept besides being counted; at most one of the two.
     *
     * @param ranked by how well they match, or null
     * @param newest by time, or null
     */
    record Best(@Nullable Collector ranked, @Nullable Newest newest) {

        static final Best NONE = new Best(null, null);
    }

    /** {@code everything} says that all complaints in the index match the words and the policy. */
    FacetCount(Columns columns, SearchQuery query, Best best, boolean everything) {
        this.columns = columns;
        this.best = best;
        narrowing = new Narrowing(columns, query.filters());
        tally = new Tally(columns, query);
        this.everything = everything && best.ranked() == null && narrowing.nothing() && tally.nothing();
        counted = query.counted().toArray(Dimension[]::new);
        for (Dimension dimension : counted) {
            counts[dimension.ordinal()] = new int[columns.numbering(dimension).size()];
        }
    }

    /** How many complaints passed every filter. */
    long hits() {
        return hits;
    }

    /** Takes over what another part of the same pass has counted. */
    FacetCount add(FacetCount part) {
        hits += part.hits;
        for (Dimension dimension : counted) {
            Tally.add(part.counts[dimension.ordinal()], counts[dimension.ordinal()]);
        }
        tally.add(part.tally);
        return this;
    }

    /** What only hits take part in. */
    Tally tally() {
        return tally;
    }

    /**
     * The counts of every dimension that was asked for, the largest first, equal ones by value; as many as are listed.
     */
    Map<Dimension, List<Answer.Count>> facets(SearchQuery.Breakdown listed) {
        Map<Dimension, List<Answer.Count>> facets = new EnumMap<>(Dimension.class);
        for (Dimension dimension : counted) {
            facets.put(
                    dimension,
                    columns.numbering(dimension)
                            .largest(counts[dimension.ordinal()], listed.most(), listed.besides(dimension)));
        }
        return facets;
    }

    @Override
    public ScoreMode scoreMode() {
        Collector ranked = best.ranked();
        return ranked == null ? ScoreMode.COMPLETE_NO_SCORES : ranked.scoreMode();
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        Leaf leaf = new Leaf(context);
        if (everything) {
            leaf.takeAll();
            throw new CollectionTerminatedException();
        }
        return leaf;
    }

    /** Takes all of a segment that match the words and the policy at once; {@code matching} is used up. */
    void take(LeafReaderContext context, FixedBitSet matching) throws IOException {
        Leaf leaf = new Leaf(context);
        leaf.take(matching);
        leaf.finish();
    }

    private final class Leaf implements LeafCollector {

        private final Column[] all = new Column[Dimension.values().length];
        private final Narrowing.Segment narrowed;
        private final @Nullable LeafCollector ranked;
        private final Newest.@Nullable Segment newest;
        private final LeafReaderContext context;
        private int some;
        private int found;

        Leaf(LeafReaderContext context) throws IOException {
            this.context = context;
            Map<Dimension, Column> segment = columns.of(context.reader());
            segment.forEach((dimension, column) -> all[dimension.ordinal()] = column);
            narrowed = narrowing.in(segment);
            ranked = best.ranked() == null ? null : best.ranked().getLeafCollector(context);
            newest = best.newest() == null ? null : best.newest().in(context);
        }

        /** Counts the whole segment by what is known of it, less what was deleted. */
        void takeAll() throws IOException {
            LeafReader reader = context.reader();
            Bits live = reader.getLiveDocs();
            hits += reader.numDocs();
            countAllBut(live == null ? new int[0] : deleted(live));
            if (newest != null && !newest.takeLatest(columns.latest(context), live)) {
                for (int doc = 0; doc < reader.maxDoc(); doc++) {
                    if (live == null || live.get(doc)) {
                        gathered[some++] = doc;
                        if (some == MANY) {
                            keepNewest();
                        }
                    }
                }
                keepNewest();
            }
        }

        private static int[] deleted(Bits live) {
            return IntStream.range(0, live.length())
                    .filter(doc -> !live.get(doc))
                    .toArray();
        }

        /** One by one where there is more to do than to count; else as they are, or by those that do not match. */
        void take(FixedBitSet matching) throws IOException {
            int size = matching.length();
            if (!narrowing.nothing() || !tally.nothing()) {
                matching.forEach(0, size, 0, this::collect);
                return;
            }
            int many = matching.cardinality();
            if (many <= size / 2) {
                ofSegment = ArrayUtil.growNoCopy(ofSegment, many);
                found = matching.intoArray(0, size, 0, ofSegment);
                return;
            }
            hits += many;
            matching.flip(0, size);
            int[] others = new int[size - many];
            matching.intoArray(0, size, 0, others);
            countAllBut(others);
        }

        private void countAllBut(int[] others) {
            for (Dimension dimension : counted) {
                Column column = all[dimension.ordinal()];
                column.countAll(counts[dimension.ordinal()]);
                column.count(others, others.length, counts[dimension.ordinal()], -1);
            }
        }

        private void keepNewest() throws IOException {
            if (newest != null) {
                newest.take(gathered, some);
            }
            some = 0;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            if (ranked != null) {
                ranked.setScorer(scorer);
            }
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            if (ranked != null || !narrowing.nothing()) {
                stream.forEach(this::collect);
                return;
            }
            while (stream.mayHaveRemaining()) {
                flush();
                some = stream.intoArray(gathered);
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            int failing = narrowed.failing(doc);
            if (failing == Narrowing.SEVERAL) {
                return;
            }
            if (failing != Narrowing.NONE) {
                if (counts[failing] != null) {
                    all[failing].count(doc, counts[failing]);
                }
                return;
            }
            if (ranked != null) {
                ranked.collect(doc);
            }
            gathered[some++] = doc;
            if (some == MANY) {
                flush();
            }
        }

        private void flush() throws IOException {
            ofSegment = ArrayUtil.grow(ofSegment, found + some);
            System.arraycopy(gathered, 0, ofSegment, found, some);
            found += some;
            tally.count(gathered, some, all);
            keepNewest();
        }

        private void countFound() {
            hits += found;
            if (found > context.reader().maxDoc() / 2) {
                countAllBut(others());
                return;
            }
            for (Dimension dimension : counted) {
                all[dimension.ordinal()].count(ofSegment, found, counts[dimension.ordinal()], 1);
            }
        }

        /** The documents of the segment that are no hits. */
        private int[] others() {
            int[] others = new int[context.reader().maxDoc() - found];
            int next = 0;
            int doc = 0;
            for (int i = 0; i < found; i++, doc++) {
                while (doc < ofSegment[i]) {
                    others[next++] = doc++;
                }
            }
            while (next < others.length) {
                others[next++] = doc++;
            }
            return others;
        }

        @Override
        public void finish() throws IOException {
            flush();
            countFound();
            if (ranked != null) {
                ranked.finish();
            }
        }
    }
}
