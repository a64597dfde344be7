package redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
}
