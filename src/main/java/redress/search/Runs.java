package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The runs of two and three words in the complaints of a scope, got from the places at which words stand and not from
 * texts. Words that stand in too few complaints cannot be part of a phrase that stands in enough and are left out. A
 * place is one number: 25 bits of document, 18 of position, 20 of the word's number; a phrase is one too.
 */
final class Runs {

    private static final int WORD_BITS = 20;
    private static final int POSITION_BITS = 18;
    private static final int MOST_WORDS = (1 << WORD_BITS) - 1;
    private static final long WORD = MOST_WORDS;

    /** Words by their numbers, and in how many complaints of the scope they stand one after the other. */
    record Run(int[] words, int here) {}

    private final List<WordCount.Word> words;
    private long[] places = new long[1 << 12];
    private int size;

    private Runs(List<WordCount.Word> words) {
        this.words = words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
    }

    /**
     * All runs that stand in enough of these documents; the number of a word is its place in the list. Segment by
     * segment, along the words as they stand in its dictionary.
     */
    static List<Run> in(IndexReader reader, FixedBitSet documents, List<WordCount.Word> words) throws IOException {
        Runs runs = new Runs(words);
        List<BytesRef> sought =
                runs.words.stream().map(word -> new BytesRef(word.text())).toList();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(TextField.NARRATIVE.field());
            FixedBitSet wanted = Circle.of(documents, leaf);
            if (terms != null && wanted.nextSetBit(0) != DocIdSetIterator.NO_MORE_DOCS) {
                runs.take(terms.iterator(), sought, wanted, leaf.docBase);
            }
        }
        return runs.found();
    }

    /** The same from the narratives word after word. */
    static List<Run> in(InOrder narratives, FixedBitSet documents, List<WordCount.Word> words) {
        Runs runs = new Runs(words);
        for (InOrder.Leaf leaf : narratives.leaves()) {
            Said.each(Circle.of(documents, leaf.context()), doc -> runs.take(leaf, doc));
        }
        return runs.found();
    }

    private void take(InOrder.Leaf leaf, int doc) {
        int length = leaf.narratives().length(doc);
        for (int position = 0; position < length; position++) {
            int number = leaf.number(doc, position);
            if (number != InOrder.NONE && number < MOST_WORDS) {
                add(leaf.context().docBase + doc, position, number + 1);
            }
        }
    }

    private void take(TermsEnum each, List<BytesRef> sought, FixedBitSet wanted, int base) throws IOException {
        PostingsEnum positions = null;
        for (int number = 0; number < sought.size(); number++) {
            if (each.seekExact(sought.get(number))) {
                positions = each.postings(positions, PostingsEnum.POSITIONS);
                take(positions, wanted, base, number + 1);
            }
        }
    }

    private void take(PostingsEnum word, FixedBitSet documents, int base, int number) throws IOException {
        int wanted = documents.nextSetBit(0);
        while (wanted != DocIdSetIterator.NO_MORE_DOCS) {
            int doc = word.docID() < wanted ? word.advance(wanted) : word.docID();
            if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                return;
            }
            if (doc == wanted) {
                for (int i = word.freq(); i > 0; i--) {
                    add(base + doc, word.nextPosition(), number);
                }
                doc++;
            }
            wanted = doc < documents.length() ? documents.nextSetBit(doc) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    private void add(int doc, int position, int number) {
        if (position < 1 << POSITION_BITS) {
            places = ArrayUtil.grow(places, size + 1);
            places[size++] = ((long) doc << POSITION_BITS | position) << WORD_BITS | number;
        }
    }

    private List<Run> found() {
        Arrays.sort(places, 0, size);
        Keys all = new Keys();
        Keys ofOne = new Keys();
        for (int i = 0; i < size; i++) {
            runsAt(i, ofOne::add);
            if (i + 1 == size || document(i + 1) != document(i)) {
                ofOne.each((key, count) -> all.add(key));
                ofOne.clear();
            }
        }
        List<Run> found = new ArrayList<>();
        all.each((key, count) -> {
            if (count >= Wording.LEAST) {
                found.add(new Run(numbers(key), count));
            }
        });
        return found;
    }

    /** The runs that begin at a place. */
    private void runsAt(int i, LongConsumer run) {
        if (words.get(word(i) - 1).little()) {
            return;
        }
        long key = word(i);
        for (int j = i + 1; j <= i + 2 && j < size && follows(j); j++) {
            key = key << WORD_BITS | word(j);
            if (!words.get(word(j) - 1).little()) {
                run.accept(key);
            }
        }
    }

    private boolean follows(int j) {
        return places[j] >>> WORD_BITS == (places[j - 1] >>> WORD_BITS) + 1 && document(j) == document(j - 1);
    }

    private int word(int i) {
        return (int) (places[i] & WORD);
    }

    private long document(int i) {
        return places[i] >>> WORD_BITS + POSITION_BITS;
    }

    private static int[] numbers(long key) {
        int first = (int) (key >>> 2 * WORD_BITS);
        int second = (int) (key >>> WORD_BITS & WORD) - 1;
        int third = (int) (key & WORD) - 1;
        return first == 0 ? new int[] {second, third} : new int[] {first - 1, second, third};
    }

    private interface Counted {
        void of(long key, int count);
    }

    /** Keys, several of which may be equal. */
    private static final class Keys {

        private long[] keys = new long[64];
        private int size;

        void add(long key) {
            keys = ArrayUtil.grow(keys, size + 1);
            keys[size++] = key;
        }

        void clear() {
            size = 0;
        }

        /** Each key once, with how often it was added. */
        void each(Counted counted) {
            Arrays.sort(keys, 0, size);
            int from = 0;
            for (int i = 1; i <= size; i++) {
                if (i == size || keys[i] != keys[from]) {
                    counted.of(keys[from], i - from);
                    from = i;
                }
            }
        }
    }
}
