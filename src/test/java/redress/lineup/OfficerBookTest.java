package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
            return NameList.read(new StringReader("Diallo, Jallow, Jalloh\nAmadu, Amadou"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Officer officer(long id, String name, @Nullable String badge) {
        return new Officer(id, "police", "Police", "S" + id, name, badge, null);
    }
}
