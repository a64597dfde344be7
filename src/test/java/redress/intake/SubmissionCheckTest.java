package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/** What is refused of a submission in JSON, whole: how much a request may bring, and what is told of it. */
class SubmissionCheckTest {

    private static final FieldError TOO_MANY_KINDS = new FieldError("categories", "submission.categories.many");
    private static final FieldError TOO_MANY_PEOPLE = new FieldError("officers", "submission.officers.many");
    private static final FieldError TOO_MANY_ALLEGATIONS = new FieldError("officers", "submission.allegations.many");

    private final SubmissionCheck check = new SubmissionCheck(
            Country.profile(),
            InstantSource.fixed(Country.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()));

    private List<FieldError> errors(String more) {
        JsonObject body = Json.createReader(new StringReader("{\"narrative\":\"They took my phone.\"" + more + "}"))
                .readObject();
        try {
            return check.errors(ComplaintReader.read(body, "en"));
        } catch (Problem unreadable) {
            return unreadable.errors();
        }
    }

    private static String list(String field, int times, String element) {
        return ",\"" + field + "\":[" + String.join(",", Collections.nCopies(times, element)) + "]";
    }

    private static String kinds(int different) {
        return IntStream.range(0, different)
                .mapToObj(i -> "\"kind-" + i + "\"")
                .collect(Collectors.joining(",", ",\"categories\":[", "]"));
    }

    @Test
    void a_kind_of_misconduct_may_stand_there_twice_but_the_list_has_an_end() {
        assertThat(errors(list("categories", 40, "\"force\""))).isEmpty();
        assertThat(errors(list("categories", 41, "\"force\""))).containsExactly(TOO_MANY_KINDS);
        assertThat(errors(list("categories", 100_000, "\"force\""))).containsExactly(TOO_MANY_KINDS);
    }

    @Test
    void a_language_is_a_tag_that_fits_where_it_is_kept() {
        FieldError unknown = new FieldError("language", "submission.language.unknown");
        for (String tag : List.of("en", "sr-Cyrl", "kri", "zh-Hant-TW", "abcdefgh-abcdefg")) {
            assertThat(errors(",\"language\":\"" + tag + "\"")).as(tag).isEmpty();
        }
        for (String tag :
                List.of("abcdefghijklmnopq", "abcdefgh-abcdefgh", "sr Cyrl", "en_US", "-en", "en-", "češki")) {
            assertThat(errors(",\"language\":\"" + tag + "\"")).as(tag).containsExactly(unknown);
        }
    }

    @Test
    void an_hour_may_be_any_number_without_a_fault() {
        for (String hour : List.of("1e999999999", "-1e-999999999", "1e400", "24", "-1", "14.5")) {
            assertThat(errors(",\"incident\":{\"hour\":" + hour + "}")).as(hour).hasSize(1);
        }
    }

    @Test
    void fifty_people_may_be_described_and_not_one_more() {
        assertThat(errors(list("officers", 50, "{\"name\":\"A\"}"))).isEmpty();
        assertThat(errors(list("officers", 51, "{\"name\":\"A\"}"))).containsExactly(TOO_MANY_PEOPLE);
        assertThat(errors(list("officers", 100_000, "{}"))).containsExactly(TOO_MANY_PEOPLE);
    }

    @Test
    void two_short_lists_make_at_most_two_hundred_allegations() {
        assertThat(errors(kinds(4) + list("officers", 50, "{}"))).doesNotContain(TOO_MANY_ALLEGATIONS);
        assertThat(errors(kinds(5) + list("officers", 40, "{}"))).doesNotContain(TOO_MANY_ALLEGATIONS);
        assertThat(errors(kinds(5) + list("officers", 41, "{}"))).contains(TOO_MANY_ALLEGATIONS);
        assertThat(errors(list("categories", 40, "\"force\"") + list("officers", 50, "{}")))
                .as("one kind of misconduct, forty times")
                .isEmpty();
    }

    @Test
    void the_same_error_is_told_once_and_all_errors_have_an_end() {
        FieldError wrongType = new FieldError("categories", "submission.type");
        assertThat(errors(list("categories", 100_000, "17"))).containsExactly(wrongType);
        assertThat(errors(list("officers", 50, "{\"badge\":\"" + "1".repeat(61) + "\"}")))
                .containsExactly(new FieldError("officers.badge", "submission.words.long"));
        String unknown = IntStream.range(0, 10_000)
                .mapToObj(i -> ",\"field" + i + "\":1")
                .collect(Collectors.joining());
        assertThat(errors(unknown)).hasSize(100).doesNotHaveDuplicates();
    }
}
