package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/** The complaints of a segment that have all of some words, as a set of bits. */
final class HavingAll {

    /** A word that so many times more complaints have than are left is asked about those alone. */
    private static final int MUCH_MORE = 8;

    private HavingAll() {}

    /**
     * The rarest word comes first, and each further one is cut with what is left.
     *
     * @param words where each of them stands, unread so far; a word may stand in several places, or in none
     * @param size how many documents the segment has, deleted ones among them
     */
    static FixedBitSet of(List<List<Scorer>> words, int size) throws IOException {
        List<List<Scorer>> rarestFirst = new ArrayList<>(words);
        rarestFirst.sort(Comparator.comparingLong(HavingAll::many));
        FixedBitSet left = new FixedBitSet(size);
        for (Scorer place : rarestFirst.getFirst()) {
            put(place.iterator(), left);
        }
        for (List<Scorer> word : rarestFirst.subList(1, rarestFirst.size())) {
            left = cut(left, word, size);
        }
        return left;
    }

    private static FixedBitSet cut(FixedBitSet left, List<Scorer> word, int size) throws IOException {
        FixedBitSet having = new FixedBitSet(size);
        if (many(word) > (long) MUCH_MORE * left.cardinality()) {
            for (Scorer place : word) {
                put(place.iterator(), left, having);
            }
            return having;
        }
        for (Scorer place : word) {
            put(place.iterator(), having);
        }
        having.and(left);
        return having;
    }

    private static long many(List<Scorer> places) {
        return places.stream().mapToLong(place -> place.iterator().cost()).sum();
    }

    /** All of the documents. */
    static void put(DocIdSetIterator documents, FixedBitSet into) throws IOException {
        if (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            documents.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, into, 0);
        }
    }

    /** Those of {@code among} that are among the documents. */
    private static void put(DocIdSetIterator documents, FixedBitSet among, FixedBitSet into) throws IOException {
        int doc = next(among, 0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            int at = documents.docID() < doc ? documents.advance(doc) : documents.docID();
            if (at == doc) {
                into.set(doc);
            }
            doc = next(among, at == doc ? doc + 1 : at);
        }
    }

    private static int next(FixedBitSet among, int from) {
        return from < among.length() ? among.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }
}
