package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassTest {

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(900, 21);
    private static final Comparator<ComplaintSheet> LATEST_FIRST = Comparator.comparingLong(ComplaintSheet::receivedAt)
            .thenComparingLong(ComplaintSheet::id)
            .reversed();

    @Test
    void everything_comes_in_the_order_of_receipt_however_far_one_turns_the_pages(@TempDir Path folder)
            throws IOException {
        SearchIndex index = IndexExample.of(folder, SHEETS);
        assertThat(allPages(new Reading(index, new Columns()), "")).isEqualTo(latestFirst(SHEETS.stream()));
        index.close();
    }

    @Test
    void what_was_taken_out_is_neither_counted_nor_listed(@TempDir Path folder) throws IOException {
        SearchIndex index = IndexExample.of(folder, SHEETS);
        List<ComplaintSheet> left =
                SHEETS.stream().filter(sheet -> sheet.id() % 5 > 1).toList();
        takeOut(index, sheet -> sheet.id() % 5 <= 1);
        Reading reading = new Reading(index, new Columns());
        assertThat(allPages(reading, "")).isEqualTo(latestFirst(left.stream()));
        Answer answer = reading.answer(SearchQuery.of(""), SheetExamples.EVERYTHING);
        assertThat(answer.count()).isEqualTo(left.size());
        for (Dimension dimension : List.of(Dimension.UNIT, Dimension.CATEGORY, Dimension.STAGE)) {
            Map<String, Long> counted = new HashMap<>();
            answer.counts(dimension).forEach(count -> counted.put(count.value(), count.count()));
            assertThat(counted).isEqualTo(byHand(left, dimension));
        }
        index.close();
    }

    @Test
    void counts_come_with_the_largest_first_and_equal_ones_by_name(@TempDir Path folder) throws IOException {
        SearchIndex index = IndexExample.of(folder, SHEETS);
        Answer answer = new Reading(index, new Columns()).answer(SearchQuery.of("market"), SheetExamples.EVERYTHING);
        for (Dimension dimension : List.of(Dimension.UNIT, Dimension.CATEGORY, Dimension.YEAR)) {
            assertThat(answer.counts(dimension))
                    .hasSizeGreaterThan(1)
                    .isSortedAccordingTo(Comparator.comparingLong(Answer.Count::count)
                            .reversed()
                            .thenComparing(Answer.Count::value));
        }
        index.close();
    }

    @Test
    void one_of_several_words_finds_the_same_best_as_a_pass_that_weighs_everything(@TempDir Path folder)
            throws IOException {
        SearchIndex index = IndexExample.of(folder, SHEETS);
        Reading reading = new Reading(index, new Columns());
        for (Map<String, List<String>> filters : List.of(
                Map.<String, List<String>>of(),
                Map.of("stage", List.of("CLOSED")),
                Map.of("stage", List.of("CLOSED", "SCREENING"), "institution", List.of("police")))) {
            Answer apart = reading.answer(
                    SearchQuery.of("market | phone | bridge", filters, null, 30), SheetExamples.EVERYTHING);
            // What is left out has no word, so that the same is asked in a way that is not taken apart.
            Answer whole = reading.answer(
                    SearchQuery.of("(market | phone | bridge) -nowhere", filters, null, 30), SheetExamples.EVERYTHING);
            assertThat(whole.count()).isPositive();
            assertThat(apart.count()).isEqualTo(whole.count());
            assertThat(apart.facets()).isEqualTo(whole.facets());
            assertThat(apart.hits()).extracting(Answer.Hit::id).isEqualTo(ids(whole));
        }
        index.close();
    }

    @Test
    void only_a_question_for_one_of_several_words_is_taken_apart() {
        assertThat(unscored("market | phone")).isPresent();
        assertThat(unscored("market")).isPresent();
        assertThat(unscored("market phone")).isEmpty();
        assertThat(unscored("market -phone")).isEmpty();
        assertThat(unscored("\"market phone\" | bridge")).isEmpty();
        assertThat(unscored("")).isEmpty();
    }

    private static Optional<Query> unscored(String text) {
        return Unscored.of(new Translation(new Words(), Set.of())
                .query(SearchQuery.of(text).read().clause()));
    }

    private static List<Long> ids(Answer answer) {
        return answer.hits().stream().map(Answer.Hit::id).toList();
    }

    private static List<Long> allPages(Reading reading, String text) {
        List<Long> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            Answer answer = reading.answer(SearchQuery.of(text, Map.of(), after, 37), SheetExamples.EVERYTHING);
            seen.addAll(ids(answer));
            Cursor next = answer.next();
            after = next == null ? null : next.text();
        } while (after != null);
        return seen;
    }

    private static List<Long> latestFirst(Stream<ComplaintSheet> sheets) {
        return sheets.sorted(LATEST_FIRST).map(ComplaintSheet::id).toList();
    }

    private static Map<String, Long> byHand(List<ComplaintSheet> sheets, Dimension dimension) {
        Map<String, Long> counts = new HashMap<>();
        sheets.stream()
                .flatMap(sheet -> sheet.values(dimension).stream())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static void takeOut(SearchIndex index, java.util.function.Predicate<ComplaintSheet> gone)
            throws IOException {
        Generation generation = index.current().orElseThrow();
        generation.replace(SHEETS.stream().filter(gone).map(ComplaintSheet::id).toList(), List.of());
        generation.refresh();
    }
}
