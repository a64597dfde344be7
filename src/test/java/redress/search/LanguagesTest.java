package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @TempDir
    static Path folder;

    private static SearchIndex index;
    private static Reading reading;

    private static ComplaintSheet told(long id, String language, String narrative) {
        return new ComplaintSheet(id, "N-" + id, 1, id).toldIn(language).say(TextField.NARRATIVE, narrative);
    }

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(
                folder,
                List.of(
                        told(1, "en", "The officers' complaints were refused at the police stations."),
                        told(2, "fr", "L'officier m'a frappé près des marchés. Les dates sont connues."),
                        told(3, "ar", "ضربني الشرطيون في المدينة"),
                        told(4, "bs", "Policajci su me udarili ispred stanice."),
                        told(5, "sr-Cyrl", "Полицајац Ђорђевић ме је ударио испред станице."),
                        told(6, "kri", "Di polis bin de bit mi na di makit fɔ moni."),
                        told(7, "hr", "Nije htio dati izjavu u postaji."),
                        told(8, "xx", "The complaint stands in a language of its own.")));
        reading = new Reading(index, new Columns());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static List<Long> found(String text) {
        return reading.answer(SearchQuery.of(text), SheetExamples.OPEN_ONLY).hits().stream()
                .map(Answer.Hit::id)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "complaint, 1",
        "station, 1",
        "officier, 2",
        "marché, 2",
        "الشرطي, 3",
        "policajac, 5",
        "stanica, 4",
        "dordevic, 5",
        "makit, 6"
    })
    void a_word_finds_its_other_forms_in_the_language_of_the_complaint(String word, long id) {
        assertThat(found(word)).contains(id);
    }

    @Test
    void one_form_of_a_word_finds_both_scripts() {
        assertThat(found("stanice")).contains(4L, 5L);
        assertThat(found("станица")).contains(4L, 5L);
        assertThat(found("udario")).contains(5L);
    }

    @Test
    void a_stem_of_one_language_is_no_word_of_another() {
        // The French stem of "dates" is "dat", which is near to what a Croatian "dati" becomes.
        assertThat(found("dates")).containsExactly(2L);
    }

    @Test
    void a_phrase_stays_as_it_was_written() {
        assertThat(found("\"police stations\"")).containsExactly(1L);
        assertThat(found("\"police station\"")).isEmpty();
    }

    @Test
    void small_words_need_not_occur_where_they_say_little() {
        assertThat(found("the complaint of officer")).containsExactly(1L);
        assertThat(found("di polis fɔ di moni")).containsExactly(6L);
        assertThat(found("les marchés de la ville")).isEmpty();
        assertThat(found("la date le marché")).containsExactly(2L);
    }

    @Test
    void a_small_word_alone_is_asked_for_like_any_other() {
        assertThat(found("the")).containsExactly(1L, 8L);
    }

    @Test
    void what_matched_by_its_stem_is_marked_as_it_was_written() {
        Answer answer = reading.answer(SearchQuery.of("complaint"), SheetExamples.OPEN_ONLY);
        assertThat(answer.hits().stream()
                        .filter(hit -> hit.id() == 1)
                        .flatMap(hit -> hit.snippet().stream())
                        .filter(Answer.Piece::match)
                        .map(Answer.Piece::text))
                .containsExactly("complaints");
    }

    @Test
    void a_mark_of_a_stem_cannot_be_typed() {
        assertThat(found("~e:complaint")).isEqualTo(found("e complaint"));
        assertThat(found("~s:*")).isEmpty();
    }
}
