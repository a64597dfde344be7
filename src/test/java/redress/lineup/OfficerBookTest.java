package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.names.NameBook;
import redress.names.NameList;
import redress.names.Reason;

class OfficerBookTest {

    private static final List<Officer> OFFICERS = List.of(
            officer(1, "Amadu Jallow", "A-4471"),
            officer(2, "Мирсад Џаферовић", "B-1207"),
            officer(3, "Foday Kamara", "A-4417"),
            officer(4, "", "C-9047"),
            officer(5, "Zoran Petrović", null));

    @Test
    void finds_a_name_in_another_script_and_says_why() {
        OfficerBook.Fit best = book().find("Mirsad Dzaferovic", "").getFirst();
        assertThat(best.officer().id()).isEqualTo(2);
        assertThat(best.reasons()).extracting(Reason::kind).containsOnly(Reason.Kind.SAME_LETTERS);
    }

    @Test
    void finds_a_spelling_that_only_the_list_knows() {
        OfficerBook.Fit best = book().find("Diallo", "").getFirst();
        assertThat(best.officer().id()).isEqualTo(1);
        assertThat(best.reasons()).extracting(Reason::kind).contains(Reason.Kind.LISTED);
    }

    @Test
    void finds_a_fragment_of_a_badge_also_of_somebody_without_a_name() {
        assertThat(book().find("", "…47")).extracting(fit -> fit.officer().id()).containsExactly(4L);
        assertThat(book().find("", "A-44?7"))
                .extracting(fit -> fit.officer().id())
                .startsWith(3L);
    }

    @Test
    void one_who_fits_name_and_number_stands_before_those_who_fit_one() {
        List<OfficerBook.Fit> fits = book().find("Kamara", "17");
        assertThat(fits.getFirst().officer().id()).isEqualTo(3);
        assertThat(fits.getFirst().score())
                .isGreaterThan(book().find("Kamara", "").getFirst().score());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kamara, Petrović              | 3 5
            Sgt Kamara and Corporal Jallow | 1 3
            Kamara i Petrović             | 3 5
            Камара и Петровић             | 3 5
            Kamara et Jalloh              | 1 3
            Petrović & Kamara / Jallow; X | 1 3 5
            Kamara, Foday                 | 3
            """)
    void of_several_names_in_one_line_each_finds_its_officer(String told, String officers) {
        assertThat(ids(book().find(told, ""))).containsExactlyInAnyOrder(officers.split(" "));
    }

    @Test
    void a_comma_between_family_and_given_name_is_read_as_one_name_too() {
        List<Officer> two = List.of(officer(1, "Foday Kamara", null), officer(2, "Musa Kamara", null));
        assertThat(ids(new OfficerBook(two, NameBook.of(list())).find("Kamara, Musa", "")))
                .containsExactly("2", "1");
    }

    @Test
    void of_several_numbers_each_finds_its_officer() {
        assertThat(ids(book().find("", "4471 and B-1207"))).contains("1", "2");
        assertThat(ids(book().find("", "4417, 9047"))).contains("3", "4");
    }

    @Test
    void what_stands_before_a_stroke_is_a_part_of_a_number_and_no_other_number() {
        OfficerBook book = new OfficerBook(
                List.of(
                        officer(1, "Foday Kamara", "EB/417"),
                        officer(2, "Musa Sesay", "EB/502"),
                        officer(3, "Issa Bangura", "EB-633")),
                NameBook.of(list()));
        assertThat(ids(book.find("", "EB/417"))).containsExactly("1");
        assertThat(ids(book.find("", "EB/417/502"))).doesNotContain("3");
        assertThat(ids(book.find("", "EB/417, EB/502"))).containsExactlyInAnyOrder("1", "2");
        assertThat(ids(book.find("", "417/502"))).containsExactlyInAnyOrder("1", "2");
        assertThat(ids(book.find("", "EB"))).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void a_number_of_which_no_two_neighbouring_signs_were_read_is_compared_with_all() {
        List<Officer> few = List.of(
                officer(1, "Foday Kamara", "447"), officer(2, "Musa Sesay", "A-4578"), officer(3, "Issa Bangura", "7"));
        OfficerBook book = new OfficerBook(few, NameBook.of(list()));
        assertThat(ids(book.find("", "4?7"))).containsExactly("1", "2");
        assertThat(ids(book.find("", "A-?5?8"))).startsWith("2");
        assertThat(ids(book.find("", "7"))).containsExactly("3");
        assertThat(ids(book.find("", "…7"))).containsExactlyInAnyOrder("1", "3");
        assertThat(book.find("", "???")).isEmpty();
        assertThat(ids(book.find("Kamara", "7"))).containsExactlyInAnyOrder("1", "3");
        assertThat(ids(book.find("", "4?7, A?5?8"))).contains("1", "2");
        assertThat(ids(book.find("Kamara", ""))).containsExactly("1");
    }

    @Test
    void a_whole_number_finds_its_officer_though_very_many_hold_each_pair_of_its_signs() {
        List<Officer> many = IntStream.range(0, 5_000)
                .mapToObj(i -> officer(
                        i,
                        "",
                        Integer.toBinaryString(8_192 + i).replace('0', '4').replace('1', '7')))
                .toList();
        OfficerBook book = new OfficerBook(many, NameBook.of(list()));
        for (int i = 0; i < 5_000; i += 499) {
            OfficerBook.Fit first =
                    book.find("", String.valueOf(many.get(i).badge())).getFirst();
            assertThat(first.officer().id()).isEqualTo(i);
            assertThat(first.score()).isEqualTo(1);
        }
    }

    private static List<String> ids(List<OfficerBook.Fit> fits) {
        return fits.stream().map(fit -> Long.toString(fit.officer().id())).toList();
    }

    @Test
    void a_name_that_resembles_none_finds_nobody() {
        assertThat(book().find("Throckmorton", "")).isEmpty();
        assertThat(book().find("", "7777")).isEmpty();
    }

    /** Nothing is compared with all: what a name finds is the same as by comparing with each officer there is. */
    @Test
    @Tag("deep")
    void among_thirty_thousand_the_keys_find_what_comparing_all_would_find() {
        Random random = new Random(7);
        List<Officer> many = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            many.add(officer(i + 1, word(random) + " " + word(random), Integer.toString(10_000 + i)));
        }
        many.add(officer(30_001, "Amadu Jallow", "A-4471"));
        NameBook names = NameBook.of(list());
        long begun = System.nanoTime();
        OfficerBook book = new OfficerBook(many, names);
        long made = System.nanoTime();
        List<OfficerBook.Fit> fits = book.find("Amadou Diallo", "");
        long first = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            book.find(many.get(i * 1000).name(), "");
        }
        long asked = System.nanoTime();
        System.err.printf(
                "book of %d made in %d ms, first question %d ms, then %d ms each, %d fits%n",
                book.size(),
                (made - begun) / 1_000_000,
                (first - made) / 1_000_000,
                (asked - first) / 20_000_000,
                fits.size());
        assertThat(fits.getFirst().officer().id()).isEqualTo(30_001);
        List<Long> all = many.stream()
                .filter(officer ->
                        names.compare("Amadou Diallo", officer.name()).isPresent())
                .map(Officer::id)
                .sorted()
                .toList();
        assertThat(fits).extracting(fit -> fit.officer().id()).containsExactlyInAnyOrderElementsOf(all);
    }

    private static String word(Random random) {
        String[] parts = {"ka", "ma", "ra", "di", "lo", "se", "bo", "ti", "nu", "fo", "je", "va", "ku", "li", "zo"};
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(parts[random.nextInt(parts.length)]);
        }
        return word.toString();
    }

    private static OfficerBook book() {
        return new OfficerBook(OFFICERS, NameBook.of(list()));
    }

    private static NameList list() {
        try {
            return NameList.read(new StringReader("Diallo, Jallow, Jalloh\nAmadu, Amadou\ntitle: Sgt, Corporal"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Officer officer(long id, String name, @Nullable String badge) {
        return new Officer(id, "police", "Police", "S" + id, name, badge, null);
    }
}
