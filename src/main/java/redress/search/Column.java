package redress.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The values of one dimension for all documents of one segment, as whole numbers in memory. Where no document has more
 * than one value it is one number a document (-1: none); otherwise the numbers of document d stand at {@code starts[d]}
 * up to {@code starts[d + 1]}.
 */
final class Column {

    private final int[] starts;
    private final Numbers ordinals;
    private final int[] distinct;
    private final int[] totals;

    /** Each value that occurs is counted now, since many questions are for everything. */
    private Column(int[] starts, Numbers ordinals, int[] distinct) {
        this.starts = starts;
        this.ordinals = ordinals;
        this.distinct = distinct;
        totals = new int[distinct.length];
        int[] all = new int[Arrays.stream(distinct).max().orElse(-1) + 1];
        for (int i = 0; i < ordinals.many(); i++) {
            if (ordinals.at(i) >= 0) {
                all[ordinals.at(i)]++;
            }
        }
        for (int i = 0; i < distinct.length; i++) {
            totals[i] = all[distinct[i]];
        }
    }

    /** Built from the doc values, which stay the source. */
    static Column read(LeafReader reader, String field, Ordinals numbering) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(reader, field);
        int[] global = new int[Math.toIntExact(values.getValueCount())];
        for (int i = 0; i < global.length; i++) {
            global[i] = numbering.of(values.lookupOrd(i).utf8ToString());
        }
        int[] starts = new int[reader.maxDoc() + 1];
        int[] ordinals = new int[reader.maxDoc()];
        int used = 0;
        int last = -1;
        boolean single = true;
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            Arrays.fill(starts, last + 1, doc + 1, used);
            last = doc;
            int count = values.docValueCount();
            single &= count == 1;
            if (used + count > ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, (used + count) * 3 / 2);
            }
            for (int i = 0; i < count; i++) {
                ordinals[used++] = global[(int) values.nextOrd()];
            }
        }
        Arrays.fill(starts, last + 1, starts.length, used);
        return single ? dense(starts, ordinals, global) : new Column(starts, Numbers.of(ordinals, used), global);
    }

    private static Column dense(int[] starts, int[] ordinals, int[] distinct) {
        int[] each = new int[starts.length - 1];
        for (int doc = 0; doc < each.length; doc++) {
            each[doc] = starts[doc + 1] > starts[doc] ? ordinals[starts[doc]] : -1;
        }
        return new Column(new int[0], Numbers.of(each, each.length), distinct);
    }

    /** Adds one to the count of each value of the document. */
    void count(int doc, int[] counts) {
        if (starts.length == 0) {
            if (ordinals.at(doc) >= 0) {
                counts[ordinals.at(doc)]++;
            }
            return;
        }
        for (int i = starts[doc]; i < starts[doc + 1]; i++) {
            counts[ordinals.at(i)]++;
        }
    }

    /** The same for many documents, one after the other; a {@code step} of -1 takes them back. */
    void count(int[] docs, int many, int[] counts, int step) {
        if (starts.length > 0) {
            for (int i = 0; i < many; i++) {
                int end = starts[docs[i] + 1];
                for (int at = starts[docs[i]]; at < end; at++) {
                    counts[ordinals.at(at)] += step;
                }
            }
            return;
        }
        for (int i = 0; i < many; i++) {
            int ordinal = ordinals.at(docs[i]);
            if (ordinal >= 0) {
                counts[ordinal] += step;
            }
        }
    }

    /** The same for all documents of the segment, deleted ones too. */
    void countAll(int[] counts) {
        for (int i = 0; i < distinct.length; i++) {
            counts[distinct[i]] += totals[i];
        }
    }

    /** Where the values of the document begin; see {@link #at}. */
    int first(int doc) {
        return starts.length == 0 ? doc : starts[doc];
    }

    /** Where they end: equal to the beginning when there is none. */
    int end(int doc) {
        if (starts.length == 0) {
            return ordinals.at(doc) >= 0 ? doc + 1 : doc;
        }
        return starts[doc + 1];
    }

    /** The value at a place between beginning and end. */
    int at(int place) {
        return ordinals.at(place);
    }

    /** Whether the document has one of the values. */
    boolean hasAny(int doc, BitSet wanted) {
        if (starts.length == 0) {
            return ordinals.at(doc) >= 0 && wanted.get(ordinals.at(doc));
        }
        for (int i = starts[doc]; i < starts[doc + 1]; i++) {
            if (wanted.get(ordinals.at(i))) {
                return true;
            }
        }
        return false;
    }

    /** The memory it takes, in bytes. */
    long bytes() {
        return 4L * (starts.length + distinct.length + totals.length) + ordinals.memory();
    }
}
