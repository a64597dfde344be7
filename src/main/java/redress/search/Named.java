package redress.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Many complaints that are asked about again and again: which documents they are is looked up once for each segment.
 * Who may see them is asked each time. Safe for use by several threads.
 */
public final class Named {

    /** An index has some twenty segments; when more are remembered most of them are gone, and all are let go. */
    private static final int MOST_SEGMENTS = 100;

    private final long[] ids;
    private final Map<IndexReader.CacheKey, FixedBitSet> segments = new ConcurrentHashMap<>();

    /** @param ids of the complaints, each at most once */
    public Named(LongStream ids) {
        this.ids = ids.sorted().toArray();
    }

    private boolean holds(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    /** Their documents in a segment, which are not to be changed. */
    FixedBitSet in(LeafReader segment, Lexicon lexicon) throws IOException {
        IndexReader.@Nullable CacheHelper helper = segment.getCoreCacheHelper();
        if (helper == null) {
            return lexicon.whose(segment).those(this::holds);
        }
        FixedBitSet known = segments.get(helper.getKey());
        if (known == null) {
            known = lexicon.whose(segment).those(this::holds);
            if (segments.size() >= MOST_SEGMENTS) {
                segments.clear();
            }
            segments.put(helper.getKey(), known);
        }
        return known;
    }
}
