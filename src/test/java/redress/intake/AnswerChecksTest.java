package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerChecksTest {

    private final AnswerChecks checks = new AnswerChecks(Country.choices());

    private List<Slip> slips(Map<String, String> change) {
        Map<String, String> typed = new HashMap<>(TurnTest.complete());
        typed.putAll(change);
        return checks.all(answers(typed));
    }

    private static Answers answers(Map<String, String> typed) {
        return Answers.of(typed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }

    @Test
    void has_nothing_to_say_about_a_complete_complaint() {
        assertThat(slips(Map.of())).isEmpty();
    }

    @Test
    void officer_place_and_date_may_all_be_unknown() {
        assertThat(slips(Map.of("service", "UNKNOWN", "when", "UNKNOWN", "day", "", "month", "", "year", "")))
                .isEmpty();
    }

    @Test
    void a_date_may_be_told_in_words_alone() {
        assertThat(slips(Map.of("when", "ABOUT", "day", "", "month", "", "year", "", "whenWords", "before Easter")))
                .isEmpty();
        assertThat(slips(Map.of("when", "ABOUT", "day", "", "month", "", "year", "")))
                .containsExactly(Slip.of(Question.DATE, "date.words"));
        assertThat(slips(Map.of("when", "EXACT", "day", "", "month", "", "year", "")))
                .containsExactly(Slip.of(Question.DATE, "date.missing"));
    }

    @Test
    void tells_the_length_of_a_date_that_is_kept_as_words_whatever_was_answered_beside_it() {
        String words = "x".repeat(31);
        for (String known : List.of("UNKNOWN", "ABOUT", "EXACT")) {
            assertThat(slips(Map.of("when", known, "day", words, "month", "", "year", "in March")))
                    .as(known)
                    .doesNotContain(Slip.of(Question.DATE, "long", 40, 40));
            assertThat(slips(Map.of("when", known, "day", words, "month", "y", "year", "in March")))
                    .as(known)
                    .containsExactly(Slip.of(Question.DATE, "long", 42, 40));
        }
    }

    @Test
    void asks_for_a_missing_narrative_even_where_only_spaces_and_control_characters_were_typed() {
        assertThat(slips(Map.of("narrative", " \n\t\u0000\u0007 ")))
                .containsExactly(Slip.of(Question.NARRATIVE, "narrative.missing"));
    }

    @Test
    void tells_the_length_of_a_narrative_of_five_megabytes() {
        assertThat(slips(Map.of("narrative", "x".repeat(5_000_000))))
                .containsExactly(Slip.of(Question.NARRATIVE, "long", 5_000_000, 20_000));
    }

    @Test
    void takes_a_narrative_of_twenty_thousand_letters_and_not_one_more() {
        assertThat(slips(Map.of("narrative", "ж".repeat(20_000)))).isEmpty();
        assertThat(slips(Map.of("narrative", "ж".repeat(20_001)))).hasSize(1);
    }

    @Test
    void leaves_control_characters_out_and_keeps_lines_where_lines_belong() {
        Answers answers =
                answers(Map.of("narrative", "one\r\ntwo\u0000\u001b[31m\ud800 three", "landmark", "the\nbridge"));
        assertThat(answers.one(Question.NARRATIVE)).isEqualTo("one\ntwo[31m three");
        assertThat(answers.one(Question.LANDMARK)).isEqualTo("the bridge");
    }

    @Test
    void refuses_choices_that_are_not_offered() {
        assertThat(slips(Map.of("harmed", "ROBOT"))).containsExactly(Slip.of(Question.HARMED, "choice"));
        assertThat(slips(Map.of("service", "navy"))).containsExactly(Slip.of(Question.SERVICE, "choice"));
        assertThat(slips(Map.of("kinds", "ended"))).containsExactly(Slip.of(Question.KINDS, "choice"));
        assertThat(slips(Map.of("area", "N1a"))).containsExactly(Slip.of(Question.AREA, "choice"));
    }

    @Test
    void refuses_two_answers_where_one_is_asked_for() {
        Answers answers = Answers.of(Map.of("injury", List.of("NONE", "DEATH")));
        assertThat(checks.of(Step.HARMED, answers))
                .containsExactly(Slip.of(Question.HARMED, "choose"), Slip.of(Question.INJURY, "choice"));
    }

    @Test
    void refuses_an_incident_in_the_future() {
        assertThat(slips(Map.of("year", "2027"))).containsExactly(Slip.of(Question.DATE, "date.future"));
    }

    @Test
    void asks_where_to_reach_a_person_who_wants_to_be_reached() {
        assertThat(slips(Map.of("contact", "SMS")))
                .containsExactly(Slip.of(Question.CONTACT_DETAIL, "contact.missing"));
        assertThat(slips(Map.of("contact", "SMS", "contactDetail", "123"))).isEmpty();
    }

    @Test
    void leaves_out_fields_that_the_questionnaire_does_not_know() {
        assertThat(Answers.of(Map.of("admin", List.of("true"))).outside(Step.CHECK))
                .isEmpty();
    }
}
