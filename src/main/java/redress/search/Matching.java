package redress.search;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import redress.access.Sight;
import redress.problem.Problem;
import redress.web.Language;
import redress.web.Texts;
import redress.wiring.Part;

/**
 * Which complaints a search finds, all of them and in no order, for a room that looks at them as a whole. The index of
 * this node answers, whichever engine answers the search page: both find the same. What may be seen is a part of the
 * query here too.
 */
@Part
public class Matching {

    /** More than the search page takes, as nobody would be helped by a part of what is found. */
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final SearchIndex index;
    private final Columns columns;
    private final Supplier<Gazetteer> names;
    private final Spellings spellings;
    private final Texts texts;

    @Inject
    Matching(SearchIndex index, Columns columns, Names names, Spellings spellings, Texts texts) {
        this(index, columns, names::gazetteer, spellings, texts);
    }

    Matching(SearchIndex index, Columns columns, Supplier<Gazetteer> names, Spellings spellings, Texts texts) {
        this.index = index;
        this.columns = columns;
        this.names = names;
        this.spellings = spellings;
        this.texts = texts;
    }

    /**
     * A search as it would be kept: what says nothing of what is sought is left out.
     *
     * @param address what stands behind the question mark in the address of the search page
     * @throws Problem invalid, beside the parameter that makes no sense; beside {@code q} where nothing is sought
     */
    public SavedSearch read(String address) {
        SavedSearch search = SavedSearch.of(query(new SavedSearch(address)));
        if (search.address().isEmpty()) {
            throw Problem.invalid(List.of(new Problem.FieldError("q", "search.refused.everything")));
        }
        return search;
    }

    /** What a search asks for in few words: its text, then what narrows it, in the words of the search page. */
    public String told(SavedSearch search) {
        SearchQuery query = query(search);
        List<String> parts = new ArrayList<>();
        if (!query.text().isEmpty()) {
            parts.add(query.text());
        }
        for (Dimension dimension : Dimension.all()) {
            query.wanted(dimension)
                    .forEach(value -> parts.add(named("search.by." + dimension.word(), value(dimension, value))));
        }
        query.in().stream().sorted().forEach(in -> parts.add(named("search.in", said("search.in." + in.word()))));
        SearchQuery.Near near = query.near();
        if (near != null) {
            parts.add(named("search.near", near.text()));
        }
        return String.join(", ", parts);
    }

    private String value(Dimension dimension, String value) {
        return Labels.known(dimension, value)
                ? said(Labels.of(dimension, value, names.get()))
                : said("search.value.unknown", value);
    }

    private String named(String name, String value) {
        return said(name) + ": " + value;
    }

    /** Pages of the office are English. */
    private String said(String keyOrSentence, Object... of) {
        return texts.text(Language.ENGLISH, keyOrSentence, of);
    }

    /**
     * The ids of all that it finds.
     *
     * @throws Problem unavailable while the index is opened; invalid beside {@code q} where it takes too long or asks
     *     for too much at once
     */
    public Set<Long> all(SavedSearch search, Sight sight) {
        SearchQuery query = spellings.widened(query(search));
        boolean withSealed = sight.compartments().stream().anyMatch(Compartments::sealed);
        try (View view = index.view(withSealed)) {
            return all(query, sight, view.searcher());
        } catch (IndexSearcher.TooManyClauses | TooComplexToDeterminizeException tooMuch) {
            throw Questions.tooMuch(tooMuch);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Set<Long> all(SearchQuery query, Sight sight, IndexSearcher searcher) throws IOException {
        Query words = new Translation(index.words(), query.in(), sight.reads())
                .query(query.read().clause());
        long deadline = System.nanoTime() + BUDGET.toNanos();
        searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            columns.of(leaf.reader());
        }
        Set<Long> ids = new HashSet<>();
        new Pass(searcher, columns, query, sight).each(words, ids::add);
        if (searcher.timedOut()) {
            throw Problem.invalid(List.of(new Problem.FieldError("q", "search.refused.slow")));
        }
        return Set.copyOf(ids);
    }

    private SearchQuery query(SavedSearch search) {
        Map<String, List<String>> parameters = search.parameters();
        List<String> text = parameters.getOrDefault("q", List.of());
        return new Asking(names.get(), parameters)
                .query(text.isEmpty() ? null : text.getFirst(), null, SearchQuery.USUAL);
    }
}
