package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

class FewWordsTest {

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(900, 33);
    private static final List<Sight> SIGHTS = List.of(
            SheetExamples.EVERYTHING,
            SheetExamples.OPEN_ONLY,
            new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of()),
            new Sight("somebody", false, Set.of(Sight.OPEN, SheetExamples.SEALED), Set.of(3L, 4L, 500L)));
    private static SearchIndex index;
    private static Reading reading;
    private static final Helpers HELPERS = new Helpers(1);
    private static Reading helped;

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(folder, SHEETS);
        Generation generation = index.current().orElseThrow();
        generation.replace(Stream.iterate(7L, id -> id + 11).limit(60).toList(), List.of());
        generation.refresh();
        reading = new Reading(index, new Columns());
        helped = new Reading(index, new Columns(), HELPERS);
    }

    @AfterAll
    static void close() throws IOException {
        HELPERS.stop();
        index.close();
    }

    /** What is left out has no word, so that the same is asked in a way that is not answered with sets. */
    @Test
    void finds_on_every_page_and_counts_what_a_pass_that_weighs_everything_does() {
        Random random = new Random(5);
        for (int round = 0; round < 16; round++) {
            String text = words(random, round % 2 == 0 ? " | " : " ", random.nextInt(1, round % 2 == 0 ? 9 : 5));
            Map<String, List<String>> filters =
                    round % 3 == 0 ? SheetExamples.filters(SHEETS, random) : new HashMap<>();
            if (round % 4 == 0) {
                filters.put("histogram", List.of("month"));
            }
            Sight sight = SIGHTS.get(round % SIGHTS.size());
            List<Object> whole = pages(reading, "(" + text + ") -nowhere", filters, sight);
            assertThat(pages(reading, text, filters, sight)).isEqualTo(whole);
            assertThat(pages(helped, text, filters, sight)).isEqualTo(whole);
        }
    }

    @Test
    void weighs_every_hit_as_the_engine_itself_does() throws IOException {
        Random random = new Random(6);
        for (int round = 0; round < 20; round++) {
            String text = round % 2 == 0 ? words(random, " | ", 3) : words(random, " ", 2);
            assertThat(taken(text)).isTrue();
            weighsAsTheEngine(SearchQuery.of(text, Map.of(), null, Asking.LARGEST));
        }
    }

    /** The sum over the places of a spelling is rounded before it is added to what the name itself weighs. */
    @Test
    void weighs_names_with_their_other_spellings_as_the_engine_itself_does() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            List<String> drawn = List.of(words(random, " ", 4).split(" "));
            Clause name = new Clause.Either(List.of(
                    new Clause.Word(null, drawn.get(0)),
                    new Clause.Spelled(null, List.of(drawn.get(1), drawn.get(2)))));
            List<Clause> parts = List.of(name, new Clause.Word(null, drawn.get(3)));
            Clause clause = round % 2 == 0 ? new Clause.Either(parts) : new Clause.All(parts);
            weighsAsTheEngine(SearchQuery.of(String.join(" ", drawn), Map.of(), null, Asking.LARGEST)
                    .read(new Understanding(clause, List.of())));
        }
    }

    private static void weighsAsTheEngine(SearchQuery question) throws IOException {
        Columns columns = new Columns();
        Query query = translated(question);
        try (View view = index.view(false)) {
            for (LeafReaderContext leaf : view.searcher().getIndexReader().leaves()) {
                columns.of(leaf.reader());
            }
            ScoreDoc[] best = new Pass(view.searcher(), columns, question, SheetExamples.OPEN_ONLY)
                    .over(query)
                    .best();
            Map<Integer, Float> weights = weights(view.searcher(), query);
            assertThat(best).isNotEmpty();
            for (ScoreDoc hit : best) {
                assertThat(((FieldDoc) hit).fields[0]).as(question.text()).isEqualTo(weights.get(hit.doc));
            }
        }
    }

    @Test
    void takes_questions_for_one_or_all_of_two_to_six_words_and_no_others() throws IOException {
        assertThat(List.of(
                        "market | phone",
                        "road | radio | money | night | market | bridge",
                        "name:market | narrative:phone",
                        "market phone",
                        "road radio money night market bridge",
                        "market (phone | bridge)",
                        "name:market narrative:phone"))
                .allMatch(FewWordsTest::taken);
        assertThat(List.of(
                        "",
                        "market",
                        "market phone -bridge",
                        "market | phone -bridge",
                        "\"market phone\" | bridge",
                        "road | radio | money | night | market | bridge | patrol",
                        "road radio money night market bridge patrol"))
                .noneMatch(FewWordsTest::taken);
    }

    @Test
    void says_so_when_the_time_has_run_out() {
        for (String text : List.of("market | phone", "market phone")) {
            SearchQuery question = SearchQuery.of(text);
            for (Reading each : List.of(reading, helped)) {
                assertThat(each.answer(question, SheetExamples.EVERYTHING, Duration.ofSeconds(-1))
                                .partial())
                        .isTrue();
                assertThat(each.answer(question, SheetExamples.EVERYTHING, Duration.ofMinutes(5))
                                .partial())
                        .isFalse();
            }
        }
    }

    /** Numbers, facets and courses of all pages and the ids of their hits. */
    private static List<Object> pages(Reading reading, String text, Map<String, List<String>> filters, Sight sight) {
        List<Object> seen = new ArrayList<>();
        @Nullable String after = null;
        for (int page = 0; page < 2 && (page == 0 || after != null); page++) {
            Answer answer = reading.answer(SearchQuery.of(text, filters, after, 13), sight, Duration.ofMinutes(5));
            seen.add(answer.count());
            seen.add(answer.facets());
            seen.add(answer.course());
            seen.add(answer.hits().stream().map(Answer.Hit::id).toList());
            Cursor next = answer.next();
            after = next == null ? null : next.text();
        }
        return seen;
    }

    private static String words(Random random, String between, int many) {
        return Stream.generate(() -> SheetExamples.word(random))
                .distinct()
                .limit(many)
                .collect(Collectors.joining(between));
    }

    private static Query translated(SearchQuery question) {
        return new Translation(index.words(), question.in(), Set.of())
                .query(question.read().clause());
    }

    private static Map<Integer, Float> weights(IndexSearcher searcher, Query query) throws IOException {
        return Stream.of(searcher.search(query, SHEETS.size()).scoreDocs)
                .collect(Collectors.toMap(hit -> hit.doc, hit -> hit.score));
    }

    private static boolean taken(String text) {
        try (View view = index.view(false)) {
            return FewWords.of(view.searcher(), translated(SearchQuery.of(text)), null)
                    .isPresent();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
