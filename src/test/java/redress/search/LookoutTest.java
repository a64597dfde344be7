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
                assertThat(lookout.match(sheet)).as("complaint %d", sheet.id()).isEqualTo(wanted);
            }
        }
        assertThat(matches).isGreaterThan(300);
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
            assertThat(lookout.match(sheet)).containsExactlyInAnyOrder(1L, 2L);
            lookout.drop(List.of(1L));
            assertThat(lookout.match(sheet)).containsExactly(2L);
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
            assertThat(lookout.match(sheet)).contains(1L).doesNotContain(3L);
        }
    }
}
