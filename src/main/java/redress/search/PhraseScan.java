package redress.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts many phrases in one reading of the narratives. Each phrase hangs from that of its words that fewest say; where
 * this word is met its neighbours are looked at.
 */
final class PhraseScan {

    private static final int NO_PHRASE = -1;

    /** To look a word up in a segment takes as long as to read so many documents. */
    private static final int A_WORD = 15;

    private final InOrder narratives;
    private final List<WordCount.Word> words;
    private final List<Runs.Run> phrases;

    /** By the number of a word whether a phrase hangs from it. */
    private final boolean[] bears;

    /** By phrase where in it the word stands from which it hangs. */
    private final int[] offset;

    private final int[] counts;

    /** By phrase the last document in which it was met: there it counts once. */
    private final int[] last;

    PhraseScan(InOrder narratives, List<WordCount.Word> words, List<Runs.Run> phrases) {
        this.narratives = narratives;
        this.words = words;
        this.phrases = phrases;
        bears = new boolean[words.size()];
        offset = new int[phrases.size()];
        counts = new int[phrases.size()];
        last = new int[phrases.size()];
        Arrays.fill(last, NO_PHRASE);
        for (int i = 0; i < offset.length; i++) {
            int[] run = phrases.get(i).words();
            for (int at = 1; at < run.length; at++) {
                if (words.get(run[at]).elsewhere() < words.get(run[offset[i]]).elsewhere()) {
                    offset[i] = at;
                }
            }
            bears[run[offset[i]]] = true;
        }
    }

    /** In how many of these documents each phrase stands. */
    int[] counts(FixedBitSet documents) throws IOException {
        boolean few = few(documents);
        for (InOrder.Leaf leaf : narratives.leaves()) {
            FixedBitSet read = Circle.of(documents, leaf.context());
            if (few) {
                read.and(withOne(leaf));
            }
            new Segment(leaf).read(read);
        }
        return counts;
    }

    /** Whether it is less to look up which documents have one of the words than to read all. */
    private boolean few(FixedBitSet documents) {
        long work = 0;
        for (int number = 0; number < bears.length; number++) {
            if (bears[number]) {
                work += words.get(number).elsewhere()
                        + (long) A_WORD * narratives.leaves().size();
            }
        }
        return work < documents.cardinality();
    }

    /** The documents of a segment that have one of the words from which phrases hang. */
    private FixedBitSet withOne(InOrder.Leaf leaf) throws IOException {
        LeafReader reader = leaf.context().reader();
        FixedBitSet found = new FixedBitSet(Math.max(1, reader.maxDoc()));
        Terms terms = reader.terms(TextField.NARRATIVE.field());
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        PostingsEnum with = null;
        for (int number = 0; number < bears.length; number++) {
            if (bears[number] && each.seekExact(new BytesRef(words.get(number).text()))) {
                with = each.postings(with, PostingsEnum.NONE);
                found.or(with);
            }
        }
        return found;
    }

    /** The phrases as one segment knows their words, so that they are compared without asking for each word. */
    private final class Segment {

        private final SaidInOrder said;
        private final int base;
        private final int[][] places = new int[offset.length][];

        /** By the place of a word the first of the phrases that hang from it. */
        private final int[] first;

        /** By phrase the next one that hangs from the same word. */
        private final int[] next = new int[offset.length];

        private final boolean[] marked;

        Segment(InOrder.Leaf leaf) {
            said = leaf.narratives();
            base = leaf.context().docBase;
            first = new int[leaf.numbers().length];
            marked = new boolean[first.length];
            Arrays.fill(first, NO_PHRASE);
            int[] known = known(leaf);
            for (int i = 0; i < next.length; i++) {
                int[] run = IntStream.of(phrases.get(i).words())
                        .map(number -> known[number])
                        .toArray();
                // What has a word that nobody says in this segment stands nowhere in it.
                if (IntStream.of(run).allMatch(place -> place != InOrder.NONE)) {
                    places[i] = run;
                    next[i] = first[run[offset[i]]];
                    first[run[offset[i]]] = i;
                    marked[run[offset[i]]] = true;
                }
            }
        }

        /** By the number of a word its place among those of the segment. */
        private int[] known(InOrder.Leaf leaf) {
            int[] known = new int[words.size()];
            Arrays.fill(known, InOrder.NONE);
            for (int place = 0; place < leaf.numbers().length; place++) {
                if (leaf.numbers()[place] != InOrder.NONE) {
                    known[leaf.numbers()[place]] = place;
                }
            }
            return known;
        }

        void read(FixedBitSet documents) {
            Said.each(documents, doc -> said.each(doc, marked, position -> met(doc, position)));
        }

        private void met(int doc, int position) {
            for (int i = first[said.word(doc, position)]; i != NO_PHRASE; i = next[i]) {
                if (last[i] != base + doc && stands(places[i], doc, position - offset[i])) {
                    last[i] = base + doc;
                    counts[i]++;
                }
            }
        }

        private boolean stands(int[] phrase, int doc, int from) {
            if (from < 0 || from + phrase.length > said.length(doc)) {
                return false;
            }
            for (int i = 0; i < phrase.length; i++) {
                if (said.word(doc, from + i) != phrase[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
