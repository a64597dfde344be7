package redress.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents of one segment are those of a complaint: there may be several, of which all but one have been taken
 * out. The ids in order, so that a few of them are found without looking at every document; twelve bytes a document.
 */
final class Whose {

    static final int BYTES_A_DOCUMENT = 12;

    private final long[] ids;
    private final int[] documents;
    private final FixedBitSet telling;

    private Whose(long[] ids, int[] documents, FixedBitSet telling) {
        this.ids = ids;
        this.documents = documents;
        this.telling = telling;
    }

    /** Reads the ids of all documents. */
    static Whose read(LeafReader segment) throws IOException {
        NumericDocValues values = DocValues.getNumeric(segment, Documents.ID_VALUE);
        BinaryDocValues told = DocValues.getBinary(segment, Documents.SIGNATURE);
        long[] byDocument = new long[segment.maxDoc()];
        int[] documents = new int[byDocument.length];
        FixedBitSet telling = new FixedBitSet(Math.max(1, byDocument.length));
        int known = 0;
        boolean ascending = true;
        for (int doc = 0; doc < byDocument.length; doc++) {
            if (values.advanceExact(doc)) {
                byDocument[doc] = values.longValue();
                ascending &= known == 0 || byDocument[documents[known - 1]] <= byDocument[doc];
                documents[known++] = doc;
            }
            if (told.advanceExact(doc)) {
                telling.set(doc);
            }
        }
        documents = Arrays.copyOf(documents, known);
        return new Whose(sorted(byDocument, documents, ascending), documents, telling);
    }

    /** The ids in order, and the documents in the order of their ids. */
    private static long[] sorted(long[] byDocument, int[] documents, boolean already) {
        if (!already) {
            int[] sorted = IntStream.of(documents)
                    .boxed()
                    .sorted((one, other) -> Long.compare(byDocument[one], byDocument[other]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, documents, 0, sorted.length);
        }
        return IntStream.of(documents).mapToLong(doc -> byDocument[doc]).toArray();
    }

    /** The documents that tell something in words. */
    FixedBitSet telling() {
        return telling;
    }

    /** Adds the documents of a complaint to a set of documents of the whole index. */
    void mark(long id, FixedBitSet into, int base) {
        int at = Arrays.binarySearch(ids, id);
        for (int i = at; i >= 0 && ids[i] == id; i--) {
            into.set(base + documents[i]);
        }
        for (int i = at; i >= 0 && i < ids.length && ids[i] == id; i++) {
            into.set(base + documents[i]);
        }
    }

    /** The documents of those complaints of which this holds. */
    FixedBitSet those(LongPredicate wanted) {
        FixedBitSet found = new FixedBitSet(telling.length());
        for (int i = 0; i < ids.length; i++) {
            if (wanted.test(ids[i])) {
                found.set(documents[i]);
            }
        }
        return found;
    }
}
