package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redress.likeness.Account;
import redress.names.Letters;

/** The complaints that show what is usual, read once for all dossiers of a window. */
class SamplesTest {

    private static final List<Long> IDS = List.of(3L, 5L);
    private static final int WORDS = 500;

    private final Samples samples = new Samples();
    private final List<Collection<Long>> readings = new ArrayList<>();

    private static Statement statement(long id, String told) {
        Account account = new Account(
                id,
                new Account.Where(null, null, null),
                new Account.When(null, null),
                Set.of("C-1"),
                new Account.Who(List.of("Amra Hodžić"), List.of("17"), List.of(), Set.of("tall")),
                new HashSet<>(Letters.words(told)));
        return new Statement("N-" + id, "2024-03-05", told, Set.of(9L), account);
    }

    private static Statement statement(long id) {
        return statement(id, "They kept my passport, number " + id);
    }

    private Map<Long, Statement> read(Collection<Long> ids) {
        readings.add(List.copyOf(ids));
        Map<Long, Statement> read = new HashMap<>();
        ids.forEach(id -> read.put(id, statement(id)));
        return read;
    }

    @Test
    void they_are_read_once_and_kept_without_what_was_told() {
        samples.of("who sees all", IDS, this::read);
        Map<Long, Statement> second = samples.of("who sees all", IDS, this::read);
        assertThat(readings).containsExactly(IDS);
        assertThat(second).containsOnlyKeys(IDS);
        second.forEach((id, kept) -> {
            assertThat(kept.narrative()).isEmpty();
            assertThat(kept.account()).isEqualTo(statement(id).account());
            assertThat(kept.number()).isEqualTo("N-" + id);
            assertThat(kept.accusesOneOf(statement(id))).isTrue();
        });
    }

    @Test
    void nobody_is_given_what_was_read_for_somebody_who_sees_something_else() {
        samples.of("who sees all", IDS, this::read);
        List<Long> fewer = List.of(3L);
        assertThat(samples.of("one who is recused", fewer, this::read)).containsOnlyKeys(3L);
        assertThat(samples.of("one who is recused", fewer, this::read)).containsOnlyKeys(3L);
        assertThat(readings).containsExactly(IDS, fewer);
        assertThat(samples.of("one without a compartment", IDS, ids -> Map.of()))
                .isEmpty();
    }

    @Test
    void others_of_the_same_window_are_read_and_the_first_are_let_go_when_there_are_more_than_are_kept() {
        for (int i = 0; i <= Samples.MOST; i++) {
            samples.of("window " + i, IDS, this::read);
        }
        samples.of("window 0", IDS, this::read);
        samples.of("window 0", List.of(3L, 7L), this::read);
        assertThat(readings).hasSize(Samples.MOST + 3);
    }

    @Test
    void what_is_very_long_is_read_each_time() {
        Random random = new Random(8);
        Map<Long, Statement> many = new HashMap<>();
        for (long id = 1; id <= Samples.MOST_WORDS / WORDS + 1; id++) {
            Set<String> told = new HashSet<>();
            while (told.size() < WORDS) {
                told.add("w" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
            }
            many.put(id, statement(id, String.join(" ", told)));
        }
        for (int i = 0; i < 2; i++) {
            samples.of("all", IDS, ids -> {
                readings.add(List.copyOf(ids));
                return many;
            });
        }
        assertThat(readings).containsExactly(IDS, IDS);
    }
}
