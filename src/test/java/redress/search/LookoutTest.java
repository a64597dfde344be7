package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A complaint meets exactly the saved searches that would find it. The monitor is older than the rest of Lucene. */
class LookoutTest {

    private static final Map<String, List<String>> NONE = Map.of();

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void a_complaint_meets_exactly_the_searches_that_find_it() throws IOException {
        List<ComplaintSheet> sheets = SheetExamples.many(90, 7);
        Map<Long, SearchQuery> searches = searches(sheets);
        Map<Long, Set<Long>> found = found(sheets, searches);
        int matches = 0;
        try (Lookout lookout = new Lookout(new Words())) {
            lookout.add(searches);
            for (ComplaintSheet sheet : sheets) {
                Set<Long> wanted = new HashSet<>();
                found.forEach((id, complaints) -> {
                    if (complaints.contains(sheet.id())) {
                        wanted.add(id);
                    }
                });
                matches += wanted.size();
                assertThat(lookout.match(sheet))
                        .as("complaint %d", sheet.id())
                        .isEqualTo(new Lookout.Outcome(wanted, Set.of()));
            }
        }
        assertThat(matches).isGreaterThan(300);
    }

    @Test
    void more_searches_than_are_made_into_documents_at_once_are_all_held_and_met() throws IOException {
        Map<Long, SearchQuery> many = LongStream.rangeClosed(1, 2_001)
                .boxed()
                .collect(Collectors.toMap(id -> id, id -> SearchQuery.of("word" + id)));
        try (Lookout lookout = new Lookout(new Words())) {
            assertThat(lookout.add(many)).isEmpty();
            assertThat(lookout.held()).hasSize(2_001);
            ComplaintSheet sheet = new ComplaintSheet(1, "N-1", 1, 0)
                    .say(TextField.NARRATIVE, "word1 and word1000, word1001 and word2001, and word2002");
            assertThat(lookout.match(sheet).matched()).containsExactlyInAnyOrder(1L, 1_000L, 1_001L, 2_001L);
            lookout.drop(Set.of(1_000L));
            assertThat(lookout.match(sheet).matched()).containsExactlyInAnyOrder(1L, 1_001L, 2_001L);
        }
    }

    /** What the index itself finds for each search. */
    private Map<Long, Set<Long>> found(List<ComplaintSheet> sheets, Map<Long, SearchQuery> searches)
            throws IOException {
        SearchIndex index = new SearchIndex(folder);
        Generation generation = index.begin();
        generation.replace(sheets.stream().map(ComplaintSheet::id).toList(), sheets);
        generation.reached(0);
        generation.refresh();
        index.serve(generation);
        Reading reading = new Reading(index, new Columns());
        Map<Long, Set<Long>> found = new HashMap<>();
        searches.forEach((id, search) -> {
            Set<Long> hits = new HashSet<>();
            Answer answer = reading.answer(search, SheetExamples.EVERYTHING);
            answer.hits().forEach(hit -> hits.add(hit.id()));
            while (answer.next() != null) {
                answer = reading.answer(after(search, answer.next()), SheetExamples.EVERYTHING);
                answer.hits().forEach(hit -> hits.add(hit.id()));
            }
            found.put(id, hits);
        });
        index.close();
        return found;
    }

    private static SearchQuery after(SearchQuery search, Cursor cursor) {
        return new SearchQuery(
                search.text(),
                search.analyst(),
                search.read(),
                search.in(),
                search.near(),
                search.filters(),
                search.breakdown(),
                search.newestFirst(),
                cursor,
                search.size(),
                search.cut());
    }

    private static Map<Long, SearchQuery> searches(List<ComplaintSheet> sheets) {
        Random random = new Random(11);
        Map<Long, SearchQuery> searches = new HashMap<>();
        List<String> texts = List.of(
                "",
                "checkpoint money",
                "beaten | phone",
                "\"night patrol\"",
                "night -patrol",
                "chec* money",
                "unit:police/D1",
                "unit:police/S11 money",
                "received:2023",
                "date:2022..2024 bridge",
                "station~1",
                "near:8.4,-13.2,30km");
        for (long id = 1; id <= 72; id++) {
            String text = texts.get((int) id % texts.size());
            searches.put(id, SheetExamples.asked(text, SheetExamples.filters(sheets, random)));
        }
        return searches;
    }

    @Test
    void a_search_that_was_let_go_meets_nothing_any_more() throws IOException {
        ComplaintSheet sheet = new ComplaintSheet(1, "2026-000001", 1, 0).say(TextField.NARRATIVE, "money at night");
        try (Lookout lookout = new Lookout(new Words())) {
            lookout.add(Map.of(1L, SheetExamples.asked("money", NONE), 2L, SheetExamples.asked("night", NONE)));
            assertThat(lookout.match(sheet).matched()).containsExactlyInAnyOrder(1L, 2L);
            lookout.drop(List.of(1L));
            assertThat(lookout.match(sheet).matched()).containsExactly(2L);
            assertThat(lookout.held()).containsExactly(2L);
        }
    }

    @Test
    void what_could_not_be_registered_is_not_held() throws IOException {
        Lookout lookout = new Lookout(new Words());
        lookout.close();
        assertThatThrownBy(() -> lookout.add(Map.of(1L, SheetExamples.asked("money", NONE))))
                .isInstanceOf(AlreadyClosedException.class);
        assertThat(lookout.held()).isEmpty();
    }

    @Test
    void words_are_met_in_other_forms_and_scripts_as_the_index_finds_them() throws IOException {
        ComplaintSheet sheet = new ComplaintSheet(1, "2026-000001", 1, 0)
                .toldIn("bs")
                .say(TextField.NARRATIVE, "Ђорђевић je tražio novac, policajci su udarali.");
        try (Lookout lookout = new Lookout(new Words())) {
            lookout.add(Map.of(
                    1L,
                    SheetExamples.asked("Dordevic", NONE),
                    2L,
                    SheetExamples.asked("policajac", NONE),
                    3L,
                    SheetExamples.asked("komandir", NONE)));
            assertThat(lookout.match(sheet).matched()).contains(1L).doesNotContain(3L);
        }
    }

    /** A search for "took" and something, however much more that is than anybody could type. */
    private static SearchQuery read(Clause clause) {
        // What is only one of many things is split by the monitor into searches of their own.
        Clause both = new Clause.All(List.of(new Clause.Word(null, "took"), clause));
        return SheetExamples.asked("", NONE).read(new Understanding(both, List.of()));
    }

    private static Clause anyOf(int many, IntFunction<Clause> each) {
        return new Clause.Either(IntStream.range(0, many).mapToObj(each).toList());
    }

    @Test
    void parts_of_names_are_on_watch_however_many_units_they_mean_together() throws IOException {
        SearchQuery search = read(anyOf(
                25,
                part -> new Clause.Has(
                        Dimension.UNIT,
                        IntStream.range(0, 50)
                                .mapToObj(unit -> "police/" + part + "-" + unit)
                                .toList())));
        ComplaintSheet sheet = new ComplaintSheet(1, "2026-000001", 1, 0)
                .say(TextField.NARRATIVE, "took")
                .put(Dimension.UNIT, "police/24-49");
        ComplaintSheet other = new ComplaintSheet(2, "2026-000002", 1, 0)
                .say(TextField.NARRATIVE, "took")
                .put(Dimension.UNIT, "police/25-0");
        try (Lookout lookout = new Lookout(new Words())) {
            assertThat(lookout.add(Map.of(1L, search))).isEmpty();
            assertThat(lookout.match(sheet)).isEqualTo(new Lookout.Outcome(Set.of(1L), Set.of()));
            assertThat(lookout.match(other)).isEqualTo(new Lookout.Outcome(Set.of(), Set.of()));
        }
    }

    @Test
    void what_is_taken_can_be_run_and_what_would_fail_when_it_is_run_is_not_taken() throws IOException {
        ComplaintSheet sheet =
                new ComplaintSheet(1, "2026-000001", 1, 0).say(TextField.NARRATIVE, "took " + saying("word", 160));
        try (Lookout lookout = new Lookout(new Words())) {
            for (long many = 90; many <= 150; many++) {
                SearchQuery search = read(anyOf((int) many, i -> new Clause.Word(null, "word" + i)));
                boolean refused = lookout.add(Map.of(many, search)).contains(many);
                assertThat(lookout.takes(search)).isEqualTo(!refused);
            }
            assertThat(lookout.held()).contains(90L).doesNotContain(150L);
            assertThat(lookout.match(sheet)).isEqualTo(new Lookout.Outcome(lookout.held(), Set.of()));
        }
    }

    @Test
    void an_inexact_word_counts_as_all_that_it_may_become_in_a_complaint() throws IOException {
        List<ComplaintSheet> sheets = List.of(
                new ComplaintSheet(1, "2026-000001", 1, 0).say(TextField.NARRATIVE, "took bridge"),
                new ComplaintSheet(2, "2026-000002", 1, 0).say(TextField.NARRATIVE, "took " + saying("bridge", 9)));
        try (Lookout lookout = new Lookout(new Words())) {
            for (long many = 1; many <= 150; many++) {
                lookout.add(Map.of(many, read(anyOf((int) many, i -> new Clause.Inexact(null, "bridge", 1)))));
            }
            assertThat(lookout.held()).contains(1L, 4L).doesNotContain(150L);
            for (ComplaintSheet sheet : sheets) {
                assertThat(lookout.match(sheet)).isEqualTo(new Lookout.Outcome(lookout.held(), Set.of()));
            }
        }
    }

    private static String saying(String word, int many) {
        return IntStream.range(0, many).mapToObj(i -> word + i).collect(Collectors.joining(" "));
    }
}
