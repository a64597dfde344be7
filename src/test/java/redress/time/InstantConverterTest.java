package redress.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantConverterTest {

    @Test
    void an_instant_comes_back_as_it_was() {
        InstantConverter converter = new InstantConverter();
        Instant instant = Instant.parse("2026-03-29T01:30:00Z");
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void the_house_clock_ticks_whole_seconds() {
        assertThat(HouseClock.ticking().instant().getNano()).isZero();
    }
}
