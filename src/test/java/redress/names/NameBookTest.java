package redress.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameBookTest {

    private static final NameBook BOOK = NameBook.of(demo());
    private static final NameBook WITHOUT_LIST = NameBook.of(NameList.EMPTY);

    @Test
    void finds_the_cyrillic_and_the_marked_spelling_by_the_plain_one() {
        for (String other : List.of("Џаферовић", "Džaferović", "ЏАФЕРОВИЋ")) {
            assertThat(BOOK.candidates("Dzaferovic", other)).as(other).isTrue();
            assertThat(BOOK.compare("Dzaferovic", other))
                    .as(other)
                    .hasValueSatisfying(match ->
                            assertThat(match.says(Reason.Kind.SAME_LETTERS)).isTrue());
        }
    }

    @Test
    void finds_jallow_by_diallo_because_the_list_says_so() {
        assertThat(BOOK.candidates("Diallo", "Jallow")).isTrue();
        Match match = BOOK.compare("Diallo", "Jallow").orElseThrow();
        assertThat(match.reasons()).containsExactly(new Reason(Reason.Kind.LISTED, "Diallo", "Jallow"));
        assertThat(match.reasons().getFirst().sentence()).isEqualTo("Diallo, Jallow: listed as the same name");
    }

    @Test
    void needs_the_serbian_rules_before_the_general_ones() {
        Transliterator general = Transliterator.getInstance("Any-Latin");
        assertThat(bare(general.transliterate("Џаферовић"))).isEqualTo("daferovic");
        assertThat(bare(general.transliterate("Љиљана"))).isEqualTo("lilana");
        assertThat(Letters.fold("Џаферовић")).isEqualTo("dzaferovic");
        assertThat(Letters.fold("Љиљана")).isEqualTo("ljiljana");
        assertThat(Letters.latin("Ђорђевић Љиљана Џемал Његош")).isEqualTo("Đorđević Ljiljana Džemal Njegoš");
    }

    @Test
    void indexes_both_ways_of_writing_a_struck_d() {
        assertThat(BOOK.keys("Đurić")).contains("=duric", "=djuric");
        for (String written : List.of("Duric", "Djuric", "Ђурић")) {
            assertThat(BOOK.compare("Đurić", written)).as(written).isPresent();
        }
    }

    @Test
    void proposes_at_least_32_of_35_spellings_as_candidates() {
        List<String> missed = NamePairs.SAME.stream()
                .filter(pair -> !(BOOK.candidates(one(pair), other(pair))
                        && BOOK.compare(one(pair), other(pair)).isPresent()))
                .toList();
        assertThat(NamePairs.SAME).hasSize(35);
        assertThat(missed).as("spellings that were missed").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void ranks_spellings_above_names_that_only_resemble() {
        assertThat(areaUnderTheCurve(BOOK)).isGreaterThanOrEqualTo(0.8);
        assertThat(areaUnderTheCurve(WITHOUT_LIST)).as("without a list").isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void is_of_one_mind_in_both_directions() {
        NamePairs.SAME.forEach(pair ->
                assertThat(score(BOOK, other(pair) + "/" + one(pair))).as(pair).isEqualTo(score(BOOK, pair)));
    }

    @Test
    void finds_every_word_that_is_one_slip_away() {
        for (String slip : List.of("Massaquoy", "Masaquoi", "Massaqoui", "Nassaquoi", "Massaquoi")) {
            assertThat(WITHOUT_LIST.candidates(slip, "Massaquoi")).as(slip).isTrue();
            assertThat(WITHOUT_LIST.compare(slip, "Massaquoi")).as(slip).isPresent();
        }
        assertThat(WITHOUT_LIST.compare("Nassaquoi", "Massaquoi").orElseThrow().says(Reason.Kind.ONE_LETTER))
                .isTrue();
    }

    @Test
    void takes_the_parts_of_a_name_in_any_order_and_says_so() {
        Match match = BOOK.compare("Kamara Ibrahim", "Ebrima Camara").orElseThrow();
        assertThat(match.reasons())
                .extracting(Reason::kind)
                .containsExactly(Reason.Kind.LISTED, Reason.Kind.LISTED, Reason.Kind.OTHER_ORDER);
    }

    @Test
    void takes_initials_missing_parts_and_titles() {
        assertThat(BOOK.compare("Sgt. J. Kollie", "James Kollie").orElseThrow().says(Reason.Kind.INITIAL))
                .isTrue();
        assertThat(BOOK.compare("Kollie", "James Kollie").orElseThrow().says(Reason.Kind.PART_MISSING))
                .isTrue();
        assertThat(BOOK.compare("Inspektor Džaferović", "Џаферовић")).isPresent();
        assertThat(BOOK.compare("Abdul Rahman Sesay", "Abdulrahman Ceesay")).isPresent();
        assertThat(BOOK.candidates("Abdul Rahman", "Abdulrahman")).isTrue();
    }

    @Test
    void takes_no_shared_given_name_for_a_shared_person() {
        assertThat(BOOK.compare("Ibrahim Mansaray", "Ibrahim Tucker")).isEmpty();
        assertThat(BOOK.compare("J.", "James Kollie")).isEmpty();
    }

    @Test
    void puts_the_nearest_spelling_first() {
        assertThat(BOOK.rank("Dzaferovic", List.of("Jafarovic", "Begić", "Džaferović", "Dzaferovic")))
                .extracting(NameBook.Ranked::name)
                .startsWith("Dzaferovic", "Džaferović")
                .doesNotContain("Begić");
    }

    @Test
    void answers_hostile_names_without_growing() {
        String longest = "schtzgjeauxydchi".repeat(5_000);
        Set<String> keys = BOOK.keys(longest + " " + "a b ".repeat(1_000) + "\u0000\uD800 '''' ---");
        assertThat(keys).hasSizeLessThan(2_000);
        assertThat(BOOK.keys("")).isEmpty();
        assertThat(BOOK.compare("", "Kollie")).isEmpty();
        assertThat(BOOK.compare("!!!", "...")).isEmpty();
    }

    private static double areaUnderTheCurve(NameBook book) {
        double above = 0;
        for (String same : NamePairs.SAME) {
            for (String different : NamePairs.DIFFERENT) {
                above += Math.signum(score(book, same) - score(book, different)) / 2 + 0.5;
            }
        }
        return above / NamePairs.SAME.size() / NamePairs.DIFFERENT.size();
    }

    private static double score(NameBook book, String pair) {
        return book.compare(one(pair), other(pair)).map(Match::score).orElse(0.0);
    }

    private static String one(String pair) {
        return pair.split("/")[0];
    }

    private static String other(String pair) {
        return pair.split("/")[1];
    }

    private static String bare(String latin) {
        return Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static NameList demo() {
        try (Reader file = Files.newBufferedReader(Path.of("config/profiles/demo/names.txt"))) {
            return NameList.read(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
