package redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QueueDayTest {

    @Test
    void a_complaint_came_in_on_the_day_that_it_was_in_the_office() {
        ZoneId sarajevo = ZoneId.of("Europe/Sarajevo");
        LocalDate day = LocalDate.of(2026, 7, 2);
        assertThat(QueueList.day(Timestamp.from(Instant.parse("2026-07-01T22:30:00Z")), sarajevo))
                .isEqualTo(day);
        assertThat(QueueList.day(LocalDateTime.of(2026, 7, 1, 22, 30), sarajevo))
                .isEqualTo(day);
        assertThat(QueueList.day(LocalDateTime.of(2026, 7, 1, 22, 30), ZoneId.of("Africa/Freetown")))
                .isEqualTo(LocalDate.of(2026, 7, 1));
    }
}
