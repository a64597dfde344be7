package redress.search;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import redress.access.Sight;

/**
 * Answers a question from the index of this node. Holds no rule on who may ask; what the actor may see comes with the
 * question. Whoever wants the engine that has been chosen asks for a {@link SearchPort}, which {@link Engines} hands
 * out.
 */
@Singleton
@Typed(Reading.class)
class Reading implements SearchPort {

    /** How many values a dimension lists; the unit tree lists all, since a page shows one level of it. */
    static final int MOST_VALUES = 1_000;

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final SortField BY_ID = new SortField(Documents.ID_VALUE, SortField.Type.LONG, true);
    private static final Sort NEWEST = new Sort(new SortField(Documents.RECEIVED, SortField.Type.LONG, true), BY_ID);
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, BY_ID);
    private static final Set<String> SHOWN = Set.of(Documents.NUMBER, Documents.STAGE, Documents.DAY, Documents.UNIT);

    private final SearchIndex index;
    private final Columns columns;

    @Inject
    Reading(SearchIndex index, Columns columns) {
        this.index = index;
        this.columns = columns;
    }

    @Override
    public Answer answer(SearchQuery query, Sight sight) {
        return answer(query, sight, BUDGET);
    }

    /** As above with a time limit of its own; the answer says when it ran out. */
    Answer answer(SearchQuery query, Sight sight, Duration budget) {
        boolean withSealed = sight.compartments().stream().anyMatch(Compartments::sealed);
        try (View view = index.view(withSealed)) {
            return answer(query, sight, view.searcher(), System.nanoTime() + budget.toNanos());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Answer answer(SearchQuery query, Sight sight, IndexSearcher searcher, long deadline) throws IOException {
        Query words = new Translation(index.words(), query.in(), sight.reads())
                .query(query.read().clause());
        searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            columns.of(leaf.reader());
        }
        Cursor after = query.after();
        TopFieldCollectorManager best = new TopFieldCollectorManager(
                query.newestFirst() ? NEWEST : BEST,
                query.size() + 1,
                after == null ? null : after.document(),
                Integer.MAX_VALUE);
        Found found = searcher.search(Questions.allowed(words, query, sight), new OnePass(best, query));
        ScoreDoc[] documents = found.top().scoreDocs;
        boolean more = documents.length > query.size();
        int[] shown = new int[more ? query.size() : documents.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = documents[i].doc;
        }
        Cursor next = more ? Cursor.at((FieldDoc) documents[shown.length - 1], query.newestFirst()) : null;
        boolean partial = searcher.timedOut();
        searcher.setTimeout(null);
        return new Answer(
                found.count().hits(),
                hits(new Snippets(searcher, index.words(), sight.reads()).of(words, shown), searcher, documents, shown),
                found.count().facets(MOST_VALUES),
                found.count().tally().overTime(),
                found.count().tally().table(),
                next,
                partial,
                query.cut());
    }

    private static List<Answer.Hit> hits(
            List<Snippets.Snippet> snippets, IndexSearcher searcher, ScoreDoc[] documents, int[] shown)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Answer.Hit> hits = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            Document document = stored.document(shown[i], SHOWN);
            hits.add(new Answer.Hit(
                    ((Number) ((FieldDoc) documents[i]).fields[1]).longValue(),
                    Objects.requireNonNullElse(document.get(Documents.NUMBER), ""),
                    document.get(Documents.STAGE),
                    Objects.requireNonNullElse(document.get(Documents.DAY), ""),
                    document.get(Documents.UNIT),
                    snippets.get(i).in(),
                    snippets.get(i).pieces()));
        }
        return hits;
    }

    private record Found(TopFieldDocs top, FacetCount count) {}

    /** Hits and counts in one pass, by one thread: the searcher has no executor. */
    private final class OnePass implements CollectorManager<FacetCount, Found> {

        private final TopFieldCollectorManager best;
        private final TopFieldCollector top;
        private final FacetCount count;

        OnePass(TopFieldCollectorManager best, SearchQuery query) {
            this.best = best;
            top = best.newCollector();
            count = new FacetCount(columns, query, top);
        }

        @Override
        public FacetCount newCollector() {
            return count;
        }

        @Override
        public Found reduce(Collection<FacetCount> passes) throws IOException {
            return new Found(best.reduce(List.of(top)), count);
        }
    }
}
