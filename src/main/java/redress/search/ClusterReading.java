package redress.search;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;
import redress.access.Sight;
import redress.problem.Problem;

/** Answers a question from OpenSearch. What the actor may see is a part of the query, as in the embedded index. */
final class ClusterReading implements SearchPort {

    private static final System.Logger LOG = System.getLogger(ClusterReading.class.getName());
    private static final Duration BUDGET = Duration.ofSeconds(2);

    /** Texts are made into words here, by one thread and after the search: a page of very long ones must end too. */
    private static final Duration LOOKED_FURTHER = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final ClusterIndex index;
    private final Words words;

    ClusterReading(Cluster cluster, ClusterIndex index, Words words) {
        this.cluster = cluster;
        this.index = index;
        this.words = words;
    }

    /** The texts come together with the keys, so that nothing is to be gained by telling them sooner. */
    @Override
    public Answer answer(SearchQuery question, Sight sight, Consumer<List<Long>> found) {
        Answer answer = answer(question, sight);
        found.accept(answer.hits().stream().map(Answer.Hit::id).toList());
        return answer;
    }

    @Override
    public Answer answer(SearchQuery question, Sight sight) {
        boolean withSealed = sight.compartments().stream().anyMatch(Compartments::sealed);
        try {
            String path = "/" + index.names(withSealed) + "/_search";
            return answer(question, sight, new Line(cluster, path, System.nanoTime() + BUDGET.toNanos()));
        } catch (IndexSearcher.TooManyClauses | TooComplexToDeterminizeException tooMuch) {
            throw Questions.tooMuch(tooMuch);
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "OpenSearch did not answer a question: {0}", broken.getMessage());
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "search-starting",
                    "The search does not answer now. Try again in a moment.");
        }
    }

    /**
     * The way to the index for one question. What is asked together takes no longer than one search may.
     *
     * @param cluster where it is
     * @param path what is searched
     * @param end when there is no time left, in nanoseconds
     */
    private record Line(Cluster cluster, String path, long end) {

        JsonObject ask(Map<String, Object> asked) throws IOException {
            Map<String, Object> body = new LinkedHashMap<>(asked);
            body.put(
                    "timeout",
                    Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()) + "ms");
            Cluster.Reply reply = cluster.post(path, body);
            if (reply.absent()) {
                throw Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "search-starting",
                        "The search index is being opened. Try again in a moment.");
            }
            JsonObject told = reply.ok();
            if (told.getJsonObject("_shards").getInt("failed") > 0) {
                throw new IOException("a part of the index failed");
            }
            return told;
        }
    }

    private Answer answer(SearchQuery question, Sight sight, Line line) throws IOException {
        Query text = Translation.stating(words, question.in(), sight.reads())
                .query(question.read().clause());
        Map<String, Object> query = ClusterQuestion.allowed(text, question, sight);
        ClusterCounts counts = new ClusterCounts(question);
        Map<String, Object> body = body(question, query, counts);
        Cursor from = question.after();
        if (from != null) {
            body.putAll(start(from, query, line));
        }
        JsonObject told = line.ask(body);
        JsonObject counted =
                told.containsKey("aggregations") ? told.getJsonObject("aggregations") : JsonValue.EMPTY_JSON_OBJECT;
        CrossTable totals = counts.totals(counted);
        JsonObject cells = totals == null ? JsonValue.EMPTY_JSON_OBJECT : line.ask(cells(query, counts, totals));
        JsonArray found = told.getJsonObject("hits").getJsonArray("hits");
        boolean more = found.size() > question.size();
        List<JsonObject> shown = found.getValuesAs(JsonObject.class).subList(0, more ? question.size() : found.size());
        return new Answer(
                told.getJsonObject("hits")
                        .getJsonObject("total")
                        .getJsonNumber("value")
                        .longValue(),
                hits(text, shown, sight.reads()),
                counts.facets(counted),
                counts.course(counted),
                ClusterCounts.filled(totals, cells),
                more ? after(shown.get(shown.size() - 1), question, shown.size()) : null,
                told.getBoolean("timed_out") || cells.getBoolean("timed_out", false),
                question.cut(),
                List.of());
    }

    private static Map<String, Object> body(SearchQuery question, Map<String, Object> query, ClusterCounts counts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", query);
        if (!question.filters().isEmpty()) {
            body.put("post_filter", ClusterQuestion.filters(question, null));
        }
        body.put("aggs", counts.asked());
        body.put("size", question.size() + 1);
        body.put(
                "sort",
                List.of(
                        Map.of(question.newestFirst() ? Documents.RECEIVED : "_score", "desc"),
                        Map.of(Documents.ID_VALUE, "desc")));
        body.put("track_total_hits", true);
        return body;
    }

    /**
     * As in {@link PageStart}: behind a hit as it is weighed now, or so many hits on where it is not found any more.
     */
    private static Map<String, Object> start(Cursor after, Map<String, Object> query, Line line) throws IOException {
        if (after.newest()) {
            return Map.of("search_after", List.of(after.value(), after.id()));
        }
        Map<String, Object> one = Map.of("ids", Map.of("values", List.of(Long.toString(after.id()))));
        Map<String, Object> there = Map.of("bool", Map.of("must", List.of(query), "filter", List.of(one)));
        JsonArray found = line.ask(Map.of("query", there, "size", 1))
                .getJsonObject("hits")
                .getJsonArray("hits");
        if (found.isEmpty()) {
            return Map.of("from", PageStart.passed(after));
        }
        float weight = (float) found.getJsonObject(0).getJsonNumber("_score").doubleValue();
        // A score as it was told: the shortest text that means the same number.
        return Map.of("search_after", List.of(Double.valueOf(Float.toString(weight)), after.id()));
    }

    private static Cursor after(JsonObject last, SearchQuery question, int shown) {
        JsonArray sort = last.getJsonArray("sort");
        return Cursor.after(
                question,
                sort.getJsonNumber(0).longValue(),
                sort.getJsonNumber(1).longValue(),
                shown);
    }

    /** The cells are asked for by themselves: only then is it known which rows and columns are shown. */
    private static Map<String, Object> cells(Map<String, Object> query, ClusterCounts counts, CrossTable totals) {
        return Map.of("query", query, "aggs", counts.cells(totals), "size", 0);
    }

    private List<Answer.Hit> hits(Query text, List<JsonObject> found, Set<RecordKind> reads) throws IOException {
        List<Snippets.Snippet> snippets = new ToldSnippets(text, words, reads, LOOKED_FURTHER)
                .of(found.stream()
                        .map(hit -> told(hit.getJsonObject("_source")))
                        .toList());
        List<Answer.Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            JsonObject hit = found.get(i);
            JsonObject shown = hit.getJsonObject("_source").getJsonObject(ClusterDocuments.SHOWN);
            hits.add(new Answer.Hit(
                    hit.getJsonArray("sort").getJsonNumber(1).longValue(),
                    shown.getString(Documents.NUMBER, ""),
                    text(shown, Documents.STAGE),
                    shown.getString(Documents.DAY, ""),
                    text(shown, Documents.UNIT),
                    snippets.get(i).in(),
                    snippets.get(i).pieces()));
        }
        return hits;
    }

    private static ToldSnippets.Told told(JsonObject source) {
        JsonObject told = source.containsKey(ClusterDocuments.TOLD)
                ? source.getJsonObject(ClusterDocuments.TOLD)
                : JsonValue.EMPTY_JSON_OBJECT;
        Map<TextField, String> texts = new EnumMap<>(TextField.class);
        for (TextField field : TextField.values()) {
            if (told.containsKey(field.field())) {
                texts.put(field, told.getString(field.field()));
            }
        }
        return new ToldSnippets.Told(texts, text(source.getJsonObject(ClusterDocuments.SHOWN), Documents.LANGUAGE));
    }

    private static @Nullable String text(JsonObject of, String name) {
        return of.containsKey(name) ? of.getString(name) : null;
    }
}
