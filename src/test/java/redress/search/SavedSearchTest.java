package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.names.NameBook;
import redress.names.NameList;
import redress.web.Texts;

/**
 * A kept search asked of one complaint alone finds that one if the search finds it, and marks what the search marks.
 */
class SavedSearchTest {

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = sheets();
    private static SearchIndex index;
    private static Reading reading;
    private static Matching matching;

    private static List<ComplaintSheet> sheets() {
        List<ComplaintSheet> sheets = new ArrayList<>(SheetExamples.many(80, 4));
        for (int i = 0; i < 2; i++) {
            sheets.add(new ComplaintSheet(900 + i, "REG \"" + i + "\" \\ 7", 1, 0)
                    .seenBy("open", null)
                    .say(TextField.NARRATIVE, "At the weir the ferryman took a lantern and a rope."));
        }
        return sheets;
    }

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
    void a_search_in_one_complaint_finds_it_where_the_search_does_and_nothing_else() {
        Random random = new Random(8);
        int found = 0;
        for (int round = 0; round < 60; round++) {
            StringBuilder address =
                    new StringBuilder("q=" + SheetExamples.word(random) + "+%7C+" + SheetExamples.word(random));
            SheetExamples.filters(SHEETS, random)
                    .forEach((name, values) ->
                            values.forEach(value -> address.append("&" + name + "=" + encoded(value))));
            SavedSearch search = new SavedSearch(address.toString());
            Set<Long> all = matching.all(search, SheetExamples.OPEN_ONLY);
            ComplaintSheet sheet = SHEETS.get(random.nextInt(80));
            assertThat(answer(search.inComplaint(sheet.number())).hits())
                    .as("%s in %s", search.address(), sheet.number())
                    .extracting(Answer.Hit::id)
                    .containsExactlyElementsOf(all.contains(sheet.id()) ? List.of(sheet.id()) : List.of());
            found += all.contains(sheet.id()) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            lantern                           ~ lantern
            lantern | zebra                   ~ lantern
            | lantern                         ~ lantern
            "took a lantern" -zebra           ~ took,a,lantern
            lantern) | (rope                  ~ lantern,rope
            "lantern rope                     ~ lantern,rope
            lantern &syntax=analyst           ~ lantern
            zebra OR lantern&syntax=analyst   ~ lantern
            NOT zebra AND rope&syntax=analyst ~ rope
            """)
    void what_the_search_finds_is_marked_whatever_signs_stand_in_it(String typed, String marked) {
        String[] parts = typed.split("&", 2);
        String rest = parts.length == 1 ? "" : "&" + parts[1];
        SavedSearch search = new SavedSearch("q=" + encoded(parts[0]) + rest);
        List<Answer.Hit> hits =
                answer(search.inComplaint(SHEETS.getLast().number())).hits();
        assertThat(hits).extracting(Answer.Hit::id).containsExactly(901L);
        String text = String.join(
                " ",
                hits.getFirst().snippet().stream()
                        .filter(Answer.Piece::match)
                        .map(Answer.Piece::text)
                        .toList());
        assertThat(text.split("\\W+")).containsExactly(marked.split(","));
    }

    @Test
    void a_search_of_filters_alone_finds_the_complaint_too_and_one_without_room_for_the_number_is_asked_as_it_is() {
        String number = SHEETS.getFirst().number();
        SavedSearch filter = new SavedSearch(
                "stage=" + SHEETS.getFirst().values(Dimension.STAGE).iterator().next());
        assertThat(answer(filter.inComplaint(number)).count()).isEqualTo(1);
        SavedSearch other = new SavedSearch("stage=NO_SUCH_STAGE");
        assertThat(answer(other.inComplaint(number)).count()).isZero();
        SavedSearch full = new SavedSearch("q=" + "lantern+".repeat(62) + "rope&syntax=analyst");
        assertThat(full.inComplaint(number)).isEqualTo(full.url());
    }

    private static Answer answer(String url) {
        Map<String, List<String>> parameters = new SavedSearch(url.substring(url.indexOf('?') + 1)).parameters();
        return reading.answer(
                new Asking(SheetExamples.gazetteer(), parameters)
                        .query(parameters.getOrDefault("q", List.of("")).getFirst(), null, 50),
                SheetExamples.OPEN_ONLY);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
