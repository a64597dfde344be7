package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: an index as Lucene's own documentation builds it, with the same words in the same fields by the same
 * analyzers, and facets by sorted-set doc values in the one field that Lucene puts them in. It knows no rights and has
 * no complaint sealed off.
 */
final class RawLucene implements Closeable {

    private static final int MOST_VALUES = SearchQuery.Breakdown.MOST_VALUES;
    private static final Set<String> SHOWN = Set.of(Documents.NUMBER, Documents.STAGE, Documents.DAY, Documents.UNIT);

    private final FSDirectory directory;
    private final Words words;
    private final IndexWriter writer;
    private final FacetsConfig facets = new FacetsConfig();
    private final List<Dimension> dimensions;
    private @Nullable DirectoryReader reader;
    private @Nullable SortedSetDocValuesReaderState state;

    /** An empty index with facets on these dimensions. */
    RawLucene(Path folder, Words words, double bufferMb, List<Dimension> dimensions) throws IOException {
        this.words = words;
        this.dimensions = dimensions;
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(words).setRAMBufferSizeMB(bufferMb));
        dimensions.forEach(dimension -> facets.setMultiValued(dimension.word(), true));
    }

    /** The document of a sheet: the fields of ours, with Lucene's facets in place of our columns. */
    Document document(ComplaintSheet sheet) throws IOException {
        Document document = new Document();
        for (IndexableField field : Documents.of(sheet)) {
            if (!(field instanceof SortedSetDocValuesField)) {
                document.add(field);
            }
        }
        for (Dimension dimension : dimensions) {
            for (String value : sheet.values(dimension)) {
                document.add(new SortedSetDocValuesFacetField(dimension.word(), value));
            }
        }
        return facets.build(document);
    }

    void add(Document document) throws IOException {
        writer.addDocument(document);
    }

    /** Makes everything durable; later questions see it. */
    void commit() throws IOException {
        writer.commit();
    }

    /** Opens what was committed to be asked. */
    void open() throws IOException {
        DirectoryReader opened = DirectoryReader.open(directory);
        reader = opened;
        state = new DefaultSortedSetDocValuesReaderState(opened, facets);
    }

    /**
     * What a question found, in the form in which the two ways are compared; the lines of hits where texts are read.
     */
    record Result(long count, List<Float> scores, List<String> lines, Map<Dimension, List<Answer.Count>> counts) {}

    /** The best hits and all counts, in the way of Lucene's own example of facets. */
    Result answer(Query query, int size, boolean texts) throws IOException {
        IndexSearcher searcher = new IndexSearcher(Objects.requireNonNull(reader));
        FacetsCollectorManager.FacetsResult found =
                FacetsCollectorManager.search(searcher, query, size, new FacetsCollectorManager());
        SortedSetDocValuesFacetCounts counted =
                new SortedSetDocValuesFacetCounts(Objects.requireNonNull(state), found.facetsCollector());
        Map<Dimension, List<Answer.Count>> counts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            counts.put(dimension, counts(counted.getTopChildren(MOST_VALUES, dimension.word())));
        }
        long count = 0;
        for (FacetsCollector.MatchingDocs segment : found.facetsCollector().getMatchingDocs()) {
            count += segment.totalHits();
        }
        TopDocs top = found.topDocs();
        List<String> lines = texts ? texts(searcher, query, top) : List.of();
        return new Result(
                count, Arrays.stream(top.scoreDocs).map(hit -> hit.score).toList(), lines, counts);
    }

    /** What a list of hits shows: what is stored of each, and where it matched, by Lucene's own highlighter. */
    private List<String> texts(IndexSearcher searcher, Query query, TopDocs top) throws IOException {
        int[] documents = Arrays.stream(top.scoreDocs).mapToInt(hit -> hit.doc).toArray();
        String[] fields = Snippets.from(Set.of()).stream().map(TextField::field).toArray(String[]::new);
        int[] passages = new int[fields.length];
        Arrays.fill(passages, 2);
        Map<String, String[]> marked = UnifiedHighlighter.builder(searcher, words)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withMaxNoHighlightPassages(1)
                .build()
                .highlightFields(fields, query, documents, passages);
        StoredFields stored = searcher.storedFields();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Document document = stored.document(documents[i], SHOWN);
            lines.add(document.get(Documents.NUMBER)
                    + document.get(Documents.DAY)
                    + Objects.requireNonNull(marked.get(fields[0]))[i]);
        }
        return lines;
    }

    private static List<Answer.Count> counts(@Nullable FacetResult result) {
        List<Answer.Count> counts = new ArrayList<>();
        if (result != null) {
            Arrays.stream(result.labelValues)
                    .forEach(value -> counts.add(new Answer.Count(value.label, value.value.longValue())));
        }
        return counts;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        writer.close();
        directory.close();
    }
}
