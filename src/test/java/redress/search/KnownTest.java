package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownTest {

    private final Known known = new Known();

    private static char[] entry(String word, String... forms) {
        StringBuilder entry = new StringBuilder().append((char) word.length()).append(word);
        for (String form : forms) {
            entry.append((char) form.length()).append(form);
        }
        return entry.toString().toCharArray();
    }

    private boolean same(String word) {
        return known.same(word.toCharArray(), word.length());
    }

    private char @Nullable [] find(String word) {
        return known.find(word.toCharArray(), word.length());
    }

    @Test
    void a_short_word_that_has_no_form_but_itself_is_known_as_such_and_no_other_is() {
        known.keep(entry("patrol", "patrol"));
        known.keep(entry("patrols", "patrols", "~e:patrol"));
        assertThat(same("patrol")).isTrue();
        assertThat(List.of("patrols", "patro", "atrol", "patrom", "Patrol", "patrol\0", "\0patrol", "`patrol", ""))
                .noneMatch(this::same);
        assertThat(find("patrols")).isEqualTo(entry("patrols", "patrols", "~e:patrol"));
    }

    @Test
    void a_word_that_is_folded_to_another_of_its_length_is_not_taken_for_itself() {
        known.keep(entry("patrol", "petrol"));
        assertThat(same("patrol")).isFalse();
        assertThat(find("patrol")).isEqualTo(entry("patrol", "petrol"));
    }

    @Test
    void a_long_word_and_one_of_other_letters_are_remembered_with_their_form() {
        for (String word : List.of("institutions", "institutional", "a12", "škola", "l'officier")) {
            known.keep(entry(word, word));
        }
        assertThat(same("institutions")).isTrue();
        assertThat(List.of("institutional", "a12", "škola", "l'officier"))
                .noneMatch(this::same)
                .allSatisfy(word -> assertThat(find(word)).isEqualTo(entry(word, word)));
    }

    @Test
    void of_more_words_than_it_has_room_for_it_forgets_some_and_takes_none_for_another() {
        List<String> words = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            words.add(random.ints(5 + random.nextInt(8), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        words.stream().filter(word -> word.hashCode() % 2 == 0).forEach(word -> known.keep(entry(word, word)));
        long remembered = words.stream().filter(this::same).count();
        assertThat(remembered).isBetween(20_000L, 60_000L);
        assertThat(words).filteredOn(this::same).allMatch(word -> word.hashCode() % 2 == 0);
    }
}
