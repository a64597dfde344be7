package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    @Test
    void the_last_complaint_of_three_within_the_days_makes_three() {
        List<LocalDate> received = List.of(MAY.minusDays(179), MAY.minusDays(90), MAY);
        assertThat(Spell.around(MAY, received, 180)).isEqualTo(new Spell(3, MAY, 180));
    }

    @Test
    void what_is_a_day_too_old_does_not_count() {
        List<LocalDate> received = List.of(MAY.minusDays(180), MAY.minusDays(90), MAY);
        assertThat(Spell.around(MAY, received, 180).complaints()).isEqualTo(2);
    }

    @Test
    void an_old_complaint_that_comes_in_late_is_counted_with_those_after_it() {
        List<LocalDate> received = List.of(MAY, MAY.plusDays(10), MAY.plusDays(20), MAY.plusDays(400));
        assertThat(Spell.around(MAY, received, 180)).isEqualTo(new Spell(3, MAY.plusDays(20), 180));
    }

    @Test
    void the_latest_is_the_last_that_lies_in_the_spell() {
        List<LocalDateTime> received =
                List.of(MAY.atTime(8, 0), MAY.atTime(9, 30), MAY.plusDays(1).atTime(7, 0));
        assertThat(new Spell(2, MAY, 30).latest(received)).isEqualTo(MAY.atTime(9, 30));
    }

    @Test
    void several_of_one_day_all_count_and_a_spell_of_one_day_holds_only_that_day() {
        assertThat(Spell.around(MAY, List.of(MAY, MAY, MAY.plusDays(1)), 1)).isEqualTo(new Spell(2, MAY, 1));
    }
}
