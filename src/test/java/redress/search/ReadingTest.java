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
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

class ReadingTest {

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(800, 7);
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
    void counts_equal_a_count_by_hand_for_a_thousand_random_filters() {
        Random random = new Random(11);
        for (int round = 0; round < 1_000; round++) {
            String word = random.nextBoolean() ? "" : SheetExamples.word(random);
            Map<String, List<String>> filters = randomFilters(random);
            Sight sight = random.nextBoolean() ? SheetExamples.EVERYTHING : SheetExamples.OPEN_ONLY;
            Answer answer = reading.answer(SearchQuery.of(word, filters, null, 1), sight);

            List<ComplaintSheet> found = SHEETS.stream()
                    .filter(sheet -> sight.maySee(sheet.id(), sheet.compartment(), sheet.assignee()))
                    .filter(sheet -> says(sheet, word))
                    .toList();
            assertThat(answer.count())
                    .isEqualTo(
                            found.stream().filter(s -> passes(s, filters, null)).count());
            for (Dimension dimension : Dimension.all()) {
                Map<String, Long> counted = answer.counts(dimension).stream()
                        .collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
                assertThat(counted).as("%s under %s", dimension, filters).isEqualTo(byHand(found, filters, dimension));
            }
        }
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
        return filters.entrySet().stream().allMatch(filter -> {
            Dimension dimension = Dimension.find(filter.getKey()).orElseThrow();
            return dimension == leftOut || filter.getValue().stream().anyMatch(sheet.values(dimension)::contains);
        });
    }

    private static boolean says(ComplaintSheet sheet, String word) {
        StringBuilder narrative = sheet.texts().get(TextField.NARRATIVE);
        return word.isEmpty()
                || narrative != null
                        && List.of(narrative.toString().split("\\W+")).contains(word);
    }

    private static Map<String, List<String>> randomFilters(Random random) {
        Map<String, List<String>> filters = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Dimension dimension =
                    Dimension.all().get(random.nextInt(Dimension.all().size()));
            List<String> wanted = new ArrayList<>();
            for (int value = random.nextInt(2); value >= 0; value--) {
                ComplaintSheet sheet = SHEETS.get(random.nextInt(SHEETS.size()));
                sheet.values(dimension).stream().findFirst().ifPresent(wanted::add);
            }
            if (!wanted.isEmpty()) {
                filters.put(dimension.word(), wanted.stream().distinct().toList());
            }
        }
        return filters;
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
        }
        assertThat(columns.bytes()).isLessThan(800L * 10 * 40);
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
    void without_rights_every_answer_is_the_same_with_and_without_the_sealed_complaints(@TempDir Path other)
            throws IOException {
        List<ComplaintSheet> open = SHEETS.stream()
                .filter(sheet -> !Compartments.sealed(sheet.compartment()))
                .toList();
        SearchIndex withoutSealed = IndexExample.of(other, open);
        Reading blind = new Reading(withoutSealed, new Columns());
        Random random = new Random(3);
        List<Sight> sights = List.of(
                SheetExamples.OPEN_ONLY,
                new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of()),
                new Sight("judge", false, Set.of(Sight.OPEN), Set.of(5L, 6L, 70L)),
                Sight.nothing("stranger"));
        for (int round = 0; round < 300; round++) {
            String text = SheetExamples.word(random) + (random.nextBoolean() ? " | " + SheetExamples.word(random) : "");
            SearchQuery query = SearchQuery.of(random.nextInt(5) == 0 ? "" : text, randomFilters(random), null, 20);
            Sight sight = sights.get(round % sights.size());
            assertThat(reading.answer(query, sight)).isEqualTo(blind.answer(query, sight));
        }
        withoutSealed.close();
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
        assertThat(new Reading(bigger, new Columns()).answer(query, SheetExamples.EVERYTHING))
                .isEqualTo(reading.answer(query, SheetExamples.EVERYTHING));
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
        Answer answer =
                reading.answer(SearchQuery.of("market | phone | road"), SheetExamples.EVERYTHING, Duration.ofNanos(-1));
        assertThat(answer.partial()).isTrue();
    }

    @Test
    void the_number_of_a_complaint_finds_it_first() {
        ComplaintSheet wanted = SHEETS.get(433);
        Answer answer = reading.answer(SearchQuery.of(wanted.number()), SheetExamples.EVERYTHING);
        assertThat(answer.hits().get(0).number()).isEqualTo(wanted.number());
    }
}
