package redress.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * The columns of every segment that is in use. Segments never change, so a column is built once, when its segment is
 * first asked for, and goes with it.
 */
@Singleton
class Columns {

    private final Map<IndexReader.CacheKey, Map<Dimension, Column>> segments = new ConcurrentHashMap<>();
    private final Map<IndexReader.CacheKey, int[]> latest = new ConcurrentHashMap<>();
    private final Map<Dimension, Ordinals> numberings = new EnumMap<>(Dimension.class);

    Columns() {
        Dimension.all().forEach(dimension -> numberings.put(dimension, new Ordinals()));
    }

    /** The numbering of a dimension, the same in all segments. */
    Ordinals numbering(Dimension dimension) {
        Ordinals numbering = numberings.get(dimension);
        if (numbering == null) {
            throw new IllegalStateException("every dimension has a numbering");
        }
        return numbering;
    }

    /** All columns of a segment. */
    Map<Dimension, Column> of(LeafReader segment) throws IOException {
        IndexReader.@Nullable CacheHelper helper = segment.getCoreCacheHelper();
        if (helper == null) {
            return read(segment);
        }
        Map<Dimension, Column> known = segments.get(helper.getKey());
        if (known != null) {
            return known;
        }
        try {
            return segments.computeIfAbsent(helper.getKey(), key -> {
                helper.addClosedListener(segments::remove);
                return readUnchecked(segment);
            });
        } catch (UncheckedIOException broken) {
            throw new IOException("the columns of a segment cannot be read", broken);
        }
    }

    /** The latest documents of a segment, deleted ones too, in the order of their numbers; fewer where it has fewer. */
    int[] latest(LeafReaderContext context) throws IOException {
        IndexReader.@Nullable CacheHelper helper = context.reader().getCoreCacheHelper();
        int[] known = helper == null ? null : latest.get(helper.getKey());
        if (known != null) {
            return known;
        }
        Newest newest = new Newest(Newest.REMEMBERED, null);
        int[] all = new int[context.reader().maxDoc()];
        Arrays.setAll(all, doc -> doc);
        newest.in(context).take(all, all.length);
        int[] found = newest.documents(context);
        if (helper != null && latest.putIfAbsent(helper.getKey(), found) == null) {
            helper.addClosedListener(latest::remove);
        }
        return found;
    }

    /** The memory that the columns of these segments take, in bytes; of those that somebody asked for. */
    long bytes(List<LeafReaderContext> asked) {
        return asked.stream()
                .map(segment -> segment.reader().getCoreCacheHelper())
                .flatMap(helper -> helper == null ? Stream.empty() : columns(helper.getKey()))
                .mapToLong(Column::bytes)
                .sum();
    }

    private Stream<Column> columns(IndexReader.CacheKey segment) {
        return segments.getOrDefault(segment, Map.of()).values().stream();
    }

    private Map<Dimension, Column> readUnchecked(LeafReader segment) {
        try {
            return read(segment);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<Dimension, Column> read(LeafReader segment) throws IOException {
        Map<Dimension, Column> columns = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            columns.put(dimension, Column.read(segment, dimension.field(), numbering(dimension)));
        }
        return columns;
    }
}
