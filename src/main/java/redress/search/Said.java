package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which words stand in each document of one segment, in one field: the postings turned round, without stems. A word is
 * its place among the words of the segment; a document is the gaps between its words, seven bits to a byte (variable
 * byte code; Williams and Zobel 1999), about two bytes a word.
 *
 * <p>In how many documents of a set each word stands is remembered for the last few sets. What differs between a set
 * that is asked for and one that is remembered is all that need be counted. A remembered count is one of the segment
 * and of the set and of nothing else, so it tells nobody more than counting anew would.
 */
final class Said {

    private static final int REMEMBERED = 4;
    private static final int SEVEN_BITS = 0x7f;

    private final int[] starts;
    private final byte[] gaps;
    private final int[] lengths;
    private final int[] numbers;
    private final List<Sum> sums = new ArrayList<>();

    private Said(int[] starts, byte[] gaps, int[] lengths, int[] numbers) {
        this.starts = starts;
        this.gaps = gaps;
        this.lengths = lengths;
        this.numbers = numbers;
    }

    /** In how many documents of a set each word stands, by its place. */
    private record Sum(FixedBitSet documents, int[] counts) {}

    /** Turns the postings of a field round. */
    static Said read(LeafReader reader, String field, Vocabulary vocabulary) throws IOException {
        int[] starts = new int[reader.maxDoc() + 1];
        int[] lengths = new int[reader.maxDoc()];
        int[] last = new int[reader.maxDoc()];
        int[] numbers = new int[0];
        Walk walk = new Walk(reader, field);
        for (BytesRef word = walk.next(); word != null; word = walk.next()) {
            numbers = ArrayUtil.grow(numbers, walk.place() + 1);
            numbers[walk.place()] = vocabulary.number(word);
            PostingsEnum with = walk.documents(PostingsEnum.FREQS);
            for (int doc = with.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = with.nextDoc()) {
                starts[doc + 1] += bytes(walk.place() + 1 - last[doc]);
                last[doc] = walk.place() + 1;
                lengths[doc] += with.freq();
            }
        }
        for (int doc = 0; doc < lengths.length; doc++) {
            starts[doc + 1] += starts[doc];
        }
        byte[] gaps = gaps(new Walk(reader, field), starts);
        return new Said(starts, gaps, lengths, Arrays.copyOf(numbers, walk.place() + 1));
    }

    private static byte[] gaps(Walk walk, int[] starts) throws IOException {
        byte[] gaps = new byte[starts[starts.length - 1]];
        int[] last = new int[starts.length - 1];
        int[] at = Arrays.copyOf(starts, starts.length - 1);
        while (walk.next() != null) {
            PostingsEnum with = walk.documents(PostingsEnum.NONE);
            for (int doc = with.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = with.nextDoc()) {
                int gap = walk.place() + 1 - last[doc];
                last[doc] = walk.place() + 1;
                for (; gap > SEVEN_BITS; gap >>>= 7) {
                    gaps[at[doc]++] = (byte) (gap | ~SEVEN_BITS);
                }
                gaps[at[doc]++] = (byte) gap;
            }
        }
        return gaps;
    }

    private static int bytes(int gap) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(gap) + 6) / 7;
    }

    /** Tells the number of each word of a document once. */
    void each(int doc, IntConsumer number) {
        places(doc, place -> number.accept(numbers[place]));
    }

    private void places(int doc, IntConsumer each) {
        int place = -1;
        int gap = 0;
        int shift = 0;
        for (int at = starts[doc]; at < starts[doc + 1]; at++) {
            gap |= (gaps[at] & SEVEN_BITS) << shift;
            shift += 7;
            if (gaps[at] >= 0) {
                place += gap;
                each.accept(place);
                gap = 0;
                shift = 0;
            }
        }
    }

    /** How many words a document has, each as often as it stands there. */
    int length(int doc) {
        return lengths[doc];
    }

    /** How many words all documents have, each as often as it stands there. */
    long length() {
        long sum = 0;
        for (int length : lengths) {
            sum += length;
        }
        return sum;
    }

    /** How many documents the segment has. */
    int documents() {
        return lengths.length;
    }

    /** How many words the segment has. */
    int words() {
        return numbers.length;
    }

    /** The number of the word at a place among the words of the segment. */
    int number(int place) {
        return numbers[place];
    }

    /** Adds to the count of each word, by its number, in how many documents of a set it stands. */
    synchronized void count(FixedBitSet documents, int[] into) {
        int[] counts = sum(documents).counts();
        for (int place = 0; place < counts.length; place++) {
            into[numbers[place]] += counts[place];
        }
    }

    private Sum sum(FixedBitSet documents) {
        Optional<Sum> nearest = sums.stream().min(Comparator.comparingLong(sum -> apart(sum, documents)));
        Sum sum = nearest.filter(known -> 4 * apart(known, documents) <= documents.cardinality())
                .orElseGet(() -> new Sum(new FixedBitSet(documents.length()), new int[numbers.length]));
        FixedBitSet different = sum.documents().clone();
        different.xor(documents);
        each(different, doc -> {
            int step = documents.get(doc) ? 1 : -1;
            places(doc, place -> sum.counts()[place] += step);
            sum.documents().flip(doc);
        });
        sums.removeIf(known -> known == sum);
        sums.add(0, sum);
        if (sums.size() > REMEMBERED) {
            sums.remove(REMEMBERED);
        }
        return sum;
    }

    private static long apart(Sum sum, FixedBitSet documents) {
        return FixedBitSet.andNotCount(sum.documents(), documents)
                + FixedBitSet.andNotCount(documents, sum.documents());
    }

    /** Each document of a set. */
    static void each(FixedBitSet documents, IntConsumer each) {
        int doc = documents.nextSetBit(0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            each.accept(doc);
            doc = doc + 1 < documents.length() ? documents.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    /** The memory it takes, in bytes, without what is remembered. */
    long bytes() {
        return gaps.length + 4L * (starts.length + lengths.length + numbers.length);
    }

    /** Along the words of a segment, past the stems. */
    static final class Walk {

        private final TermsEnum words;
        private @Nullable PostingsEnum documents;
        private int place = -1;

        Walk(LeafReader reader, String field) throws IOException {
            Terms terms = reader.terms(field);
            words = terms == null ? TermsEnum.EMPTY : terms.iterator();
        }

        @Nullable
        BytesRef next() throws IOException {
            BytesRef word = words.next();
            if (word != null && word.length > 0 && word.bytes[word.offset] == Tongue.MARK) {
                word = words.seekCeil(WordCount.AFTER_THE_STEMS) == TermsEnum.SeekStatus.END ? null : words.term();
            }
            place += word == null ? 0 : 1;
            return word;
        }

        int place() {
            return place;
        }

        /** The documents of the word, good until the next word; the same is asked of each. */
        PostingsEnum documents(int what) throws IOException {
            PostingsEnum with = words.postings(documents, what);
            documents = with;
            return with;
        }
    }
}
