package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import redress.access.RecordKind;
import redress.problem.Problem;
import redress.web.Language;
import redress.web.Texts;

class AnalystSyntaxTest {

    @TempDir
    static Path folder;

    private static final Map<String, List<String>> ANALYST = Map.of("syntax", List.of("analyst"));
    private static SearchIndex index;
    private static Reading reading;

    @BeforeAll
    static void build() throws IOException {
        index = IndexExample.of(folder, SheetExamples.many(400, 31));
        reading = new Reading(index, new Columns());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static long count(String text, Map<String, List<String>> parameters) {
        return reading.answer(SheetExamples.asked(text, parameters), SheetExamples.EVERYTHING)
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "market AND (phone OR road); market (phone | road)",
                "market NOT phone; market -phone",
                "+market -phone; market -phone",
                "date:[2022-03 TO 2023-06]; date:2022-03..2023-06",
                "date:{2022 TO 2024}; date:2023",
                "date:[2023 TO *]; date:2023..",
                "hour:[08 TO 11]; hour:8..11",
                "mark* AND road~1; mark* road~1",
                "\"market road\"~3; \"market road\"~3",
                "*:*; ''"
            })
    void the_analysts_syntax_says_the_same_in_other_signs(String analyst, String forgiving) {
        assertThat(count(analyst, ANALYST)).isEqualTo(count(forgiving.replace("''", ""), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/mark.*/; regexp",
                "*market; leading",
                "ma*; short",
                "?arket; leading",
                "market~2; fuzzy",
                "market~; fuzzy",
                "ab~1; short",
                "(market; unreadable",
                "market AND; unreadable",
                "market^4; unknown",
                "fn:ordered(market road); unknown",
                "(market road phone)@2; unknown",
                "vault:x; field",
                "compartment:sealed-1; field",
                "assignee:anna; field",
                "id:1; field",
                "number:[1 TO 9]; range",
                "date:[1800 TO 2024]; huge",
                "date:[2024 TO 2020]; range",
                "stage:clo*; pattern",
                "\"market road\"~900; apart",
                "mar*a????????????????????; signs",
                "mar*k*a??????????a?????????????????????; signs",
                "mar*a?????????; signs",
                "mar*a??????? roa*a??????? pho*a???????; signs",
                "mar* roa* pho* che* mon* nig* pat* veh* sta*; patterns",
                "market-road~1 phone-night~1 station-money~1 patrol-radio~1 bridge~1; patterns",
                "\\*bc*d; escaped",
                "mar\\**t; escaped",
                "\"a b\"~0.5; unreadable",
                "\"a b\"~99999999999; unreadable",
                "(market road)@2.5; unreadable",
                "(market road)@9999999999; unreadable",
                "fn:atLeast(99999999999 market road); unreadable",
                "badge:\"---\"; empty",
                "ab-ca~1; short",
                "market-?4; short",
                "market-4*; short",
                "market-a?b; short",
                "badge:ABC-*; short",
                "\"market ro*\"; quoted",
                "officer:\"foday kam*\"; quoted",
                "\"market ro*\"~3; quoted",
                "market AND \\?\\?\\?; empty"
            })
    void refuses_what_is_not_allowed_or_would_cost_too_much_with_a_reason(String text, String reason) {
        assertThatThrownBy(() -> SheetExamples.asked(text, ANALYST)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(problem.errors()).containsExactly(new Problem.FieldError("q", "search.refused." + reason));
        });
    }

    @Test
    void refuses_too_many_parts_too_deep_brackets_and_too_long_a_text_of_analysts() {
        for (String text : List.of("a ".repeat(80), "(".repeat(60) + "a" + ")".repeat(60), "word ".repeat(120))) {
            assertThatThrownBy(() -> SheetExamples.asked(text, ANALYST)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void refuses_a_list_of_more_words_than_are_asked_for_though_it_has_no_blanks() {
        String numbers = IntStream.range(100, 140).mapToObj(i -> i + ",x").collect(Collectors.joining(","));
        assertThatThrownBy(() -> SheetExamples.asked(numbers, ANALYST))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(new Problem.FieldError("q", "search.refused.clauses")));
    }

    @Test
    void signs_that_only_folding_makes_of_wide_letters_are_no_signs_of_a_pattern() {
        assertThat(count("mar*e?", ANALYST)).isPositive();
        assertThat(count("mar\uFF0Amark?", ANALYST)).isZero();
        assertThat(count("mar*e" + "\uFF1F".repeat(30) + "mark?", ANALYST)).isZero();
    }

    @Test
    void the_fields_of_a_question_share_what_was_made_of_a_pattern() {
        Set<CompiledAutomaton> made = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> fields = new HashSet<>();
        new Translation(new Words(), Set.of(), Set.of(RecordKind.values()))
                .query(SheetExamples.asked("mar*e?", ANALYST).read().clause())
                .visit(new QueryVisitor() {
                    @Override
                    public void visitLeaf(Query query) {
                        Shaped shaped = (Shaped) query;
                        made.add(shaped.compiled());
                        fields.add(shaped.getField());
                    }

                    @Override
                    public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> automaton) {
                        visitLeaf(query);
                    }
                });
        assertThat(fields).hasSize(TextField.everyday().size());
        assertThat(made).hasSize(1);
    }

    @Test
    void noise_in_the_analysts_syntax_is_read_or_refused_and_never_anything_else() {
        Random random = new Random(5);
        String signs = "\"()*~-+|\\ abАЂé0\n:/[]{}^<>&#@!?TO AND OR";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            try {
                assertThat(count(text.toString(), ANALYST)).isNotNegative();
            } catch (Problem refused) {
                assertThat(refused.kind()).isEqualTo(Problem.Kind.INVALID);
            }
        }
    }

    static Stream<String> reasons() {
        return Stream.of(
                        "long",
                        "unreadable",
                        "clauses",
                        "deep",
                        "regexp",
                        "leading",
                        "short",
                        "fuzzy",
                        "patterns",
                        "signs",
                        "escaped",
                        "empty",
                        "quoted",
                        "pattern",
                        "apart",
                        "field",
                        "range",
                        "huge",
                        "unknown")
                .map(reason -> "search.refused." + reason);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void every_reason_has_its_sentence(String key) {
        assertThat(new Texts().text(Language.ENGLISH, key)).isNotEqualTo(key).endsWith(".");
    }
}
