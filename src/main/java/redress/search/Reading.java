package redress.search;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import redress.access.RecordKind;
import redress.access.Sight;

/**
 * Answers a question from the index of this node. Holds no rule on who may ask; what the actor may see comes with the
 * question. Whoever wants the engine that has been chosen asks for a {@link SearchPort}, which {@link Engines} hands
 * out.
 */
@Singleton
@Typed(Reading.class)
class Reading implements SearchPort {

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final Set<String> SHOWN = Set.of(Documents.NUMBER, Documents.STAGE, Documents.DAY, Documents.UNIT);

    /** Fewer hits are not worth to be shared out. */
    private static final int MANY = 8;

    private final SearchIndex index;
    private final Columns columns;
    private final Helpers helpers;

    @Inject
    Reading(SearchIndex index, Columns columns, Helpers helpers) {
        this.index = index;
        this.columns = columns;
        this.helpers = helpers;
    }

    /** One that is not helped. */
    Reading(SearchIndex index, Columns columns) {
        this(index, columns, Helpers.none());
    }

    @Override
    public Answer answer(SearchQuery query, Sight sight, Consumer<List<Long>> found) {
        return answer(query, sight, BUDGET, found);
    }

    /** As above with a time limit of its own; the answer says when it ran out. */
    Answer answer(SearchQuery query, Sight sight, Duration budget) {
        return answer(query, sight, budget, ids -> {});
    }

    private Answer answer(SearchQuery query, Sight sight, Duration budget, Consumer<List<Long>> found) {
        boolean withSealed = sight.compartments().stream().anyMatch(Compartments::sealed);
        try (View view = index.view(withSealed)) {
            long deadline = System.nanoTime() + budget.toNanos();
            return answer(query, sight, view, deadline, found);
        } catch (IndexSearcher.TooManyClauses | TooComplexToDeterminizeException tooMuch) {
            throw Questions.tooMuch(tooMuch);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Answer answer(SearchQuery query, Sight sight, View view, long deadline, Consumer<List<Long>> found)
            throws IOException {
        IndexSearcher searcher = view.searcher();
        Query words = new Translation(index.words(), query.in(), sight.reads())
                .query(query.read().clause());
        IndexSearcher helped = helpers.any() ? view.searcher(helpers) : null;
        for (IndexSearcher each : helped == null ? List.of(searcher) : List.of(searcher, helped)) {
            each.setTimeout(() -> System.nanoTime() - deadline > 0);
        }
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            columns.of(leaf.reader());
        }
        Pass.Outcome outcome = new Pass(searcher, helped, columns, query, sight).over(words);
        FacetCount count = outcome.count();
        ScoreDoc[] documents = outcome.best();
        boolean more = documents.length > query.size();
        int[] shown = new int[more ? query.size() : documents.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = documents[i].doc;
        }
        Cursor next = more ? next(query, (FieldDoc) documents[shown.length - 1], shown.length) : null;
        boolean partial = outcome.partial();
        searcher.setTimeout(null);
        found.accept(
                Arrays.stream(documents).limit(shown.length).map(Reading::id).toList());
        return new Answer(
                count.hits(),
                hits(searcher, words, Arrays.copyOf(documents, shown.length), sight.reads()),
                count.facets(query.breakdown()),
                count.tally().overTime(),
                count.tally().table(),
                next,
                partial,
                query.cut(),
                List.of());
    }

    private List<Answer.Hit> hits(IndexSearcher searcher, Query words, ScoreDoc[] documents, Set<RecordKind> reads)
            throws IOException {
        int own = helpers.any() && documents.length >= MANY ? documents.length / 2 : documents.length;
        List<Callable<List<Answer.Hit>>> parts = new ArrayList<>();
        parts.add(() -> part(searcher, words, Arrays.copyOf(documents, own), reads));
        if (own < documents.length) {
            parts.add(() -> part(searcher, words, Arrays.copyOfRange(documents, own, documents.length), reads));
        }
        return helpers.all(parts).stream().flatMap(List::stream).toList();
    }

    private List<Answer.Hit> part(IndexSearcher searcher, Query words, ScoreDoc[] documents, Set<RecordKind> reads)
            throws IOException {
        int[] shown = Arrays.stream(documents).mapToInt(hit -> hit.doc).toArray();
        StoredFields stored = searcher.storedFields();
        Set<String> wanted = new HashSet<>(SHOWN);
        Snippets.from(reads).forEach(field -> wanted.add(field.field()));
        Map<Integer, Document> read = new HashMap<>();
        for (int doc : shown) {
            read.put(doc, stored.document(doc, wanted));
        }
        List<Snippets.Snippet> snippets = new Snippets(searcher, index.words(), reads, read).of(words, shown);
        List<Answer.Hit> hits = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            Document document = Objects.requireNonNull(read.get(shown[i]));
            hits.add(new Answer.Hit(
                    id(documents[i]),
                    Objects.requireNonNullElse(document.get(Documents.NUMBER), ""),
                    document.get(Documents.STAGE),
                    Objects.requireNonNullElse(document.get(Documents.DAY), ""),
                    document.get(Documents.UNIT),
                    snippets.get(i).in(),
                    snippets.get(i).pieces()));
        }
        return hits;
    }

    private static Cursor next(SearchQuery query, FieldDoc last, int shown) {
        return Cursor.after(query, ((Number) last.fields[0]).longValue(), id(last), shown);
    }

    private static long id(ScoreDoc document) {
        return ((Number) ((FieldDoc) document).fields[1]).longValue();
    }
}
