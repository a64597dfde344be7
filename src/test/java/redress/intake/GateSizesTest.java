package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Transactions of many arrivals come in few sizes, and never leave out more than a few who wait. */
class GateSizesTest {

    @Test
    void few_are_all_taken_along() {
        assertThat(IntStream.rangeClosed(0, 8).map(Gate::even)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void of_many_at_most_seven_wait_for_the_next_transaction() {
        for (int waiting = 9; waiting <= 64; waiting++) {
            assertThat(waiting - Gate.even(waiting)).isBetween(0, 7);
        }
    }

    @Test
    void never_more_than_sixty_four_share_one() {
        assertThat(Gate.even(5_000)).isEqualTo(64);
    }

    @Test
    void there_are_nineteen_sizes_at_most() {
        assertThat(IntStream.rangeClosed(1, 500).map(Gate::even).distinct().count())
                .isLessThanOrEqualTo(19);
    }
}
