package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redress.names.NameBook;
import redress.names.NameList;
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
                "unit: ",
                "unit: unit: unit: ",
                "near: -",
                "number: \"",
                "\u201cunfinished phrase",
                "\u00ab\u00bb\u201e\u201c\"",
                "officer: \u201c\u201d~99",
                "year:9999..1000 month:9999-99..0000-0",
                "market~ road~ phone~ night~ bridge~",
                "a-b-c-d-efgh*",
                "--*",
                "a-b-*",
                "\uD83D*",
                "\uD83A\uDD00\uD83A\uDD01-\uD83A\uDD02\uD83A\uDD03*",
                "***-***~1",
                "badge:*-*",
                "NOT NOT OR AND NOT",
                "((OR) AND (NOT",
                "OR OR OR"
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

    static Stream<String> pastedLists() {
        return Stream.of(
                IntStream.range(100, 199).mapToObj(i -> "A-" + i).collect(Collectors.joining("|")),
                IntStream.range(4_400, 4_460).mapToObj(i -> "A-" + i).collect(Collectors.joining(" ")),
                IntStream.range(10, 30).mapToObj(i -> i + "/04/2023,").collect(Collectors.joining()) + " x".repeat(30),
                "12/04/2023,".repeat(45),
                "narrative:1.".repeat(40));
    }

    @ParameterizedTest
    @MethodSource("pastedLists")
    void a_pasted_list_is_cut_after_64_words_however_they_are_parted(String list) {
        SearchQuery query = SearchQuery.of(list);
        assertThat(query.cut()).isTrue();
        assertThat(Words.count(query.text())).isEqualTo(64);
        assertThat(reading.answer(query, SheetExamples.OPEN_ONLY).count()).isNotNegative();
    }

    @Test
    void a_list_of_names_is_read_with_as_many_other_spellings_as_there_is_room_for() throws IOException {
        StringBuilder families = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            families.append("Name")
                    .append(i)
                    .append('x')
                    .append(", Other")
                    .append(i)
                    .append("x\n");
        }
        Spellings spellings = new Spellings(NameBook.of(NameList.read(new StringReader(families.toString()))));
        String some = IntStream.range(0, 30).mapToObj(i -> "name" + i + "x").collect(Collectors.joining(" "));
        String many = IntStream.range(0, 60).mapToObj(i -> "name" + i + "x").collect(Collectors.joining(" "));
        assertThat(spellings.widened(SearchQuery.of(some)).cut()).isFalse();
        SearchQuery cut = spellings.widened(SearchQuery.of(many));
        assertThat(cut.cut()).isTrue();
        assertThat(cut.read().understood()).hasSize(4);
        assertThat(reading.answer(cut, SheetExamples.OPEN_ONLY).count()).isZero();
    }

    @Test
    void inexact_words_find_so_many_words_that_the_whole_question_can_still_be_asked(@TempDir Path another)
            throws IOException {
        ComplaintSheet sheet = new ComplaintSheet(1, "2026-000001", 1, 0);
        for (String word : List.of("kamara", "sesaya", "baryoh", "conteh")) {
            StringBuilder alike = new StringBuilder("good ");
            for (int i = 0; i < word.length(); i++) {
                for (char letter = 'a'; letter <= 'z'; letter++) {
                    alike.append(word, 0, i)
                            .append(letter)
                            .append(word.substring(i))
                            .append(' ');
                }
            }
            TextField.everyday().forEach(field -> sheet.say(field, alike.toString()));
        }
        SearchIndex alike = IndexExample.of(another, List.of(sheet));
        SearchQuery query = SearchQuery.of("kamara~ sesaya~ baryoh~ conteh~ " + "good ".repeat(60));
        assertThat(new Reading(alike, new Columns())
                        .answer(query, SheetExamples.OPEN_ONLY)
                        .count())
                .isEqualTo(1);
        alike.close();
    }

    @Test
    void what_is_too_much_for_the_index_after_all_is_refused_beside_the_words() {
        List<Clause> parts = IntStream.range(0, 200)
                .mapToObj(i -> (Clause) new Clause.Word(null, "word" + i))
                .toList();
        SearchQuery query = SearchQuery.of("word").read(new Understanding(new Clause.Either(parts), List.of()));
        assertThatThrownBy(() -> reading.answer(query, SheetExamples.OPEN_ONLY))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(new Problem.FieldError("q", "search.refused.clauses")));
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
