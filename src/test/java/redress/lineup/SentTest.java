package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redress.problem.Problem;

class SentTest {

    @Test
    void what_is_not_there_is_nothing() throws IOException {
        Sent sent = sent("{\"members\":null}");
        assertThat(sent.text("label")).isEmpty();
        assertThat(sent.texts("members")).isEmpty();
        assertThat(sent.whole("version", -1)).isEqualTo(-1);
    }

    @Test
    void what_is_there_is_read_as_what_it_is() throws IOException {
        Sent sent = sent("{\"label\":\"Grey lorry\",\"members\":[\"A\",\"B\"],\"version\":3}");
        assertThat(sent.text("label")).isEqualTo("Grey lorry");
        assertThat(sent.texts("members")).containsExactly("A", "B");
        assertThat(sent.whole("version", -1)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A\"", "[1,2]", "[\"A\",null]", "{}", "7"})
    void a_list_of_something_else_is_refused_beside_its_name(String members) throws IOException {
        Sent sent = sent("{\"members\":" + members + "}");
        refused(() -> sent.texts("members"), "members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[\"A\"]", "{}"})
    void what_is_no_text_is_refused_beside_its_name(String label) throws IOException {
        Sent sent = sent("{\"label\":" + label + "}");
        refused(() -> sent.text("label"), "label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3.5", "99999999999", "1e9999", "[3]"})
    void what_is_no_whole_number_is_refused_beside_its_name(String version) throws IOException {
        Sent sent = sent("{\"version\":" + version + "}");
        refused(() -> sent.whole("version", -1), "version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"A\"", "{", "{\"label\":"})
    void what_is_no_object_is_refused_as_a_whole(String body) {
        assertThatThrownBy(() -> sent(body))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("unreadable-json"));
    }

    private static void refused(ThrowingCallable reading, String field) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly(field));
    }

    private static Sent sent(String body) throws IOException {
        return Sent.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
