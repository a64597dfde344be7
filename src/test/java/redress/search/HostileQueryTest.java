package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redress.problem.Problem;

class HostileQueryTest {

    @TempDir
    static Path folder;

    private static SearchIndex index;
    private static Reading reading;

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(folder, SheetExamples.many(200, 5));
        reading = new Reading(index, new Columns());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"unfinished phrase",
                "((((",
                "))))",
                "(a | (b",
                "*",
                "?",
                "*foo",
                "a*",
                "~",
                "~9999999999",
                "market~99999",
                "\"a b\"~999999999999",
                "-",
                "--",
                "-market",
                "+",
                "|",
                "\\",
                "/.*/",
                "field:value",
                "narrative:market",
                "*:*",
                "[a TO z]",
                "a AND OR NOT",
                "\u0000\u0001",
                "\uD83D",
                "<script>",
                "' OR 1=1",
                "${jndi:ldap://x}",
                "%00",
                "\u202Eabc",
                "- - - |||| ++ **",
                "ЂЂЂ*",
                "market~ road~ phone~ night~ bridge~"
            })
    void whatever_is_typed_can_be_read(String text) {
        Answer answer = reading.answer(SearchQuery.of(text), SheetExamples.OPEN_ONLY);
        assertThat(answer.count()).isNotNegative();
        assertThat(answer.partial()).isFalse();
    }

    @Test
    void noise_of_every_kind_can_be_read() {
        Random random = new Random(99);
        String signs = "\"()*~-+|\\ abАЂđé0\n\t:/[]{}^<>&#\u0600\uFFFD";
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(reading.answer(SearchQuery.of(text.toString()), SheetExamples.OPEN_ONLY)
                            .count())
                    .isNotNegative();
        }
    }

    @Test
    void too_long_a_text_is_cut_and_the_answer_says_so() {
        Answer long1 = reading.answer(SearchQuery.of("market ".repeat(500)), SheetExamples.OPEN_ONLY);
        assertThat(long1.cut()).isTrue();
        Answer brackets = reading.answer(SearchQuery.of("(".repeat(5_000)), SheetExamples.OPEN_ONLY);
        assertThat(brackets.cut()).isTrue();
        Answer many = reading.answer(SearchQuery.of("a ".repeat(65)), SheetExamples.OPEN_ONLY);
        assertThat(many.cut()).isTrue();
        assertThat(reading.answer(SearchQuery.of("market road"), SheetExamples.OPEN_ONLY)
                        .cut())
                .isFalse();
    }

    @Test
    void prefixes_of_many_words_do_not_blow_up() {
        Answer answer = reading.answer(SearchQuery.of("che* mon* nig* pat* ".repeat(16)), SheetExamples.OPEN_ONLY);
        assertThat(answer.partial()).isFalse();
    }

    @Test
    void a_filter_that_no_complaint_has_finds_nothing_and_an_unknown_dimension_is_left_out() {
        Map<String, List<String>> none = Map.of("unit", List.of("no/such"));
        assertThat(reading.answer(SearchQuery.of("", none, null, 20), SheetExamples.OPEN_ONLY)
                        .count())
                .isZero();
        Map<String, List<String>> unknown = Map.of("vault", List.of("x"), "f_unit", List.of("y"));
        assertThat(SearchQuery.of("", unknown, null, 20).filters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "n.1", "n.1.2.3", "r.1.2", "n.99999999999999999999.1", "n.1.9999999999999999999", "n.a.b"})
    void refuses_a_cursor_that_it_did_not_write(String after) {
        assertThatThrownBy(() -> SearchQuery.of("", Map.of(), after, 20)).isInstanceOf(Problem.class);
    }

    @Test
    void refuses_too_many_values_of_one_dimension() {
        List<String> values =
                java.util.stream.IntStream.range(0, 30).mapToObj(i -> "v" + i).toList();
        assertThatThrownBy(() -> SearchQuery.of("", Map.of("unit", values), null, 20))
                .isInstanceOf(Problem.class);
    }
}
