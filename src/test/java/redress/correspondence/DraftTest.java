package redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

class DraftTest {

    private static List<FieldError> errors(Draft draft) {
        return catchThrowableOfType(Problem.class, () -> draft.require("area")).errors();
    }

    private static Draft letter(String party, String subject, @Nullable LocalDate dated) {
        return Draft.letter(true, new Draft.Letterhead(party, subject, dated), "Dear colleague");
    }

    @Test
    void signs_that_no_keyboard_types_are_left_out_and_lines_are_kept() {
        assertThat(Draft.note(" one\r\ntwo\rthree\u0000\u0007\ud800 \u0161\ud83d\ude00\t. ")
                        .text())
                .isEqualTo("one\ntwo\nthree \u0161\ud83d\ude00 .");
        assertThat(letter("To\nwhom", "A\tsubject", null).letterhead().party()).isEqualTo("To whom");
    }

    @Test
    void a_message_of_nothing_or_of_too_much_is_refused_beside_the_text() {
        assertThat(errors(Draft.ofComplainant(" \n\u0000"))).containsExactly(new FieldError("text", "area.missing"));
        assertThat(errors(Draft.toComplainant("x".repeat(Draft.LONGEST_TEXT + 1))))
                .containsExactly(new FieldError("text", "area.long"));
        Draft.note("x".repeat(Draft.LONGEST_TEXT)).require("area");
    }

    @Test
    void a_letter_needs_somebody_a_subject_and_a_day() {
        assertThat(errors(letter(" ", "", null)))
                .extracting(FieldError::message)
                .containsExactly("area.party", "area.subject", "area.dated");
        assertThat(errors(letter("x".repeat(201), "A gate", LocalDate.of(2026, 11, 20))))
                .containsExactly(new FieldError("party", "area.line"));
        letter("The harbour master", "A gate", LocalDate.of(2026, 11, 20)).require("area");
    }

    @Test
    void its_words_do_not_end_in_a_log_by_accident() {
        assertThat(Draft.note("secret").toString()).doesNotContain("secret");
    }
}
