package redress.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 3, 9)));

    @Test
    void steps_over_the_weekend_and_a_holiday() {
        assertThat(CALENDAR.plusWorkingDays(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2026, 3, 10), -1)).isEqualTo(FRIDAY);
        assertThat(CALENDAR.plusWorkingDays(FRIDAY, 0)).isEqualTo(FRIDAY);
    }

    @Test
    void counts_the_days_that_it_stepped() {
        for (int n = 0; n < 300; n++) {
            LocalDate day = CALENDAR.plusWorkingDays(FRIDAY, n);
            assertThat(CALENDAR.workingDaysBetween(FRIDAY, day)).isEqualTo(n);
            assertThat(CALENDAR.workingDaysBetween(day, FRIDAY)).isEqualTo(-n);
        }
    }

    @Test
    void a_day_off_after_the_start_counts_for_nothing() {
        assertThat(CALENDAR.workingDaysBetween(FRIDAY, LocalDate.of(2026, 3, 9)))
                .isZero();
    }

    @Test
    void refuses_a_week_without_a_working_day() {
        assertThatThrownBy(() -> new WorkingCalendar(EnumSet.allOf(DayOfWeek.class), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
