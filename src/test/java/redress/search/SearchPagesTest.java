package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Actor;
import redress.access.Role;
import redress.names.NameBook;
import redress.names.NameList;
import redress.problem.Problem;
import redress.time.Ids;
import redress.web.Form;
import redress.web.ViewExamples;

class SearchPagesTest {

    private static final SearchPage.Reader READER = reader(Role.SUPERVISOR);

    @TempDir
    Path folder;

    private static SearchPage.Reader reader(Role role) {
        return SearchPage.Reader.of(new Actor("ama", "A. Person", Set.of(role)));
    }

    @Test
    void leaving_a_search_on_watch_is_offered_to_those_who_may_and_not_to_an_auditor() throws IOException {
        assertThat(ViewExamples.html(page(Map.of("stage", List.of("CLOSED")), READER), "/desk/search"))
                .contains("/desk/watches/new");
        assertThat(ViewExamples.html(page(Map.of("stage", List.of("CLOSED")), reader(Role.AUDITOR)), "/desk/search"))
                .doesNotContain("/desk/watches/new");
    }

    @Test
    void an_auditor_is_not_offered_to_look_into_notes_which_nobody_without_that_right_finds_anything_in() {
        String notes = "<option value=\"note\"";
        String letters = "<option value=\"letter\"";
        assertThat(ViewExamples.html(SearchPages.refused(Form.blank(), reader(Role.AUDITOR)), "/desk/search"))
                .contains(letters)
                .doesNotContain(notes);
        assertThat(ViewExamples.html(SearchPages.refused(Form.blank(), reader(Role.INVESTIGATOR)), "/desk/search"))
                .contains(letters, notes);
    }

    private SearchPage page(Map<String, List<String>> filters) throws IOException {
        return page(filters, READER);
    }

    private SearchPage page(Map<String, List<String>> filters, SearchPage.Reader reader) throws IOException {
        SearchIndex index = IndexExample.of(folder, SheetExamples.many(300, 9));
        try {
            SearchQuery query = SheetExamples.asked("market & \"road\"", filters);
            Answer answer = new Reading(index, new Columns()).answer(query, SheetExamples.EVERYTHING);
            return SearchPages.page(query, answer, SheetExamples.gazetteer(), false, reader);
        } finally {
            index.close();
        }
    }

    /** The page on this question to five complaints: two of a market, one of them closed, and three of a bridge. */
    private SearchPage ofFive(String text, Map<String, List<String>> parameters) throws IOException {
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (long id = 1; id <= 5; id++) {
            sheets.add(SheetExamples.about(id, id <= 2 ? "Foday took money at the market" : "Beaten at the bridge")
                    .put(Dimension.STAGE, id == 1 ? "CLOSED" : "SCREENING"));
        }
        SearchIndex index = IndexExample.of(folder, sheets);
        try {
            Reading reading = new Reading(index, new Columns());
            SearchQuery query = SheetExamples.asked(text, parameters);
            Answer answer = Wider.beside(
                    reading.answer(query, SheetExamples.EVERYTHING),
                    query,
                    less -> reading.answer(less, SheetExamples.EVERYTHING),
                    less -> less);
            return SearchPages.page(query, answer, SheetExamples.gazetteer(), false, READER);
        } finally {
            index.close();
        }
    }

    @Test
    void where_nothing_is_found_the_page_leads_to_questions_that_ask_for_less_and_find_something() throws IOException {
        assertThat(ofFive("foday bridge", Map.of()).wider())
                .containsExactly(new SearchPage.Wide(
                        "search.wider.any", "foday | bridge", 5, "/desk/search?q=foday+%7C+bridge"));
        SearchPage misspelled = ofFive("the monney", Map.of("stage", List.of("CLOSED")));
        assertThat(misspelled.wider())
                .containsExactly(new SearchPage.Wide(
                        "search.wider.spelled", "the monney~1", 1, "/desk/search?q=the+monney%7E1&stage=CLOSED"));
        assertThat(ViewExamples.html(misspelled, "/desk/search"))
                .contains("Words spelled a little otherwise")
                .contains("href=\"/desk/search?q=the+monney%7E1&amp;stage=CLOSED\"")
                .contains("1 complaint");
        assertThat(ofFive("bridge", Map.of("stage", List.of("CLOSED"), "sort", List.of("newest")))
                        .wider())
                .containsExactly(
                        new SearchPage.Wide("search.wider.anywhere", "", 3, "/desk/search?q=bridge&sort=newest"));
    }

    @Test
    void what_is_offered_is_asked_with_the_spellings_of_names_as_its_link_will_be() throws IOException {
        Spellings spellings = new Spellings(NameBook.of(NameList.read(new StringReader("Diallo, Jallow"))));
        List<Understanding> asked = new ArrayList<>();
        Wider.beside(
                with(0, false),
                spellings.widened(SheetExamples.asked("Diallo curfew", Map.of())),
                less -> {
                    asked.add(less.read());
                    return with(0, false);
                },
                spellings::widened);
        assertThat(asked)
                .contains(spellings
                        .widened(SheetExamples.asked("Diallo | curfew", Map.of()))
                        .read());
    }

    @Test
    void an_offer_that_its_link_would_cut_or_that_ran_out_of_time_or_was_refused_is_none() {
        Answer nothing = with(0, false);
        String many = IntStream.range(0, 60).mapToObj(i -> "w" + (100_000 + i)).collect(Collectors.joining(" "));
        SearchQuery asked = SheetExamples.asked(many, Map.of());
        assertThat(Wider.beside(nothing, asked, less -> with(7, false), less -> less)
                        .wider())
                .extracting(Wider::kind)
                .containsExactly(Wider.Kind.SPELLED);
        SearchQuery two = SheetExamples.asked("bridge market", Map.of());
        assertThat(Wider.beside(nothing, two, less -> with(7, true), less -> less)
                        .wider())
                .isEmpty();
        assertThat(Wider.beside(
                                nothing,
                                two,
                                less -> {
                                    throw Problem.of(Problem.Kind.UNAVAILABLE, "search-starting", "Not now.");
                                },
                                less -> less)
                        .wider())
                .isEmpty();
    }

    private static Answer with(long count, boolean partial) {
        return new Answer(count, List.of(), Map.of(), List.of(), null, null, partial, false, List.of());
    }

    @Test
    void words_in_capitals_are_told_as_the_signs_that_they_are_and_are_in_no_offer() throws IOException {
        assertThat(ViewExamples.html(ofFive("market OR bridge NOT foday", Map.of()), "/desk/search"))
                .contains("OR was understood as |: one of the two parts beside it is enough.")
                .contains("NOT was understood as -: what stands behind it is left out.");
        assertThat(ofFive("foday NOT market", Map.of()).wider()).isEmpty();
    }

    @Test
    void a_page_for_a_distance_says_how_many_others_fit_without_a_known_point() throws IOException {
        SearchQuery near = SheetExamples.asked("bridge", Map.of("near", List.of("Town 11, 5")));
        for (long others = 0; others < 3; others++) {
            Answer answer = with(7, false).leavingOut(with(others, false), 0);
            SearchPage page = SearchPages.page(near, answer, SheetExamples.gazetteer(), false, READER);
            assertThat(ViewExamples.html(page, "/desk/search"))
                    .contains(
                            others == 0
                                    ? "No complaint that fits otherwise is left out"
                                    : others == 1
                                            ? "1 complaint that fits otherwise is left out"
                                            : "2 complaints that fit otherwise are left out");
        }
        assertThat(ViewExamples.html(page(Map.of()), "/desk/search")).doesNotContain("known point");
    }

    @Test
    void a_word_that_was_typed_again_and_again_is_offered_once() throws IOException {
        assertThat(ofFive("monney monney monney monney monney", Map.of()).wider())
                .containsExactly(
                        new SearchPage.Wide("search.wider.spelled", "monney~1", 2, "/desk/search?q=monney%7E1"));
    }

    @Test
    void nothing_is_offered_where_less_finds_nothing_either_or_the_question_is_no_row_of_words() throws IOException {
        assertThat(ofFive("zzzzzz", Map.of()).wider()).isEmpty();
        assertThat(ofFive("narrative:monney", Map.of()).wider()).isEmpty();
        assertThat(ofFive("monney -market", Map.of()).wider()).isEmpty();
        assertThat(ofFive("money", Map.of()).wider()).isEmpty();
    }

    @Test
    void small_words_are_known_with_their_marks_and_in_every_script() {
        assertThat(offered("на мосту")).containsExactly("на мосту~1");
        assertThat(offered("même policeir")).containsExactly("même policeir~2");
        assertThat(offered("à Diallo")).containsExactly("à Diallo~1");
    }

    private static List<String> offered(String text) {
        return Wider.beside(with(0, false), SheetExamples.asked(text, Map.of()), less -> with(7, false), less -> less)
                .wider()
                .stream()
                .map(wider -> wider.question().text())
                .toList();
    }

    @Test
    void what_has_no_word_is_not_offered_without_its_narrowing_as_that_would_be_all_complaints() throws IOException {
        assertThat(ofFive("???", Map.of("stage", List.of("REVIEW"))).wider()).isEmpty();
    }

    @Test
    void hits_of_words_can_be_put_in_the_other_order_and_back() throws IOException {
        Map<String, List<String>> closed = Map.of("stage", List.of("SCREENING"));
        assertThat(ofFive("bridge", closed).state().otherOrder())
                .isEqualTo("/desk/search?q=bridge&sort=newest&stage=SCREENING");
        SearchPage newest = ofFive("bridge", Map.of("stage", List.of("SCREENING"), "sort", List.of("newest")));
        assertThat(newest.state().otherOrder()).isEqualTo("/desk/search?q=bridge&stage=SCREENING");
        assertThat(ViewExamples.html(newest, "/desk/search")).contains("show the best match first");
        assertThat(ofFive("", closed).state().otherOrder()).isNull();
    }

    @Test
    void what_has_no_word_shows_the_newest_first_and_says_so() throws IOException {
        SearchPage page = ofFive("???", Map.of("stage", List.of("SCREENING")));
        assertThat(page.rows()).isNotEmpty();
        assertThat(page.state().newest()).isTrue();
        assertThat(page.state().otherOrder()).isNull();
        assertThat(ViewExamples.html(page, "/desk/search"))
                .contains("newest first")
                .doesNotContain("best match first");
    }

    private static List<String> units(SearchPage page) {
        return page.facets().stream()
                .filter(facet -> facet.dimension().equals("search.by.unit"))
                .flatMap(facet -> facet.options().stream())
                .map(option -> option.depth() + " " + option.label())
                .toList();
    }

    @Test
    void the_unit_tree_opens_one_level_at_a_time() throws IOException {
        assertThat(units(page(Map.of()))).containsExactlyInAnyOrder("0 The police", "0 The army");
    }

    @Test
    void below_a_chosen_unit_stand_its_own_units_and_above_it_the_way_back() throws IOException {
        SearchPage page = page(Map.of("unit", List.of("police/D1")));
        assertThat(units(page)).startsWith("0 The police", "1 Division 1").hasSizeGreaterThan(2);
        assertThat(units(page).subList(2, units(page).size())).allMatch(unit -> unit.startsWith("2 Station 1"));
    }

    @Test
    void a_chip_takes_its_own_narrowing_away_and_keeps_the_others() throws IOException {
        SearchPage page = page(Map.of("unit", List.of("police/D1"), "stage", List.of("CLOSED")));
        assertThat(page.chips()).hasSize(2);
        assertThat(page.chips().get(0).without()).isEqualTo("/desk/search?q=market+%26+%22road%22&stage=CLOSED");
        assertThat(page.kept()).contains(new SearchPage.Kept("unit", "police/D1"));
    }

    @Test
    void the_place_tree_opens_as_the_unit_tree_does() throws IOException {
        List<String> places = page(Map.of("place", List.of("D1"))).facets().stream()
                .filter(facet -> facet.dimension().equals("search.by.place"))
                .flatMap(facet -> facet.options().stream())
                .map(option -> option.depth() + " " + option.label())
                .toList();
        assertThat(places).startsWith("0 District 1").hasSizeGreaterThan(1);
        assertThat(places.subList(1, places.size())).allMatch(place -> place.startsWith("1 Town 1"));
    }

    @Test
    void a_table_shows_one_level_of_a_tree_and_totals_of_their_own() throws IOException {
        SearchPage page =
                page(Map.of("rows", List.of("unit"), "columns", List.of("stage"), "histogram", List.of("year")));
        assertThat(page.tables()).extracting(SearchPage.Table::name).containsExactly("search.course", "search.table");
        SearchPage.Table table = page.tables().get(1);
        assertThat(table.lines())
                .extracting(SearchPage.Line::label)
                .containsExactlyInAnyOrder("The police", "The army");
        assertThat(table.heads()).endsWith("search.table.all").hasSizeLessThanOrEqualTo(5);
        assertThat(table.lines()).allSatisfy(line -> {
            List<Long> cells = line.counts().subList(0, line.counts().size() - 1);
            assertThat(line.counts().get(line.counts().size() - 1))
                    .isEqualTo(cells.stream().mapToLong(Long::longValue).sum());
        });
        assertThat(table.lines().get(0).url()).contains("rows=unit").contains("columns=stage");
    }

    @Test
    void the_lists_that_narrow_a_search_are_folded_but_for_the_first_ones_and_those_in_which_something_is_chosen()
            throws IOException {
        String chosen = "search.by.stage";
        SearchPage page = page(Map.of("stage", List.of("CLOSED", "RECEIVED")));
        Document html = Jsoup.parse(ViewExamples.html(page, "/desk/search"));
        assertThat(html.select("#narrow > details[open] > summary > h3").eachAttr("id"))
                .containsExactly("search.by.unit", "search.by.category", "search.by.year", chosen);
        assertThat(html.select("#narrow > details:not([open]) > summary > h3").eachText())
                .contains("Finding", "Place", "Hour")
                .hasSize(page.facets().size() - 4);
        assertThat(html.select("#narrow summary .chosen").eachText()).containsExactly("2 chosen");
        assertThat(html.select("#narrow ul[aria-labelledby=" + chosen + "] a[aria-current]")
                        .eachText())
                .allMatch(text -> text.startsWith("Closed") || text.startsWith("Received"))
                .hasSize(2);
    }

    @Test
    void every_value_that_can_be_chosen_stands_in_a_list_that_is_named_after_its_dimension() throws IOException {
        Document html = Jsoup.parse(ViewExamples.html(page(Map.of()), "/desk/search"));
        Elements lists = html.select("#narrow ul");
        assertThat(lists.select("a")).hasSameSizeAs(html.select("#narrow a")).isNotEmpty();
        assertThat(lists)
                .allSatisfy(list -> assertThat(
                                list.parents().select("> summary > h3").eachAttr("id"))
                        .contains(list.attr("aria-labelledby")));
        assertThat(html.select("#narrow details details > summary").eachText())
                .isNotEmpty()
                .allMatch(text -> text.matches("\\d+ more: .+"));
    }

    private static Document refused(Map<String, List<String>> asked, Problem.FieldError... errors) {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putAll(asked);
        Form form = Form.of(sent).with(List.of(errors));
        return Jsoup.parse(ViewExamples.html(SearchPages.refused(form, READER), "/desk/search"));
    }

    @Test
    void a_refused_question_keeps_its_filters_so_that_the_mended_one_does_not_run_over_everything() {
        Map<String, List<String>> asked = Map.of(
                "q", List.of("(market"),
                "syntax", List.of("analyst"),
                "unit", List.of("police/EB-12"),
                "year", List.of("2024", "2025"),
                "rows", List.of("unit"),
                "columns", List.of("stage"),
                "act", List.of("17"));
        Document html = refused(asked, new Problem.FieldError("q", "search.refused.unreadable"));
        Elements words = html.select("form[role=search] input[type=hidden]");
        assertThat(words.eachAttr("name")).containsExactly("unit", "year", "year", "rows", "columns");
        assertThat(words.eachAttr("value")).containsExactly("police/EB-12", "2024", "2025", "unit", "stage");
        assertThat(html.select("select#syntax option[selected]").eachAttr("value"))
                .containsExactly("analyst");
        assertThat(html.select("form:has(#rows) input[type=hidden]").eachAttr("name"))
                .containsExactly("q", "syntax", "unit", "year", "year");
    }

    @Test
    void every_fault_that_the_summary_names_stands_on_the_page_beside_its_field() {
        for (String field : List.of("q", "near", "in", "histogram", "rows", "columns")) {
            Document html = refused(
                    Map.of("year", List.of("2024"), field, List.of("x")),
                    new Problem.FieldError(field, "search.table.two"));
            assertThat(html.select(".govuk-error-summary a").eachAttr("href"))
                    .as(field)
                    .containsExactly("#" + field);
            assertThat(html.select("#" + field).attr("aria-describedby"))
                    .as(field)
                    .contains(field + "-error");
            assertThat(html.select("#" + field + "-error")).as(field).hasSize(1);
        }
    }

    @Test
    void more_values_than_can_be_asked_for_come_back_with_the_reason_and_with_as_many_as_can() {
        List<String> hours = IntStream.range(0, 21).mapToObj(Terms::hour).toList();
        assertThatThrownBy(() -> SheetExamples.asked("market", Map.of("hour", hours)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    Document html = refused(
                            Map.of("q", List.of("market"), "hour", hours),
                            SearchPages.faults(problem).toArray(Problem.FieldError[]::new));
                    assertThat(html.select(".govuk-error-summary li").eachText())
                            .containsExactly("At most 20 values of hour can be asked for at once, and none of more"
                                    + " than 200 characters.");
                    assertThat(html.select(".govuk-error-summary a"))
                            .as("the page has no field that it could lead to")
                            .isEmpty();
                    List<String> kept =
                            html.select("form[role=search] input[name=hour]").eachAttr("value");
                    assertThat(kept).isEqualTo(hours.subList(0, 20));
                    assertThat(SheetExamples.asked("market", Map.of("hour", kept))
                                    .wanted(Dimension.HOUR))
                            .isEqualTo(kept);
                });
    }

    @Test
    void a_commander_that_was_chosen_leads_to_the_dossier_under_the_id_that_addresses_have() throws IOException {
        assertThat(page(Map.of("commander", List.of("9001", "nobody"))).chips())
                .extracting(SearchPage.Chip::dossier)
                .containsExactly("/desk/dossier?commander=" + Ids.text(9_001), null);
    }

    @Test
    void a_value_that_there_is_not_is_shown_as_it_was_typed_and_told_as_unknown() throws IOException {
        Map<String, List<String>> asked = Map.of(
                "stage", List.of("closed", "CLOSED"),
                "weekday", List.of("8"),
                "hour", List.of("24"),
                "injury", List.of("desk"),
                "year", List.of("24"));
        Document html = Jsoup.parse(ViewExamples.html(page(asked), "/desk/search"));
        assertThat(html.select(".chips a").eachText())
                .map(chip -> chip.substring(0, chip.indexOf(" ×")))
                .containsExactly(
                        "Stage: closed (there is no such value)",
                        "Stage: Closed",
                        "Year received: 24 (there is no such value)",
                        "Day of the week: 8 (there is no such value)",
                        "Hour: 24 (there is no such value)",
                        "Injury: desk (there is no such value)");
        assertThat(html.text()).doesNotContain("desk.stage.", "search.weekday.", "search.injury.");
    }

    @Test
    void what_was_typed_comes_back_with_the_reason_beside_it() {
        Form form = Form.of(Map.of("q", "/.*/")).with(List.of(new Problem.FieldError("q", "search.refused.regexp")));
        String html = ViewExamples.html(SearchPages.refused(form, READER), "/desk/search");
        assertThat(html)
                .contains("value=\"/.*/\"")
                .contains("id=\"q-error\"")
                .contains("Regular expressions are not run");
    }
}
