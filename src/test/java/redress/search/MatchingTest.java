package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;
import redress.names.NameBook;
import redress.names.NameList;
import redress.problem.Problem;
import redress.web.Texts;

/** All that a search finds is what its pages would show one after the other, for whoever looks. */
class MatchingTest {

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(300, 9);
    private static SearchIndex index;
    private static Reading reading;
    private static Matching matching;

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(folder, SHEETS);
        Columns columns = new Columns();
        reading = new Reading(index, columns);
        matching = new Matching(
                index, columns, SheetExamples::gazetteer, new Spellings(NameBook.of(NameList.EMPTY)), new Texts());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void all_that_a_search_finds_is_what_its_pages_show_one_after_the_other() {
        Random random = new Random(5);
        int some = 0;
        for (int round = 0; round < 150; round++) {
            String word = random.nextInt(4) == 0 ? "" : SheetExamples.word(random) + " | " + SheetExamples.word(random);
            Map<String, List<String>> filters = SheetExamples.filters(SHEETS, random);
            Sight sight = random.nextBoolean() ? SheetExamples.EVERYTHING : SheetExamples.OPEN_ONLY;
            SavedSearch search = new SavedSearch(address(word, filters));
            Set<Long> paged = paged(word, filters, sight);
            assertThat(matching.all(search, sight)).as(search.address()).isEqualTo(paged);
            some += paged.isEmpty() ? 0 : 1;
        }
        assertThat(some).isGreaterThan(50);
    }

    @Test
    void what_only_says_how_a_search_is_shown_is_no_part_of_it_and_the_same_search_is_the_same_text() {
        SavedSearch read =
                matching.read("rows=year&q=night+patrol&sort=newest&category=C3&columns=stage&after=x&size=9");
        assertThat(read.address()).isEqualTo("q=night+patrol&category=C3");
        assertThat(matching.read(read.address())).isEqualTo(read);
        assertThat(matching.told(read)).isEqualTo("night patrol, Allegation: Category 3");
    }

    @Test
    void a_search_is_told_in_the_words_of_the_search_page() {
        assertThat(matching.told(matching.read("q=night&stage=CLOSED&stage=closed&weekday=5&hour=22&injury=DEATH"
                        + "&commander=9001&register=portal&in=letter,narrative&near=town+11,+5")))
                .isEqualTo("night, Stage: Closed, Stage: closed (there is no such value),"
                        + " Commander at the time: Kamara, F. (K-9001), Day of the week: Friday, Hour: 22:00,"
                        + " Injury: Somebody died, Register: Received here, Look only into: What happened, as told,"
                        + " Look only into: Letters, Near a place: town 11, 5");
    }

    @Test
    void a_search_that_seeks_nothing_or_makes_no_sense_is_refused_beside_what_is_wrong_in_it() {
        assertThat(fault("")).isEqualTo("q");
        assertThat(fault("sort=newest&histogram=year")).isEqualTo("q");
        assertThat(fault("q=%3F%3F%3F")).isEqualTo("q");
        assertThat(fault("q=*:*&syntax=analyst&in=notes")).isEqualTo("q");
        assertThat(matching.read("q=%3F%3F%3F&category=C3").address()).isEqualTo("category=C3");
        assertThat(fault("q=night&near=somewhere+else+entirely")).isEqualTo("near");
        assertThatThrownBy(() -> matching.read("q=/a.*b/&syntax=analyst")).isInstanceOf(Problem.class);
    }

    private static String fault(String address) {
        try {
            matching.read(address);
            return "";
        } catch (Problem refused) {
            return refused.errors().getFirst().field();
        }
    }

    private static Set<Long> paged(String word, Map<String, List<String>> filters, Sight sight) {
        Set<Long> ids = new HashSet<>();
        String after = null;
        do {
            Answer answer =
                    reading.answer(new Asking(SheetExamples.gazetteer(), filters).query(word, after, 50), sight);
            answer.hits().forEach(hit -> ids.add(hit.id()));
            Cursor next = answer.next();
            after = next == null ? null : next.text();
        } while (after != null);
        return ids;
    }

    private static String address(String word, Map<String, List<String>> filters) {
        List<String> parts = new ArrayList<>();
        parts.add("q=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
        filters.forEach((name, values) ->
                values.forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return String.join("&", parts);
    }
}
