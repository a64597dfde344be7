package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;

/**
 * One pass over the complaints that match the words and the policy: those that pass every filter are hits and count
 * everywhere; those that fail exactly one count in that dimension only, so that it shows what else could be chosen.
 */
final class FacetCount implements Collector {

    private final Columns columns;
    private final TopFieldCollector top;
    private final Tally tally;
    private final List<Dimension> narrowed = new ArrayList<>();
    private final List<BitSet> wanted = new ArrayList<>();
    private final Dimension[] counted;
    private final int[][] counts = new int[Dimension.values().length][];
    private long hits;

    FacetCount(Columns columns, SearchQuery query, TopFieldCollector top) {
        this.columns = columns;
        this.top = top;
        tally = new Tally(columns, query);
        counted = query.counted().toArray(Dimension[]::new);
        query.filters().forEach((dimension, values) -> {
            BitSet ordinals = new BitSet();
            for (String value : values) {
                int ordinal = columns.numbering(dimension).find(value);
                if (ordinal >= 0) {
                    ordinals.set(ordinal);
                }
            }
            narrowed.add(dimension);
            wanted.add(ordinals);
        });
        for (Dimension dimension : counted) {
            counts[dimension.ordinal()] = new int[columns.numbering(dimension).size()];
        }
    }

    /** How many complaints passed every filter. */
    long hits() {
        return hits;
    }

    /** What only hits take part in. */
    Tally tally() {
        return tally;
    }

    /**
     * The counts of every dimension that was asked for, the largest first, equal ones by value; at most {@code most}
     * each.
     */
    Map<Dimension, List<Answer.Count>> facets(int most) {
        Map<Dimension, List<Answer.Count>> facets = new EnumMap<>(Dimension.class);
        for (Dimension dimension : counted) {
            int[] of = counts[dimension.ordinal()];
            List<Answer.Count> found = new ArrayList<>();
            for (int ordinal = 0; ordinal < of.length; ordinal++) {
                if (of[ordinal] > 0) {
                    found.add(new Answer.Count(columns.numbering(dimension).value(ordinal), of[ordinal]));
                }
            }
            found.sort(Comparator.comparingLong(Answer.Count::count).reversed().thenComparing(Answer.Count::value));
            facets.put(dimension, List.copyOf(found.subList(0, Math.min(most, found.size()))));
        }
        return facets;
    }

    @Override
    public ScoreMode scoreMode() {
        return top.scoreMode();
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(columns.of(context.reader()), top.getLeafCollector(context));
    }

    private final class Leaf implements LeafCollector {

        private final Column[] all = new Column[Dimension.values().length];
        private final Column[] filters = new Column[narrowed.size()];
        private final Column[] listed = new Column[counted.length];
        private final int[][] listedCounts = new int[counted.length][];
        private final LeafCollector best;

        Leaf(Map<Dimension, Column> segment, LeafCollector best) {
            this.best = best;
            segment.forEach((dimension, column) -> all[dimension.ordinal()] = column);
            for (int i = 0; i < filters.length; i++) {
                filters[i] = all[narrowed.get(i).ordinal()];
            }
            for (int i = 0; i < listed.length; i++) {
                listed[i] = all[counted[i].ordinal()];
                listedCounts[i] = counts[counted[i].ordinal()];
            }
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            best.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
            int failed = -1;
            for (int i = 0; i < filters.length; i++) {
                if (!filters[i].hasAny(doc, wanted.get(i))) {
                    if (failed >= 0) {
                        return;
                    }
                    failed = narrowed.get(i).ordinal();
                }
            }
            if (failed >= 0) {
                if (counts[failed] != null) {
                    all[failed].count(doc, counts[failed]);
                }
                return;
            }
            hits++;
            best.collect(doc);
            for (int i = 0; i < listed.length; i++) {
                listed[i].count(doc, listedCounts[i]);
            }
            tally.count(doc, all);
        }

        @Override
        public void finish() throws IOException {
            best.finish();
        }
    }
}
