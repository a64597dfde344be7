package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.complaint.Incident;

/** What becomes of the answers when they are written down: nothing that was typed is lost. */
class WritingTest {

    private static Incident.When when(Map<String, String> change) {
        Map<String, List<String>> form = new HashMap<>();
        TurnTest.complete().forEach((field, value) -> form.put(field, List.of(value)));
        change.forEach((field, value) -> form.put(field, List.of(value)));
        return Writing.of(new Turn(form, Country.choices()), "en").when();
    }

    @ParameterizedTest
    @CsvSource({"14:30, 14", "02:45, 2", "14h30, 14", "14.30, 14", "14:00, 14", "١٤:٣٠, 14"})
    void the_minutes_stay_in_the_words_and_the_hour_can_be_counted(String typed, int hour) {
        assertThat(when(Map.of("hour", typed)))
                .extracting(Incident.When::hour, Incident.When::words)
                .containsExactly(hour, typed);
    }

    @ParameterizedTest
    @CsvSource({"14, 14", "2, 2", "14h, 14", "14 h, 14", "14., 14", "14:, 14"})
    void a_bare_hour_needs_no_words(String typed, int hour) {
        assertThat(when(Map.of("hour", typed)))
                .extracting(Incident.When::hour, Incident.When::words)
                .containsExactly(hour, null);
    }

    @ParameterizedTest
    @CsvSource({"at night", "2:30 pm", "25:10", "24", "14-16", "1430"})
    void what_is_no_hour_stays_in_its_words(String typed) {
        assertThat(when(Map.of("hour", typed)))
                .extracting(Incident.When::hour, Incident.When::words)
                .containsExactly(null, typed);
    }

    @Test
    void whatever_the_form_takes_the_last_check_takes_too() {
        Map<String, List<String>> form = new HashMap<>();
        TurnTest.complete().forEach((field, value) -> form.put(field, List.of(value)));
        for (Question question : Question.values()) {
            if (question.limit() > 0) {
                form.put(question.fields().getFirst(), List.of("x".repeat(question.limit())));
            }
        }
        form.put("when", List.of("UNKNOWN"));
        form.put("month", List.of(""));
        form.put("year", List.of(""));
        form.put("contact", List.of("PHONE"));
        Turn turn = new Turn(form, Country.choices());
        assertThat(turn.slips()).isEmpty();
        SubmissionCheck check = new SubmissionCheck(
                Country.profile(),
                InstantSource.fixed(Country.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()));
        assertThat(check.errors(Writing.of(turn, "en"))).isEmpty();
    }

    @Test
    void the_time_stands_behind_what_was_said_of_the_day() {
        assertThat(when(Map.of("whenWords", "before Easter", "hour", "14:30")).words())
                .isEqualTo("before Easter; 14:30");
        assertThat(when(Map.of("when", "UNKNOWN", "day", "5", "month", "", "year", "", "hour", "14:30"))
                        .words())
                .isEqualTo("14:30; 5");
    }
}
