package redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;

class FormBodyTest {

    private static Map<String, List<String>> read(String body) throws IOException {
        return FormBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void reads_fields_in_order_with_all_their_values() throws IOException {
        assertThat(read("a=1&b=x+y%26z&a=%D1%82"))
                .containsExactly(Map.entry("a", List.of("1", "т")), Map.entry("b", List.of("x y&z")));
    }

    @Test
    void keeps_what_is_not_encoded_as_it_was_sent() throws IOException {
        assertThat(read("a=100%&b&=c&&")).containsExactly(Map.entry("a", List.of("100%")), Map.entry("b", List.of("")));
    }

    @Test
    void refuses_a_body_without_end() {
        assertThatThrownBy(() -> read("a=" + "x".repeat(FormBody.MOST_BYTES)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }
}
