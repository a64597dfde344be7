package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {

    @TempDir
    Path folder;

    private List<Answer.Piece> snippet(String narrative, String asked) throws IOException {
        ComplaintSheet sheet = new ComplaintSheet(1, "2026-000001", 1, 0).say(TextField.NARRATIVE, narrative);
        SearchIndex index = IndexExample.of(folder, List.of(sheet));
        try {
            Answer answer = new Reading(index, new Columns()).answer(SearchQuery.of(asked), SheetExamples.OPEN_ONLY);
            assertThat(answer.hits()).hasSize(1);
            return answer.hits().get(0).snippet();
        } finally {
            index.close();
        }
    }

    private static String text(List<Answer.Piece> pieces) {
        return pieces.stream().map(Answer.Piece::text).collect(Collectors.joining());
    }

    @Test
    void shows_what_matched_in_pieces_of_plain_text() throws IOException {
        List<Answer.Piece> pieces = snippet("They took my money at the bridge. Nobody helped.", "money");
        assertThat(pieces).contains(new Answer.Piece("money", true));
        assertThat(text(pieces)).isEqualTo("They took my money at the bridge. ");
    }

    @Test
    void markup_in_a_narrative_stays_text_and_is_never_mixed_with_ours() throws IOException {
        String narrative = "<script>alert('money')</script> & <b>money</b>";
        List<Answer.Piece> pieces = snippet(narrative, "money");
        assertThat(text(pieces)).isEqualTo(narrative);
        assertThat(pieces.stream().filter(Answer.Piece::match).map(Answer.Piece::text))
                .containsExactly("money", "money");
    }

    @Test
    void cuts_a_sentence_that_never_ends_around_the_match() throws IOException {
        String narrative = "word ".repeat(15_000) + "needle " + "word ".repeat(15_000);
        List<Answer.Piece> pieces = snippet(narrative, "needle");
        assertThat(text(pieces)).contains("needle").hasSizeLessThan(600);
    }

    @Test
    void cuts_between_words_and_not_within_them() throws IOException {
        String narrative = "gatekeeper ".repeat(50) + "needle " + "afternoon ".repeat(50);
        assertThat(text(snippet(narrative, "needle")).split(" "))
                .hasSizeGreaterThan(10)
                .containsOnly("gatekeeper", "needle", "afternoon");
        assertThat(text(snippet("x".repeat(500) + " needle " + "y".repeat(500), "needle")))
                .contains("needle")
                .hasSizeLessThan(600);
    }

    @Test
    void finds_and_marks_a_word_in_the_other_script() throws IOException {
        List<Answer.Piece> pieces = snippet("Полицајац Ђорђевић ме је ударио.", "dordevic");
        assertThat(pieces).contains(new Answer.Piece("Ђорђевић", true));
    }

    @Test
    void without_words_shows_how_the_narrative_begins() throws IOException {
        assertThat(text(snippet("It was dark. Then they came.", ""))).startsWith("It was dark.");
    }
}
