package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;

/**
 * Saved searches turned round: they are indexed by a word or value that a complaint must have to match, so that a
 * complaint meets only those of which it has one. It keeps the searches in memory and nothing of a complaint.
 *
 * <p>Values of dimensions stand in the turned document as terms besides doc values: in the index of complaints they are
 * counted, here they choose.
 *
 * <p>Of the records kept with a complaint only those are looked into that everybody reads who may see the complaint:
 * whose rights a search will be held against is not known here.
 */
final class Lookout implements Closeable {

    private static final System.Logger LOG = System.getLogger(Lookout.class.getName());

    /**
     * The monitor makes all that it is given into documents before it keeps the first; ten thousand took a gigabyte.
     */
    private static final int AT_ONCE = 1_000;

    private final Words words;
    private final Monitor monitor;
    private final Set<Long> held = ConcurrentHashMap.newKeySet();

    Lookout(Words words) {
        this.words = words;
        try {
            monitor = new Monitor(
                    words,
                    new TermFilteredPresearcher(
                            TermFilteredPresearcher.DEFAULT_WEIGHTOR, List.of(Lookout::anyOfThese), Set.of()),
                    new FewSegments());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The ids of what is held. */
    Set<Long> held() {
        return Set.copyOf(held);
    }

    /** Lets these go. */
    void drop(Collection<Long> ids) throws IOException {
        monitor.deleteById(ids.stream().map(String::valueOf).toList());
        held.removeAll(ids);
    }

    /** Holds these as well; gives the ids of those that cannot be held, which must not keep the others out. */
    Set<Long> add(Map<Long, SearchQuery> searches) throws IOException {
        Set<Long> refused = new HashSet<>();
        Set<Long> taken = new HashSet<>();
        List<MonitorQuery> queries = new ArrayList<>();
        searches.forEach((id, search) -> {
            Optional<Query> query = possible(search);
            query.ifPresent(made -> queries.add(new MonitorQuery(Long.toString(id), made)));
            (query.isPresent() ? taken : refused).add(id);
        });
        for (int from = 0; from < queries.size(); from += AT_ONCE) {
            monitor.register(queries.subList(from, Math.min(from + AT_ONCE, queries.size())));
        }
        held.addAll(taken);
        return refused;
    }

    /** Whether this one is held. */
    boolean holds(long id) {
        return held.contains(id);
    }

    /** Whether this one could be held. */
    boolean takes(SearchQuery search) {
        return possible(search).isPresent();
    }

    /**
     * The query of a search, unless it would be too much or makes no sense to Lucene. What is too much as a whole
     * Lucene would refuse only when it is run, and then each time that a complaint comes which has something of it.
     */
    private Optional<Query> possible(SearchQuery search) {
        try {
            return Optional.of(query(search)).filter(ClauseCount::runs);
        } catch (IndexSearcher.TooManyClauses
                | TooComplexToDeterminizeException
                | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /**
     * What became of the searches that were run against a complaint.
     *
     * @param matched the ids of those that match it
     * @param failed the ids of those that could not be run; they do not silence the others
     */
    record Outcome(Set<Long> matched, Set<Long> failed) {}

    /** Which searches match a complaint. */
    Outcome match(ComplaintSheet sheet) throws IOException {
        MatchingQueries<QueryMatch> found = monitor.match(document(sheet), QueryMatch.SIMPLE_MATCHER);
        Set<Long> failed = new HashSet<>();
        found.getErrors().forEach((id, broken) -> {
            failed.add(Long.parseLong(id));
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The search of watch {0} could not be run: {1}",
                    id,
                    broken.getClass().getName());
        });
        Set<Long> matched = new HashSet<>();
        found.getMatches().forEach(match -> matched.add(Long.parseLong(match.getQueryId())));
        return new Outcome(matched, failed);
    }

    /** The complaint as the index has it, and its values as terms. */
    static Document document(ComplaintSheet sheet) {
        Document document = Documents.of(sheet);
        for (Dimension dimension : Dimension.all()) {
            for (String value : sheet.values(dimension)) {
                document.add(new StringField(term(dimension), value, Field.Store.NO));
            }
        }
        return document;
    }

    /** What a complaint must be like: the words, every filter, the distance. */
    Query query(SearchQuery search) {
        Query text = new Translation(words, search.in(), RecordKind.forAll(), has -> any(has.dimension(), has.values()))
                .query(search.read().clause());
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(text, Occur.MUST);
        search.filters().forEach((dimension, values) -> query.add(any(dimension, values), Occur.FILTER));
        SearchQuery.Near near = search.near();
        if (near != null) {
            query.add(Questions.within(near.within()), Occur.FILTER);
        }
        return query.build();
    }

    /** Of several values a set: a part of a name may mean fifty units, and Lucene would count each. */
    private static Query any(Dimension dimension, List<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(term(dimension), values.getFirst()))
                : Questions.terms(term(dimension), values);
    }

    /** Lets a search for one of several values meet only complaints that have one; the monitor knows no sets. */
    private static @Nullable QueryTree anyOfThese(Query query, TermWeightor weightor) {
        if (!(query instanceof TermInSetQuery set) || set.getTermsCount() == 0) {
            return null;
        }
        List<Function<TermWeightor, QueryTree>> each = new ArrayList<>();
        BytesRefIterator values = set.getBytesRefIterator();
        try {
            for (BytesRef value = values.next(); value != null; value = values.next()) {
                Term one = new Term(set.getField(), BytesRef.deepCopyOf(value));
                each.add(weighed -> QueryTree.term(one, weighed));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return QueryTree.disjunction(each, weightor);
    }

    private static String term(Dimension dimension) {
        return "t_" + dimension.word();
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }

    /** The turned index in few parts, however its searches came: a complaint asks each part for each of its words. */
    private static final class FewSegments extends MonitorConfiguration {

        @Override
        protected IndexWriterConfig getIndexWriterConfig() {
            LogDocMergePolicy merging = new LogDocMergePolicy();
            merging.setMergeFactor(2);
            return new IndexWriterConfig(new KeywordAnalyzer())
                    .setMergePolicy(merging)
                    .setMergeScheduler(new SerialMergeScheduler());
        }
    }
}
