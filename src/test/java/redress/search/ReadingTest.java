package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

class ReadingTest {

    /** What is true does not depend on how busy the machine is. */
    private static final Duration UNHURRIED = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(800, 7);
    private static final Map<Long, Set<String>> SAID = SHEETS.stream()
            .collect(Collectors.toMap(
                    ComplaintSheet::id,
                    sheet -> sheet.texts().values().stream()
                            .flatMap(text -> Stream.of(text.toString().split("\\W+")))
                            .collect(Collectors.toSet())));
    private static final List<Dimension> DIMENSIONS = Dimension.all();
    private static SearchIndex index;
    private static Reading reading;

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(folder, SHEETS);
        reading = new Reading(index, new Columns());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void counts_courses_and_tables_equal_a_count_by_hand_for_random_questions() {
        countByHand(700, 11);
    }

    @Test
    @Tag("deep")
    void counts_equal_a_count_by_hand_for_thousands_of_random_questions() {
        countByHand(5_000, 12);
    }

    private static void countByHand(int rounds, long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            String word = random.nextBoolean() ? "" : SheetExamples.word(random);
            Map<String, List<String>> filters = SheetExamples.filters(SHEETS, random);
            Dimension one = SheetExamples.dimension(random);
            Dimension other = SheetExamples.dimension(random);
            Map<String, List<String>> parameters = new HashMap<>(filters);
            parameters.put("facets", List.of(one.word(), other.word()));
            parameters.put("histogram", List.of(random.nextBoolean() ? "month" : "incidentYear"));
            if (one != other && round % 3 == 0) {
                parameters.put("rows", List.of(one.word()));
                parameters.put("columns", List.of(other.word()));
            }
            Sight sight = random.nextBoolean() ? SheetExamples.EVERYTHING : SheetExamples.OPEN_ONLY;
            Answer answer = reading.answer(SearchQuery.of(word, parameters, null, 1), sight, UNHURRIED);

            List<ComplaintSheet> found = SHEETS.stream()
                    .filter(sheet -> sight.maySee(sheet.id(), sheet.compartment(), sheet.assignee()))
                    .filter(sheet -> says(sheet, word))
                    .toList();
            List<ComplaintSheet> hits =
                    found.stream().filter(s -> passes(s, filters, null)).toList();
            assertThat(answer.count()).isEqualTo(hits.size());
            for (Dimension dimension : List.of(one, other)) {
                assertThat(counted(answer.counts(dimension))).isEqualTo(byHand(found, filters, dimension));
            }
            Dimension course =
                    Dimension.find(parameters.get("histogram").get(0)).orElseThrow();
            assertThat(counted(answer.course())).isEqualTo(byHand(hits, Map.of(), course));
            CrossTable table = answer.table();
            if (table != null) {
                assertThat(cells(table)).isEqualTo(cellsByHand(hits, one, other));
                assertThat(counted(table.down())).isEqualTo(byHand(hits, Map.of(), one));
                assertThat(counted(table.across())).isEqualTo(byHand(hits, Map.of(), other));
            }
        }
    }

    /** A course over time has zeros where nothing happened; a count by hand has nothing there. */
    private static Map<String, Long> counted(List<Answer.Count> counts) {
        return counts.stream()
                .filter(count -> count.count() > 0)
                .collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
    }

    private static Map<List<String>, Long> cells(CrossTable table) {
        Map<List<String>, Long> cells = new HashMap<>();
        for (int r = 0; r < table.down().size(); r++) {
            for (int c = 0; c < table.across().size(); c++) {
                long count = table.cells().get(r).get(c);
                if (count > 0) {
                    cells.put(
                            List.of(
                                    table.down().get(r).value(),
                                    table.across().get(c).value()),
                            count);
                }
            }
        }
        return cells;
    }

    private static Map<List<String>, Long> cellsByHand(List<ComplaintSheet> hits, Dimension one, Dimension other) {
        Map<List<String>, Long> cells = new HashMap<>();
        for (ComplaintSheet hit : hits) {
            for (String row : hit.values(one)) {
                hit.values(other).forEach(column -> cells.merge(List.of(row, column), 1L, Long::sum));
            }
        }
        return cells;
    }

    private static Map<String, Long> byHand(
            List<ComplaintSheet> found, Map<String, List<String>> filters, Dimension dimension) {
        Map<String, Long> counts = new HashMap<>();
        found.stream()
                .filter(sheet -> passes(sheet, filters, dimension))
                .flatMap(sheet -> sheet.values(dimension).stream())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static boolean passes(
            ComplaintSheet sheet, Map<String, List<String>> filters, @Nullable Dimension leftOut) {
        for (Dimension dimension : DIMENSIONS) {
            List<String> wanted = filters.get(dimension.word());
            if (wanted != null
                    && dimension != leftOut
                    && wanted.stream().noneMatch(sheet.values(dimension)::contains)) {
                return false;
            }
        }
        return true;
    }

    private static boolean says(ComplaintSheet sheet, String word) {
        return word.isEmpty() || SAID.getOrDefault(sheet.id(), Set.of()).contains(word);
    }

    @Test
    void columns_hold_what_the_doc_values_hold() throws IOException {
        Columns columns = new Columns();
        try (View view = index.view(true)) {
            for (LeafReaderContext leaf : view.searcher().getIndexReader().leaves()) {
                for (Dimension dimension : Dimension.all()) {
                    Column column =
                            Objects.requireNonNull(columns.of(leaf.reader()).get(dimension));
                    int[] counts = new int[columns.numbering(dimension).size()];
                    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                        column.count(doc, counts);
                    }
                    Map<String, Integer> oracle = oracle(leaf, dimension);
                    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                        String value = columns.numbering(dimension).value(ordinal);
                        assertThat(counts[ordinal]).isEqualTo(oracle.getOrDefault(value, 0));
                    }
                    assertThat(column.bytes()).isPositive();
                }
            }
            assertThat(columns.bytes(view.searcher().getIndexReader().leaves()))
                    .isLessThan(800L * Dimension.all().size() * 40);
        }
    }

    private static Map<String, Integer> oracle(LeafReaderContext leaf, Dimension dimension) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), dimension.field());
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            for (int i = 0; i < values.docValueCount(); i++) {
                counts.merge(values.lookupOrd(values.nextOrd()).utf8ToString(), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void scores_do_not_tell_how_common_a_word_is_in_sealed_complaints(@TempDir Path other) throws IOException {
        List<ComplaintSheet> more = new ArrayList<>(SHEETS);
        for (long id = 10_001; id <= 10_200; id++) {
            more.add(new ComplaintSheet(id, "S-" + id, 1, 0)
                    .seenBy("sealed-2", null)
                    .say(TextField.NARRATIVE, "bridge bridge bridge"));
        }
        SearchIndex bigger = IndexExample.of(other, more);
        SearchQuery query = SearchQuery.of("bridge | market");
        assertThat(new Reading(bigger, new Columns()).answer(query, SheetExamples.EVERYTHING, UNHURRIED))
                .isEqualTo(reading.answer(query, SheetExamples.EVERYTHING, UNHURRIED));
        bigger.close();
    }

    @Test
    void an_investigator_finds_only_what_is_assigned_and_nobody_what_they_are_recused_from() {
        Sight anna = new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of());
        Answer assigned = reading.answer(SearchQuery.of("", Map.of(), null, 100), anna);
        assertThat(assigned.hits()).isNotEmpty().allSatisfy(hit -> {
            ComplaintSheet sheet = SHEETS.get((int) hit.id() - 1);
            assertThat(anna.maySee(sheet.id(), sheet.compartment(), sheet.assignee()))
                    .isTrue();
        });
        long first = assigned.hits().get(0).id();
        Sight recused = new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of(first));
        Answer without = reading.answer(SearchQuery.of("", Map.of(), null, 100), recused);
        assertThat(without.count()).isEqualTo(assigned.count() - 1);
        assertThat(without.hits()).noneMatch(hit -> hit.id() == first);
    }

    @Test
    void pages_hold_every_hit_exactly_once_in_both_orders() {
        for (String sort : List.of("newest", "best")) {
            List<Long> seen = new ArrayList<>();
            @Nullable String after = null;
            Answer answer;
            do {
                answer = reading.answer(
                        SearchQuery.of("market | phone", Map.of("sort", List.of(sort)), after, 37),
                        SheetExamples.OPEN_ONLY);
                answer.hits().forEach(hit -> seen.add(hit.id()));
                Cursor next = answer.next();
                after = next == null ? null : next.text();
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().hasSize((int) answer.count());
        }
    }

    @Test
    void without_words_the_newest_come_first() {
        Answer answer = reading.answer(SearchQuery.of(""), SheetExamples.EVERYTHING);
        assertThat(answer.count()).isEqualTo(SHEETS.size());
        assertThat(answer.hits()).extracting(Answer.Hit::received).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void a_search_that_runs_out_of_time_says_that_it_is_partial() {
        Map<String, List<String>> broken =
                Map.of("histogram", List.of("month"), "rows", List.of("unit"), "columns", List.of("stage"));
        SearchQuery query = SearchQuery.of("market | phone | road", broken, null, 20);
        Answer answer = reading.answer(query, SheetExamples.EVERYTHING, Duration.ofNanos(-1));
        assertThat(answer.partial()).isTrue();
        assertThat(answer.course().stream().mapToLong(Answer.Count::count).sum())
                .isLessThanOrEqualTo(answer.count());
    }

    @Test
    void the_number_of_a_complaint_finds_it_first() {
        ComplaintSheet wanted = SHEETS.get(433);
        Answer answer = reading.answer(SearchQuery.of(wanted.number()), SheetExamples.EVERYTHING);
        assertThat(answer.hits().get(0).number()).isEqualTo(wanted.number());
    }
}
