package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * In how many complaints elsewhere the phrases of a scope stand. Phrases are taken by how often they stand here, until
 * there is enough work: what is seldom here could hardly be told from chance. Which are taken depends on nothing but
 * what the asker may see.
 */
final class PhraseCount {

    /** Of a larger scope only words are counted: it is nearly all that there is to compare with. */
    static final int LARGEST_SCOPE = 5_000;

    /** Words that more than this share of all complaints elsewhere say make no phrase among themselves. */
    static final double COMMON = 0.1;

    /** A phrase is told of only if it is so many times as frequent here as elsewhere. */
    static final int TIMES = 2;

    private static final int MOST_PHRASES = 2_000;
    private static final long MOST_WORK = 5_000_000;

    private final IndexSearcher searcher;
    private final Circle circle;
    private final List<WordCount.Word> words;
    private final @Nullable InOrder narratives;

    /** By looking each phrase up among the places at which its words stand. */
    PhraseCount(IndexSearcher searcher, Circle circle, List<WordCount.Word> words) {
        this(searcher, circle, words, null);
    }

    private PhraseCount(
            IndexSearcher searcher, Circle circle, List<WordCount.Word> words, @Nullable InOrder narratives) {
        this.searcher = searcher;
        this.circle = circle;
        this.words = words;
        this.narratives = narratives;
    }

    /** By reading the narratives word after word or, where there is no memory for that, as above. */
    static PhraseCount of(IndexSearcher searcher, Circle circle, List<WordCount.Word> words, Lexicon lexicon)
            throws IOException {
        if (circle.here().cardinality() > LARGEST_SCOPE) {
            return new PhraseCount(searcher, circle, words);
        }
        Optional<InOrder> narratives = InOrder.of(searcher.getIndexReader(), words, lexicon);
        return new PhraseCount(searcher, circle, words, narratives.orElse(null));
    }

    /**
     * The counts.
     *
     * @param said how many words there are in all
     */
    Wording.Family family(long said) throws IOException {
        if (circle.here().cardinality() > LARGEST_SCOPE) {
            return new Wording.Family(List.of(), 0);
        }
        List<Runs.Run> looked = looked();
        int[] elsewhere = elsewhere(looked);
        List<Wording.Count> counts = new ArrayList<>();
        for (int i = 0; i < elsewhere.length; i++) {
            Runs.Run run = looked.get(i);
            if (elsewhere[i] <= mostElsewhere(run)) {
                counts.add(new Wording.Count(text(run), run.here(), elsewhere[i]));
            }
        }
        // No more than a third of all runs of two and of three can stand in three complaints.
        return new Wording.Family(counts, Math.max(0, 2 * said / Wording.LEAST - counts.size()));
    }

    /** The runs that are looked for elsewhere. */
    private List<Runs.Run> looked() throws IOException {
        List<Runs.Run> runs = new ArrayList<>(
                narratives == null
                        ? Runs.in(searcher.getIndexReader(), circle.here(), words)
                        : Runs.in(narratives, circle.here(), words));
        runs.sort(Comparator.comparingInt((Runs.Run run) -> -run.here()).thenComparing(this::text));
        List<Runs.Run> looked = new ArrayList<>();
        long work = 0;
        for (Runs.Run run : runs) {
            if (telling(run) && work <= MOST_WORK && looked.size() < MOST_PHRASES) {
                work += rarest(run);
                looked.add(run);
            }
        }
        return looked;
    }

    private int[] elsewhere(List<Runs.Run> runs) throws IOException {
        if (narratives != null) {
            return new PhraseScan(narratives, words, runs).counts(circle.elsewhere());
        }
        int[] counts = new int[runs.size()];
        for (int i = 0; i < counts.length; i++) {
            Runs.Run run = runs.get(i);
            counts[i] = rarest(run) == 0 ? 0 : elsewhere(run, mostElsewhere(run));
        }
        return counts;
    }

    /** Whether one of the words is not of those that nearly everybody says. */
    private boolean telling(Runs.Run run) {
        return rarest(run) <= COMMON * circle.elsewhere().cardinality();
    }

    /** In how many complaints elsewhere it may stand if it is to be told of. */
    private int mostElsewhere(Runs.Run run) {
        long inScope = circle.here().cardinality();
        return (int) ((long) run.here() * circle.elsewhere().cardinality() / (TIMES * inScope));
    }

    private int rarest(Runs.Run run) {
        return IntStream.of(run.words())
                .map(number -> words.get(number).elsewhere())
                .min()
                .orElse(0);
    }

    private String text(Runs.Run run) {
        return String.join(" ", texts(run));
    }

    private String[] texts(Runs.Run run) {
        return IntStream.of(run.words())
                .mapToObj(number -> words.get(number).text())
                .toArray(String[]::new);
    }

    /** In how many it stands; a number above {@code most} as soon as it is known to be more. */
    private int elsewhere(Runs.Run run, int most) throws IOException {
        Query phrase = searcher.rewrite(new PhraseQuery(TextField.NARRATIVE.field(), texts(run)));
        Weight weight = searcher.createWeight(phrase, ScoreMode.COMPLETE_NO_SCORES, 1f);
        int count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && count <= most) {
                count += matching(scorer, circle.elsewhere(), leaf.docBase, most - count);
            }
        }
        return count;
    }

    /** Where the words stand is looked at only in documents that count. */
    private static int matching(Scorer scorer, FixedBitSet wanted, int base, int most) throws IOException {
        TwoPhaseIterator exact = scorer.twoPhaseIterator();
        DocIdSetIterator all = exact == null ? scorer.iterator() : exact.approximation();
        int count = 0;
        for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS && count <= most; doc = all.nextDoc()) {
            if (wanted.get(base + doc) && (exact == null || exact.matches())) {
                count++;
            }
        }
        return count;
    }
}
