package redress.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The latest hits: by time of receipt, equal ones by id, both descending, from a cursor on. Takes hits many at a time,
 * because nearly all of them are older than those that are kept, and to see that takes one comparison.
 */
final class Newest {

    private final long afterTime;
    private final long afterId;
    private final long[] times;
    private final long[] ids;
    private final int[] documents;
    private int size;

    /** How many of a segment's latest are worth remembering: a page and what was deleted of late. */
    static final int REMEMBERED = 128;

    /** Keeps at most so many, all after the cursor. */
    Newest(int most, @Nullable Cursor after) {
        times = new long[most];
        ids = new long[most];
        documents = new int[most];
        afterTime = after == null ? Long.MAX_VALUE : after.value();
        afterId = after == null ? Long.MAX_VALUE : after.id();
    }

    Segment in(LeafReaderContext context) throws IOException {
        return new Segment(context);
    }

    /** What was kept, the latest first, each with time and id as its sort values. */
    ScoreDoc[] found() {
        ScoreDoc[] found = new ScoreDoc[size];
        for (int i = 0; i < size; i++) {
            found[i] = new FieldDoc(documents[i], Float.NaN, new Object[] {times[i], ids[i]});
        }
        return found;
    }

    /** The documents of {@link #found}, in their own order, as numbers of this segment, where all come from it. */
    int[] documents(LeafReaderContext only) {
        return Arrays.stream(documents, 0, size)
                .map(document -> document - only.docBase)
                .sorted()
                .toArray();
    }

    private boolean after(long time, long id) {
        return time < afterTime || (time == afterTime && id < afterId);
    }

    private boolean mayStay(long time) {
        return time <= afterTime && (size < times.length || time >= times[size - 1]);
    }

    private void offer(long time, long id, int document) {
        if (!mayStay(time) || !after(time, id)) {
            return;
        }
        int at = size;
        while (at > 0 && (times[at - 1] < time || (times[at - 1] == time && ids[at - 1] < id))) {
            at--;
        }
        if (at == times.length) {
            return;
        }
        int moved = Math.min(size, times.length - 1) - at;
        System.arraycopy(times, at, times, at + 1, moved);
        System.arraycopy(ids, at, ids, at + 1, moved);
        System.arraycopy(documents, at, documents, at + 1, moved);
        times[at] = time;
        ids[at] = id;
        documents[at] = document;
        size = Math.min(size + 1, times.length);
    }

    /** The hits of one segment, in the order of its documents. */
    final class Segment {

        private final LeafReader reader;
        private final NumericDocValues received;
        private final NumericDocValues id;
        private final int base;
        private long[] timeOf = new long[0];
        private long[] idOf = new long[0];

        private Segment(LeafReaderContext context) throws IOException {
            reader = context.reader();
            received = DocValues.getNumeric(reader, Documents.RECEIVED);
            id = DocValues.getNumeric(reader, Documents.ID_VALUE);
            base = context.docBase;
        }

        /**
         * Takes all of a segment by its latest documents alone, as {@link Columns#latest} remembers them; false, and
         * nothing taken, where too many of them are deleted or come before the cursor.
         */
        boolean takeLatest(int[] latest, @Nullable Bits live) throws IOException {
            int[] living = live == null
                    ? latest
                    : Arrays.stream(latest).filter(live::get).toArray();
            grow(living.length);
            DocValues.getNumeric(reader, Documents.RECEIVED).longValues(living.length, living, timeOf, 0);
            DocValues.getNumeric(reader, Documents.ID_VALUE).longValues(living.length, living, idOf, 0);
            boolean whole = latest.length < REMEMBERED;
            int following = 0;
            for (int i = 0; i < living.length; i++) {
                following += after(timeOf[i], idOf[i]) ? 1 : 0;
            }
            if (!whole && following < times.length) {
                return false;
            }
            for (int i = living.length - 1; i >= 0; i--) {
                offer(timeOf[i], idOf[i], base + living[i]);
            }
            return true;
        }

        private void grow(int count) {
            if (timeOf.length < count) {
                timeOf = new long[count];
                idOf = new long[count];
            }
        }

        /** Takes the next hits. Those of a segment mostly come in the order of receipt, so the last are tried first. */
        void take(int[] hits, int count) throws IOException {
            grow(count);
            received.longValues(count, hits, timeOf, 0);
            boolean some = false;
            for (int i = 0; i < count; i++) {
                some |= mayStay(timeOf[i]);
            }
            if (some) {
                id.longValues(count, hits, idOf, 0);
                for (int i = count - 1; i >= 0; i--) {
                    offer(timeOf[i], idOf[i], base + hits[i]);
                }
            }
        }
    }
}
