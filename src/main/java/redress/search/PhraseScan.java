package redress.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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

    /** By the number of a word the first of the phrases that hang from it. */
    private final int[] first;

    /** By phrase the next one that hangs from the same word. */
    private final int[] next;

    /** By phrase where in it that word stands. */
    private final int[] offset;

    private final int[] counts;

    /** By phrase the last document in which it was met: there it counts once. */
    private final int[] last;

    PhraseScan(InOrder narratives, List<WordCount.Word> words, List<Runs.Run> phrases) {
        this.narratives = narratives;
        this.words = words;
        this.phrases = phrases;
        first = new int[words.size()];
        next = new int[phrases.size()];
        offset = new int[phrases.size()];
        counts = new int[phrases.size()];
        last = new int[phrases.size()];
        Arrays.fill(first, NO_PHRASE);
        Arrays.fill(last, NO_PHRASE);
        for (int i = 0; i < next.length; i++) {
            int[] run = phrases.get(i).words();
            for (int at = 1; at < run.length; at++) {
                if (words.get(run[at]).elsewhere() < words.get(run[offset[i]]).elsewhere()) {
                    offset[i] = at;
                }
            }
            next[i] = first[run[offset[i]]];
            first[run[offset[i]]] = i;
        }
    }

    /** In how many of these documents each phrase stands. */
    int[] counts(FixedBitSet documents) throws IOException {
        boolean few = few(documents);
        for (InOrder.Leaf leaf : narratives.leaves()) {
            boolean[] marked = new boolean[leaf.numbers().length];
            for (int place = 0; place < marked.length; place++) {
                marked[place] = leaf.numbers()[place] != InOrder.NONE && first[leaf.numbers()[place]] != NO_PHRASE;
            }
            FixedBitSet read = Circle.of(documents, leaf.context());
            if (few) {
                read.and(withOne(leaf));
            }
            Said.each(read, doc -> leaf.narratives().each(doc, marked, position -> met(leaf, doc, position)));
        }
        return counts;
    }

    /** Whether it is less to look up which documents have one of the words than to read all. */
    private boolean few(FixedBitSet documents) {
        long work = 0;
        for (int number = 0; number < first.length; number++) {
            if (first[number] != NO_PHRASE) {
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
        for (int number = 0; number < first.length; number++) {
            if (first[number] != NO_PHRASE
                    && each.seekExact(new BytesRef(words.get(number).text()))) {
                with = each.postings(with, PostingsEnum.NONE);
                found.or(with);
            }
        }
        return found;
    }

    private void met(InOrder.Leaf leaf, int doc, int position) {
        for (int i = first[leaf.number(doc, position)]; i != NO_PHRASE; i = next[i]) {
            int document = leaf.context().docBase + doc;
            if (last[i] != document && stands(phrases.get(i).words(), leaf, doc, position - offset[i])) {
                last[i] = document;
                counts[i]++;
            }
        }
    }

    private static boolean stands(int[] phrase, InOrder.Leaf leaf, int doc, int from) {
        if (from < 0 || from + phrase.length > leaf.narratives().length(doc)) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (leaf.number(doc, from + i) != phrase[i]) {
                return false;
            }
        }
        return true;
    }
}
