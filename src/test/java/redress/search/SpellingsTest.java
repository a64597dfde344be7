package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redress.names.NameBook;
import redress.names.NameList;

class SpellingsTest {

    @Test
    void a_listed_name_is_asked_for_in_its_other_spellings_too_and_the_answer_says_so() throws IOException {
        SearchQuery query = asked("Diallo bridge");
        assertThat(query.read().clause())
                .isEqualTo(new Clause.All(List.of(
                        new Clause.Either(List.of(
                                new Clause.Word(null, "Diallo"),
                                new Clause.Spelled(null, List.of("jalloh", "jallow")))),
                        new Clause.Word(null, "bridge"))));
        assertThat(query.read().understood())
                .containsExactly(new Understanding.Term("Diallo", "spelling", "jalloh, jallow"));
    }

    @Test
    void a_name_in_another_script_is_the_same_name_and_dj_stands_for_its_own_letter() throws IOException {
        assertThat(asked("Диалло").read().understood())
                .extracting(Understanding.Term::meaning)
                .containsExactly("jalloh, jallow");
        assertThat(asked("officer:Djordje").read().clause())
                .isEqualTo(new Clause.Either(List.of(
                        new Clause.Word(TextField.NAMES, "Djordje"),
                        new Clause.Spelled(TextField.NAMES, List.of("dorde", "george")))));
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
