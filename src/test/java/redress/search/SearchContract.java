package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.access.RecordKind;
import redress.access.Sight;
import redress.names.NameBook;
import redress.names.NameList;

/** What every engine behind {@link SearchPort} keeps to. A class for each engine says which one is asked. */
abstract class SearchContract {

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(300, 21);

    /** An engine that holds these complaints, in two parts, at the position of the last of them. */
    abstract Filled filled(List<ComplaintSheet> sheets) throws IOException;

    /** Has what was taken out leave the files. */
    void expunge(Build build) throws IOException {
        build.expunge();
    }

    /**
     * An engine under test.
     *
     * @param port what is asked
     * @param build what is written to
     */
    record Filled(SearchPort port, Build build) {

        /** Puts complaints as the follower does and shows them. */
        static Filled of(SearchPort port, Build build, List<ComplaintSheet> sheets) throws IOException {
            int half = sheets.size() / 2;
            for (List<ComplaintSheet> part : List.of(sheets.subList(0, half), sheets.subList(half, sheets.size()))) {
                build.replace(part.stream().map(ComplaintSheet::id).toList(), part);
                build.refresh();
            }
            build.reached(sheets.size());
            build.commit();
            return new Filled(port, build);
        }
    }

    private @Nullable Filled usual;

    /** The engine that holds the usual complaints; no test changes it. */
    private SearchPort port() throws IOException {
        Filled known = usual;
        if (known == null) {
            known = filled(SHEETS);
            usual = known;
        }
        return known.port();
    }

    @Test
    void counts_courses_and_tables_equal_a_count_by_hand() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            String word = random.nextBoolean() ? "" : SheetExamples.word(random);
            Map<String, List<String>> filters = SheetExamples.filters(SHEETS, random);
            Dimension one = SheetExamples.dimension(random);
            Dimension other = SheetExamples.dimension(random);
            Map<String, List<String>> parameters = new HashMap<>(filters);
            parameters.put("facets", List.of(one.word(), other.word()));
            parameters.put("histogram", List.of("month"));
            if (one != other) {
                parameters.put("rows", List.of(one.word()));
                parameters.put("columns", List.of(other.word()));
            }
            Sight sight = random.nextBoolean() ? SheetExamples.EVERYTHING : SheetExamples.OPEN_ONLY;
            Answer answer = port().answer(SearchQuery.of(word, parameters, null, 1), sight);
            List<ComplaintSheet> found = SHEETS.stream()
                    .filter(sheet -> sight.maySee(sheet.id(), sheet.compartment(), sheet.assignee()))
                    .filter(sheet -> word.isEmpty() || said(sheet).contains(word))
                    .toList();
            List<ComplaintSheet> hits =
                    found.stream().filter(sheet -> passes(sheet, filters, null)).toList();
            assertThat(answer.count()).isEqualTo(hits.size());
            for (Dimension dimension : List.of(one, other)) {
                List<ComplaintSheet> but = found.stream()
                        .filter(sheet -> passes(sheet, filters, dimension))
                        .toList();
                assertThat(told(answer.counts(dimension))).isEqualTo(byHand(but, dimension));
            }
            assertThat(told(answer.course())).isEqualTo(byHand(hits, Dimension.MONTH));
            CrossTable table = answer.table();
            if (table != null) {
                assertThat(told(table.down())).isEqualTo(byHand(hits, one));
                assertThat(told(table.across())).isEqualTo(byHand(hits, other));
                assertThat(cells(table)).isEqualTo(cellsByHand(hits, one, other));
            }
        }
    }

    @Test
    void asked_for_nothing_but_its_number_a_question_finds_as_many() throws IOException {
        Random random = new Random(6);
        for (int round = 0; round < 20; round++) {
            SearchQuery query =
                    SearchQuery.of(SheetExamples.word(random), SheetExamples.filters(SHEETS, random), null, 20);
            Answer number = port().answer(query.counting(), SheetExamples.OPEN_ONLY);
            assertThat(number.count())
                    .isEqualTo(port().answer(query, SheetExamples.OPEN_ONLY).count());
            assertThat(number.facets()).isEmpty();
        }
    }

    private static Set<String> said(ComplaintSheet sheet) {
        return sheet.texts().values().stream()
                .flatMap(text -> List.of(text.toString().split("\\W+")).stream())
                .collect(Collectors.toSet());
    }

    private static boolean passes(
            ComplaintSheet sheet, Map<String, List<String>> filters, @Nullable Dimension leftOut) {
        return Dimension.all().stream()
                .filter(dimension -> dimension != leftOut && filters.containsKey(dimension.word()))
                .allMatch(dimension -> filters.getOrDefault(dimension.word(), List.of()).stream()
                        .anyMatch(sheet.values(dimension)::contains));
    }

    private static Map<String, Long> told(List<Answer.Count> counts) {
        return counts.stream()
                .filter(count -> count.count() > 0)
                .collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
    }

    private static Map<String, Long> byHand(List<ComplaintSheet> found, Dimension dimension) {
        return found.stream()
                .flatMap(sheet -> sheet.values(dimension).stream())
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    }

    private static Map<List<String>, Long> cells(CrossTable table) {
        Map<List<String>, Long> cells = new HashMap<>();
        for (int r = 0; r < table.down().size(); r++) {
            for (int c = 0; c < table.across().size(); c++) {
                List<String> at = List.of(
                        table.down().get(r).value(), table.across().get(c).value());
                cells.put(at, table.cells().get(r).get(c));
            }
        }
        cells.values().removeIf(count -> count == 0);
        return cells;
    }

    private static Map<List<String>, Long> cellsByHand(List<ComplaintSheet> hits, Dimension one, Dimension other) {
        return hits.stream()
                .flatMap(hit -> hit.values(one).stream()
                        .flatMap(row -> hit.values(other).stream().map(column -> List.of(row, column))))
                .collect(Collectors.groupingBy(cell -> cell, Collectors.counting()));
    }

    /** More units than any list counts, all with more complaints than a small one that has a post of its own. */
    private static Gazetteer manyUnits() {
        Map<String, Gazetteer.Unit> units = new HashMap<>();
        units.put("police", new Gazetteer.Unit("police", null, "The police"));
        units.put("guard", new Gazetteer.Unit("guard", null, "The guard"));
        units.put("police/D", new Gazetteer.Unit("police/D", "police", "Division"));
        units.put("police/small", new Gazetteer.Unit("police/small", "police/D", "Small station"));
        units.put("police/post", new Gazetteer.Unit("police/post", "police/small", "Post"));
        for (int i = 0; i < SearchQuery.Breakdown.MOST_VALUES; i++) {
            units.put("police/B" + i, new Gazetteer.Unit("police/B" + i, "police/D", "Station " + i));
        }
        return new Gazetteer(Map.of(), units, Map.of(), Map.of(), Map.of());
    }

    private static List<ComplaintSheet> aboutManyUnits() {
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (long id = 1; id <= 3; id++) {
            ComplaintSheet sheet =
                    new ComplaintSheet(id, "2025-00000" + id, 1, id).put(Dimension.YEAR, Long.toString(2020 + id));
            List<String> units = id < 3
                    ? manyUnits().units().keySet().stream()
                            .filter(unit -> unit.matches("police(/[BD].*)?"))
                            .toList()
                    : List.of("police", "police/D", "police/small", "police/post", "guard");
            units.forEach(unit -> sheet.put(Dimension.UNIT, unit));
            sheets.add(sheet);
        }
        return sheets;
    }

    @Test
    void what_is_chosen_in_a_large_tree_is_counted_with_what_stands_around_it_however_few_have_it() throws IOException {
        SearchPort port = filled(aboutManyUnits()).port();
        SearchQuery chosen = new Asking(manyUnits(), Map.of("unit", List.of("police/small"))).query("", null, 20);
        Answer answer = port.answer(chosen, SheetExamples.OPEN_ONLY);
        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.counts(Dimension.UNIT))
                .startsWith(new Answer.Count("police", 3), new Answer.Count("police/D", 3))
                .endsWith(new Answer.Count("police/post", 1), new Answer.Count("police/small", 1))
                .doesNotHaveDuplicates();
        SearchPage.Facet list =
                new FacetList(chosen, answer, manyUnits()).facets().getFirst();
        assertThat(list.options())
                .extracting(SearchPage.Option::label, SearchPage.Option::count)
                .containsExactly(
                        tuple("The police", 3L), tuple("Division", 3L), tuple("Small station", 1L), tuple("Post", 1L));
        SearchQuery nothing = new Asking(manyUnits(), Map.of()).query("", null, 20);
        assertThat(new FacetList(nothing, port.answer(nothing, SheetExamples.OPEN_ONLY), manyUnits())
                        .facets()
                        .getFirst()
                        .options())
                .extracting(SearchPage.Option::label)
                .containsExactly("The police", "The guard");
    }

    @Test
    void a_table_that_is_cut_says_how_many_values_there_are() throws IOException {
        SearchPort port = filled(aboutManyUnits()).port();
        Map<String, List<String>> asked = Map.of("rows", List.of("unit"), "columns", List.of("year"));
        SearchQuery query = new Asking(manyUnits(), asked).query("", null, 20);
        Answer answer = port.answer(query, SheetExamples.OPEN_ONLY);
        CrossTable table = Objects.requireNonNull(answer.table());
        assertThat(table.down()).hasSize(CrossTable.MOST_ROWS);
        assertThat(table.rowCount()).isEqualTo(manyUnits().units().size());
        assertThat(table.columnCount()).isEqualTo(3).isEqualTo(table.across().size());
        FacetList facets = new FacetList(query, answer, manyUnits());
        assertThat(new Tables(query, manyUnits(), facets).of(answer).getFirst().left())
                .isEqualTo(table.rowCount() - 1);
    }

    @Test
    void pages_hold_every_hit_exactly_once_in_both_orders() throws IOException {
        for (String sort : List.of("newest", "best")) {
            List<Long> seen = new ArrayList<>();
            List<String> days = new ArrayList<>();
            @Nullable String after = null;
            Answer answer;
            do {
                Map<String, List<String>> how = Map.of("sort", List.of(sort), "facets", List.of("stage"));
                answer = port().answer(SearchQuery.of("market | phone", how, after, 37), SheetExamples.OPEN_ONLY);
                answer.hits().forEach(hit -> {
                    seen.add(hit.id());
                    days.add(hit.received());
                });
                Cursor next = answer.next();
                after = next == null ? null : next.text();
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().hasSize((int) answer.count());
            if (sort.equals("newest")) {
                assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
            }
        }
    }

    @Test
    void what_somebody_may_not_see_is_neither_found_nor_counted() throws IOException {
        Sight anna = new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of(4L, 5L, 6L));
        for (Sight sight : List.of(anna, SheetExamples.OPEN_ONLY, Sight.nothing("nobody"))) {
            Answer answer = port().answer(SearchQuery.of("", Map.of(), null, 100), sight);
            long seen = SHEETS.stream()
                    .filter(sheet -> sight.maySee(sheet.id(), sheet.compartment(), sheet.assignee()))
                    .count();
            assertThat(answer.count()).isEqualTo(seen);
            assertThat(answer.hits()).allSatisfy(hit -> {
                ComplaintSheet sheet = SHEETS.get((int) hit.id() - 1);
                assertThat(sight.maySee(sheet.id(), sheet.compartment(), sheet.assignee()))
                        .isTrue();
            });
        }
    }

    @Test
    void a_hit_shows_the_words_that_were_looked_for() throws IOException {
        Answer answer = port().answer(SearchQuery.of("bridge"), SheetExamples.OPEN_ONLY);
        assertThat(answer.hits()).hasSize(20).allSatisfy(hit -> {
            assertThat(hit.number()).isEqualTo(SHEETS.get((int) hit.id() - 1).number());
            assertThat(hit.stage()).isNotNull();
            assertThat(hit.snippet()).anySatisfy(piece -> {
                assertThat(piece.match()).isTrue();
                assertThat(piece.text()).isEqualTo("bridge");
            });
        });
    }

    @Test
    void a_hit_shows_what_matched_near_the_beginning_of_any_text_before_what_matched_far_behind() throws IOException {
        String far = "word after word. ".repeat(9_000) + "A needle found.";
        SearchPort port = filled(List.of(
                        told("en", 1, far).say(TextField.NOTES, "They saw a needle."),
                        told("en", 2, far).say(TextField.NOTES, "They saw it.")))
                .port();
        Answer answer = port.answer(
                SearchQuery.of("needle", Map.of("sort", List.of("newest")), null, 9), SheetExamples.OPEN_ONLY);
        assertThat(answer.hits())
                .extracting(Answer.Hit::id, Answer.Hit::in)
                .containsExactlyInAnyOrder(tuple(1L, "notes"), tuple(2L, "narrative"));
        assertThat(answer.hits())
                .allSatisfy(hit -> assertThat(hit.snippet()).contains(new Answer.Piece("needle", true)));
    }

    @Test
    void a_complaint_that_is_sealed_or_erased_leaves_the_answers() throws IOException {
        List<ComplaintSheet> sheets = SheetExamples.many(10, 3);
        Filled engine = filled(sheets);
        ComplaintSheet open = sheets.stream()
                .filter(sheet -> sheet.compartment().equals(Sight.OPEN))
                .findFirst()
                .orElseThrow();
        SearchQuery all = SearchQuery.of("");
        long before = engine.port().answer(all, SheetExamples.OPEN_ONLY).count();
        ComplaintSheet sealed = new ComplaintSheet(open.id(), open.number(), 2, open.receivedAt())
                .seenBy(SheetExamples.SEALED, null)
                .say(TextField.NARRATIVE, "unrepeatable");
        engine.build().replace(List.of(open.id()), List.of(sealed));
        engine.build().refresh();
        assertThat(engine.port().answer(all, SheetExamples.OPEN_ONLY).count()).isEqualTo(before - 1);
        assertThat(engine.port()
                        .answer(SearchQuery.of("unrepeatable"), SheetExamples.EVERYTHING)
                        .count())
                .isEqualTo(1);
        assertThat(engine.build().erasing()).isTrue();
        engine.build().replace(List.of(open.id()), List.of());
        engine.build().refresh();
        assertThat(engine.build().stained()).isTrue();
        expunge(engine.build());
        assertThat(engine.build().stained()).isFalse();
        assertThat(engine.port()
                        .answer(SearchQuery.of("unrepeatable"), SheetExamples.EVERYTHING)
                        .count())
                .isZero();
        assertThat(engine.port().answer(all, SheetExamples.EVERYTHING).count()).isEqualTo(sheets.size() - 1);
    }

    @Test
    void what_is_left_of_a_complaint_when_a_part_was_erased_is_found_at_the_same_version() throws IOException {
        Filled engine = filled(SheetExamples.many(10, 3));
        ComplaintSheet whole = new ComplaintSheet(4, "2024-000004", 7, 0)
                .say(TextField.NARRATIVE, "remainder")
                .say(TextField.MESSAGE, "vanishing");
        engine.build().replace(List.of(4L), List.of(whole));
        engine.build().refresh();
        ComplaintSheet left = new ComplaintSheet(4, "2024-000004", 7, 0).say(TextField.NARRATIVE, "remainder");
        engine.build().erase(4);
        engine.build().replace(List.of(4L), List.of(left));
        engine.build().refresh();
        Sight reader = new Sight("reader", false, Set.of(Sight.OPEN), Set.of(), RecordKind.all());
        assertThat(engine.port().answer(SearchQuery.of("remainder"), reader).count())
                .isEqualTo(1);
        assertThat(engine.port()
                        .answer(SearchQuery.of("message:vanishing"), reader)
                        .count())
                .isZero();
        assertThat(engine.build().stained()).isTrue();
    }

    @Test
    void a_kind_of_record_that_somebody_may_not_read_is_not_looked_into() throws IOException {
        ComplaintSheet sheet = new ComplaintSheet(1, "2024-000001", 1, 0)
                .say(TextField.NARRATIVE, "plain")
                .say(TextField.NOTE, "confidential");
        SearchPort port = filled(List.of(sheet)).port();
        SearchQuery question =
                SearchQuery.of("confidential | note:confidential", Map.of("in", List.of("note")), null, 9);
        Sight reader = new Sight("reader", false, Set.of(Sight.OPEN), Set.of(), RecordKind.all());
        Sight auditor = new Sight("auditor", false, Set.of(Sight.OPEN), Set.of(), RecordKind.forAll());
        assertThat(port.answer(question, reader).count()).isEqualTo(1);
        assertThat(port.answer(question, auditor).count()).isZero();
    }

    @Test
    void of_a_dimension_as_many_values_are_listed_as_are_asked_for_the_largest_first() throws IOException {
        SearchQuery all = SearchQuery.of("", Map.of("facets", List.of("category,unit")), null, 1);
        Answer whole = port().answer(all, SheetExamples.OPEN_ONLY);
        for (int most : new int[] {1, 3, 11, 12, 13}) {
            Answer some = port().answer(all.listing(most), SheetExamples.OPEN_ONLY);
            for (Dimension dimension : List.of(Dimension.CATEGORY, Dimension.UNIT)) {
                List<Answer.Count> counts = whole.counts(dimension);
                assertThat(some.counts(dimension)).isEqualTo(counts.subList(0, Math.min(most, counts.size())));
            }
        }
    }

    @Test
    void dj_finds_the_letter_that_it_stands_for_and_the_other_way_round_and_what_was_typed_comes_first()
            throws IOException {
        SearchPort port = filled(List.of(
                        written(1, "Officer Đorđević hit me."),
                        written(2, "Officer Ђорђевић hit me."),
                        written(3, "Officer Djordjevic hit me."),
                        written(4, "Officer Djordjevic met officer Duric."),
                        written(5, "Let them adjust it.").say(TextField.PLACES, "Đakovo")))
                .port();
        assertThat(asked(port, "Djordjevic"))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L)
                .last()
                .isIn(1L, 2L);
        assertThat(asked(port, "Đorđević"))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L)
                .last()
                .isIn(3L, 4L);
        assertThat(asked(port, "Ђорђевић"))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L)
                .last()
                .isIn(3L, 4L);
        assertThat(asked(port, "djuric")).containsExactly(4L);
        assertThat(asked(port, "place:djakovo")).containsExactly(5L);
        assertThat(asked(port, "adjust")).containsExactly(5L);
        assertThat(asked(port, "-djordjevic")).containsExactlyInAnyOrder(1L, 2L, 5L);
        assertThat(asked(port, "\"officer Djordjevic\"")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(asked(port, "\"officer Đorđević hit\"")).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(asked(port, "-\"officer Djordjevic\"")).containsExactlyInAnyOrder(1L, 2L, 5L);
        assertThat(asked(port, "Djordjevic-hit")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void a_small_word_must_occur_where_its_field_is_named_where_it_is_one_of_several_and_where_it_is_left_out()
            throws IOException {
        SearchPort port = filled(List.of(
                        told("en", 1, "I was stopped at a bridge.").say(TextField.NAMES, "Will Conteh"),
                        told("en", 2, "That bridge was closed.").say(TextField.NAMES, "Abu Conteh"),
                        told("en", 3, "They will close this bridge."),
                        told("en", 4, "A bridge fell."),
                        written(5, "Most je pao.").say(TextField.NAMES, "Ali Hadžić"),
                        written(6, "Most je zatvoren."),
                        told("kri", 7, "Checkpoint na di rod").say(TextField.NAMES, "Don Kamara"),
                        told("kri", 8, "Checkpoint na di brij")))
                .port();
        assertThat(asked(port, "officer:Will bridge")).containsExactly(1L);
        assertThat(asked(port, "officer:Ali most")).containsExactly(5L);
        assertThat(asked(port, "officer:Don checkpoint")).containsExactly(7L);
        assertThat(asked(port, "bridge -will")).containsExactlyInAnyOrder(2L, 4L);
        assertThat(asked(port, "bridge (will | closed)")).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(asked(port, "the bridge")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(asked(port, "(the bridge) conteh")).containsExactlyInAnyOrder(1L, 2L);
        SearchQuery names = SearchQuery.of("will conteh", Map.of("in", List.of("names")), null, 9);
        assertThat(ids(port.answer(names, SheetExamples.OPEN_ONLY))).containsExactly(1L);
        SearchQuery analyst = SearchQuery.of("bridge AND NOT will", Map.of("syntax", List.of("analyst")), null, 9);
        assertThat(ids(port.answer(analyst, SheetExamples.OPEN_ONLY))).containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void a_beginning_a_pattern_or_an_inexact_word_with_a_hyphen_finds_what_its_words_find_in_one_kind_of_text()
            throws IOException {
        SearchPort port = filled(List.of(
                        told("en", 1, "Abdul-Rahman Bah was there."),
                        told("en", 2, "Rahman came.").say(TextField.NAMES, "Abdul Conteh"),
                        told("en", 3, "It was number A-4170.").say(TextField.BADGES, "A-417"),
                        told("en", 4, "Nothing.").say(TextField.BADGES, "A427")))
                .port();
        assertThat(asked(port, "Abdul-Rah*")).containsExactly(1L);
        assertThat(asked(port, "abdul-rahmen~1")).containsExactly(1L);
        assertThat(asked(port, "A-4171~1")).containsExactly(3L);
        assertThat(asked(port, "badge:A-41*")).containsExactly(3L);
        assertThat(asked(port, "badge:A4*")).isEmpty();
        assertThat(asked(port, "badge:A42*")).containsExactly(4L);
        assertThat(asked(port, "badge:A-42*")).containsExactly(4L);
        assertThat(asked(port, "Rah-*")).containsExactlyInAnyOrder(1L, 2L);
        for (Map.Entry<String, List<Long>> each : Map.of(
                        "badge:A-4?7", List.of(3L, 4L),
                        "badge:A41?", List.of(3L),
                        "Abdul-Rah?an", List.of(1L),
                        "A-417*", List.of(3L),
                        "Abdul-Rahmen~1", List.of(1L))
                .entrySet()) {
            SearchQuery query = SearchQuery.of(each.getKey(), Map.of("syntax", List.of("analyst")), null, 9);
            assertThat(ids(port.answer(query, SheetExamples.OPEN_ONLY)))
                    .as(each.getKey())
                    .containsExactlyInAnyOrderElementsOf(each.getValue());
        }
    }

    @Test
    void a_distance_tells_how_many_others_fit_that_have_no_known_point_and_that_the_asker_may_see() throws IOException {
        Gazetteer.Spot here = new Gazetteer.Spot(8.5, -13.1);
        SearchPort port = filled(List.of(
                        told("en", 1, "A bridge.").at(here).put(Dimension.STAGE, "CLOSED"),
                        told("en", 2, "A bridge.").put(Dimension.STAGE, "CLOSED"),
                        told("en", 3, "A market."),
                        told("en", 4, "A bridge.").seenBy(SheetExamples.SEALED, null),
                        told("en", 5, "A bridge.").at(new Gazetteer.Spot(9.5, -13.1)),
                        told("en", 6, "A bridge at a market.")))
                .port();
        assertThat(unplaced(port, "bridge", Map.of("near", List.of("8.5,-13.1,5"))))
                .isEqualTo(2);
        assertThat(unplaced(port, "", Map.of("near", List.of("8.5,-13.1,5")))).isEqualTo(3);
        assertThat(unplaced(port, "bridge near:8.5,-13.1,5", Map.of())).isEqualTo(2);
        assertThat(unplaced(port, "bridge near:8.5,-13.1,5", Map.of("stage", List.of("CLOSED"))))
                .isEqualTo(1);
        assertThat(unplaced(port, "bridge (near:8.5,-13.1,5 | market)", Map.of()))
                .isEqualTo(1);
        assertThat(unplaced(port, "bridge -near:8.5,-13.1,5", Map.of())).isZero();
        assertThat(unplaced(port, "and bridge (near:8.5,-13.1,5 | market)", Map.of()))
                .as("a small word may be missing in what is found, so it may be in what is left out")
                .isEqualTo(1);
        assertThat(unplaced(port, "bridge", Map.of())).isNull();
    }

    private static @Nullable Long unplaced(SearchPort port, String text, Map<String, List<String>> parameters) {
        SearchQuery query = SearchQuery.of(text, parameters, null, 9);
        Answer found = port.answer(query, SheetExamples.OPEN_ONLY);
        return LeftOut.beside(found, query, others -> port.answer(others, SheetExamples.OPEN_ONLY))
                .unplaced();
    }

    private static ComplaintSheet written(long id, String narrative) {
        return told("bs", id, narrative);
    }

    private static ComplaintSheet told(String language, long id, String narrative) {
        return new ComplaintSheet(id, "N-" + id, 1, id).toldIn(language).say(TextField.NARRATIVE, narrative);
    }

    private static List<Long> asked(SearchPort port, String text) {
        Spellings spellings = new Spellings(NameBook.of(NameList.EMPTY));
        SearchQuery query = spellings.widened(SearchQuery.of(text));
        assertThat(query.read().terms()).noneMatch(term -> "spelling".equals(term.field()));
        return ids(port.answer(query, SheetExamples.OPEN_ONLY));
    }

    private static List<Long> ids(Answer answer) {
        return answer.hits().stream().map(Answer.Hit::id).toList();
    }
}
