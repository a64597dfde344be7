package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.names.NameBook;
import redress.names.NameList;

class SpellingsTest {

    @TempDir
    static Path folder;

    private static SearchIndex index;

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(
                folder,
                List.of(
                        sheet(1).say(TextField.NAMES, "Awa N'Diaye"),
                        sheet(2).say(TextField.NARRATIVE, "It was Modou Ndiaye."),
                        sheet(3).say(TextField.NAMES, "محمد"),
                        sheet(4).say(TextField.NARRATIVE, "Jallow beat Camara at station 4.")
                                .toldIn("en"),
                        sheet(5).say(TextField.NARRATIVE, "Diallo beat Kamara at station 5.")
                                .toldIn("en")));
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void a_listed_name_is_asked_for_in_its_other_spellings_too_and_the_answer_says_so() throws IOException {
        SearchQuery query = asked("Diallo bridge");
        assertThat(query.read().clause())
                .isEqualTo(new Clause.All(List.of(
                        new Clause.Either(List.of(
                                new Clause.Word(null, "Diallo"),
                                new Clause.Spelled(null, List.of("Jalloh", "Jallow")))),
                        new Clause.Word(null, "bridge"))));
        assertThat(query.read().understood())
                .containsExactly(new Understanding.Term("Diallo", "spelling", "Jalloh, Jallow"));
    }

    @Test
    void a_name_in_another_script_is_the_same_name_and_dj_stands_for_its_own_letter() throws IOException {
        assertThat(asked("Диалло").read().understood())
                .extracting(Understanding.Term::meaning)
                .containsExactly("Jalloh, Jallow");
        assertThat(asked("officer:Djordje").read().clause())
                .isEqualTo(new Clause.Either(List.of(
                        new Clause.Word(TextField.NAMES, "Djordje"),
                        new Clause.Spelled(TextField.NAMES, List.of("George", "Đorđe")))));
    }

    @Test
    void a_word_on_no_list_is_asked_for_with_d_for_dj_and_the_other_way_round_and_nothing_is_told() throws IOException {
        assertThat(asked("Djurdjica").read())
                .isEqualTo(new Understanding(either(null, "Djurdjica", "durdica"), List.of()));
        assertThat(asked("letter:Đurđica").read().clause()).isEqualTo(either(TextField.LETTER, "Đurđica", "Djurdjica"));
        assertThat(asked("Ђурић").read().clause()).isEqualTo(either(null, "Ђурић", "Дјурић"));
        for (String text : List.of(
                "number:dj-1",
                "badge:DJ",
                "badge:\"DJ 1\"",
                "djur*",
                "djuric~1",
                "-Djuric",
                "\"Djuric\"",
                "-\"the Djuric\"")) {
            assertThat(asked(text).read()).as(text).isEqualTo(plain(text, "").read());
        }
    }

    @Test
    void a_phrase_and_a_name_with_a_hyphen_are_asked_for_with_the_letter_in_the_other_way_too() throws IOException {
        assertThat(asked("\"officer Djuric\"~2").read())
                .isEqualTo(new Understanding(
                        new Clause.Either(List.of(
                                new Clause.Phrase(null, "officer Djuric", 2),
                                new Clause.Phrase(null, "officer duric", 2))),
                        List.of()));
        assertThat(asked("officer:Hadžić-Đurić").read().clause())
                .isEqualTo(new Clause.Either(List.of(
                        new Clause.Word(TextField.NAMES, "Hadžić-Đurić"),
                        new Clause.Word(TextField.NAMES, "Hadžić-Djurić"))));
        SearchQuery many = asked("\"" + "word ".repeat(40) + "djuric\"");
        assertThat(many.cut()).isTrue();
        assertThat(many.read().clause()).isInstanceOf(Clause.Phrase.class);
    }

    private static Clause either(@Nullable TextField in, String typed, String other) {
        return new Clause.Either(List.of(new Clause.Word(in, typed), new Clause.Spelled(in, List.of(other))));
    }

    @Test
    void a_spelling_is_asked_for_as_the_list_has_it_and_once_for_each_form_that_a_text_can_have() throws IOException {
        assertThat(meanings(demo(), "Njie")).containsExactly("N'Diaye, Ndiaye, Njai, Njay");
        assertThat(meanings(demo(), "Ndiaye")).containsExactly("N'Diaye, Njai, Njay, Njie");
        assertThat(meanings(demo(), "N’Diaye")).containsExactly("Ndiaye, Njai, Njay, Njie");
        assertThat(meanings(demo(), "Toure")).containsExactly("Touray, Turay");
        assertThat(meanings(demo(), "محمد"))
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("Mamadou, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Njie; 1,2",
                "Ndiaye; 1,2",
                "N'Diaye; 1,2",
                "N’Diaye; 1,2",
                "officer:Njie; 1",
                "Mohamed; 2,3",
                "محمد; 2,3",
                "Kamara Diallo; 4,5",
                "Kamara and Diallo; 4,5",
                "the Diallo; 4,5",
                "(the Kamara) | Jallow; 4,5",
                "the station; 4,5"
            })
    void a_name_is_found_in_the_spellings_of_the_profile_as_texts_have_them(String text, String ids)
            throws IOException {
        SearchQuery query = new Spellings(demo()).widened(plain(text, ""));
        assertThat(new Reading(index, new Columns())
                        .answer(query, SheetExamples.OPEN_ONLY).hits().stream()
                                .map(Answer.Hit::id)
                                .sorted())
                .containsExactlyElementsOf(
                        Arrays.stream(ids.split(",")).map(Long::valueOf).toList());
    }

    private static ComplaintSheet sheet(long id) {
        return new ComplaintSheet(id, "2026-00000" + id, 1, id);
    }

    private static List<String> meanings(NameBook names, String text) {
        return new Spellings(names)
                .widened(plain(text, "")).read().understood().stream()
                        .map(Understanding.Term::meaning)
                        .toList();
    }

    /** The names of the profile that is shown around, as an office would have them. */
    private static NameBook demo() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("config/profiles/demo/names.txt"))) {
            return NameBook.of(NameList.read(file));
        }
    }

    @Test
    void what_is_on_no_list_is_left_out_or_is_no_word_stays_as_it_was_typed() throws IOException {
        for (String text : List.of("bridge", "-Diallo", "\"Amadu Diallo\"", "badge:Diallo", "dial*", "")) {
            assertThat(asked(text).read()).as(text).isEqualTo(plain(text, "").read());
        }
        SearchQuery analyst = plain("Diallo", "analyst");
        assertThat(spellings().widened(analyst)).isEqualTo(analyst);
    }

    private static SearchQuery asked(String text) throws IOException {
        return spellings().widened(plain(text, ""));
    }

    private static SearchQuery plain(String text, String syntax) {
        return new Asking(SheetExamples.gazetteer(), Map.of("syntax", List.of(syntax))).query(text, null, 10);
    }

    private static Spellings spellings() throws IOException {
        return new Spellings(NameBook.of(NameList.read(new StringReader("Diallo, Jallow, Jalloh\nĐorđe, George"))));
    }
}
