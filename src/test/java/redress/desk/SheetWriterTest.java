package redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.complaint.Incident;

/** How the desk shows what was told of the time: it claims no more than is known. */
class SheetWriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Test
    void an_hour_is_shown_without_minutes_that_nobody_told() {
        assertThat(SheetWriter.when(new Incident.When(DAY, Incident.Precision.DAY, null, 14)))
                .isEqualTo("2026-03-05, 14 h");
        assertThat(SheetWriter.when(new Incident.When(null, Incident.Precision.UNKNOWN, null, 2)))
                .isEqualTo("02 h");
    }

    @Test
    void the_minutes_stand_in_the_words_beside_the_hour() {
        assertThat(SheetWriter.when(new Incident.When(DAY, Incident.Precision.ABOUT, "before Easter; 14:30", 14)))
                .isEqualTo("~ 2026-03-05, 14 h, before Easter; 14:30");
    }

    @Test
    void the_dossier_of_an_old_complaint_ends_with_its_month_and_that_of_a_newer_one_has_the_usual_months() {
        LocalDate today = LocalDate.of(2026, 11, 28);
        assertThat(months(LocalDate.of(2023, 12, 1), Incident.Precision.DAY, today))
                .as("the first of the usual months")
                .isNull();
        assertThat(months(LocalDate.of(2023, 11, 30), Incident.Precision.DAY, today))
                .isEqualTo(new Sheet.Months(YearMonth.of(2020, 12), YearMonth.of(2023, 11)));
        assertThat(months(LocalDate.of(2014, 1, 1), Incident.Precision.YEAR, today))
                .as("any month of the year")
                .isEqualTo(new Sheet.Months(YearMonth.of(2012, 1), YearMonth.of(2014, 12)));
        assertThat(months(null, Incident.Precision.UNKNOWN, today)).isNull();
        assertThat(months(LocalDate.of(1899, 5, 1), Incident.Precision.DAY, today))
                .as("nobody can ask for that")
                .isNull();
    }

    private static Sheet.@Nullable Months months(
            @Nullable LocalDate on, Incident.Precision precision, LocalDate today) {
        return SheetWriter.months(new Incident.When(on, precision, null, null), today);
    }
}
