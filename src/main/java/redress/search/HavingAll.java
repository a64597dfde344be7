package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/** The complaints of a stretch that have all of some words, as a set of bits as large as the segment. */
final class HavingAll {

    /** A word that so many times more complaints have than are left is asked about those alone. */
    private static final int MUCH_MORE = 8;

    private HavingAll() {}

    /**
     * The rarest word comes first, and each further one is cut with what is left.
     *
     * @param words where each of them stands, unread so far; a word may stand in several places, or in none
     * @param within where complaints are looked for
     */
    static FixedBitSet of(List<List<Scorer>> words, Stretch within) throws IOException {
        List<List<Scorer>> rarestFirst = new ArrayList<>(words);
        rarestFirst.sort(Comparator.comparingLong(HavingAll::many));
        FixedBitSet left = new FixedBitSet(within.segment());
        for (Scorer place : rarestFirst.getFirst()) {
            within.put(place.iterator(), left);
        }
        for (List<Scorer> word : rarestFirst.subList(1, rarestFirst.size())) {
            left = cut(left, word, within);
        }
        return left;
    }

    private static FixedBitSet cut(FixedBitSet left, List<Scorer> word, Stretch within) throws IOException {
        FixedBitSet having = new FixedBitSet(within.segment());
        if (within.share(many(word)) > (long) MUCH_MORE * left.cardinality()) {
            for (Scorer place : word) {
                put(place.iterator(), left, having);
            }
            return having;
        }
        for (Scorer place : word) {
            within.put(place.iterator(), having);
        }
        having.and(left);
        return having;
    }

    private static long many(List<Scorer> places) {
        return places.stream().mapToLong(place -> place.iterator().cost()).sum();
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
