package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrdinalsTest {

    @Test
    void the_largest_counts_come_first_and_equal_ones_by_value_however_many_are_asked_for() {
        Random random = new Random(5);
        Ordinals ordinals = new Ordinals();
        for (int round = 1; round <= 40; round++) {
            for (int i = 0; i < 10; i++) {
                ordinals.of("value-" + random.nextInt(1_000_000));
            }
            int[] counts = random.ints(ordinals.size(), 0, 30).toArray();
            counts[random.nextInt(counts.length)] = Integer.MAX_VALUE;
            List<Answer.Count> all = new ArrayList<>();
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    all.add(new Answer.Count(ordinals.value(ordinal), counts[ordinal]));
                }
            }
            all.sort(
                    Comparator.comparing((Answer.Count count) -> -count.count()).thenComparing(Answer.Count::value));
            for (int most : new int[] {1, 2, 20, all.size(), 1_000}) {
                assertThat(ordinals.largest(counts, most))
                        .as("%d of %d", most, all.size())
                        .isEqualTo(all.subList(0, Math.min(most, all.size())));
            }
        }
    }

    @Test
    void a_value_that_came_after_the_counting_changes_nothing() {
        Ordinals ordinals = new Ordinals();
        ordinals.of("m");
        ordinals.of("z");
        int[] counts = {3, 3};
        ordinals.of("a");
        assertThat(ordinals.largest(counts, 5)).containsExactly(new Answer.Count("m", 3), new Answer.Count("z", 3));
    }
}
