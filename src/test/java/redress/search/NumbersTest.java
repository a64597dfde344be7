package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "254, 1", "255, 2", "65534, 2", "65535, 4", "2147483647, 4"})
    void keeps_numbers_in_as_few_bytes_as_the_largest_needs(int largest, int bytes) {
        Random random = new Random(4);
        int[] values = new int[300];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(2) == 0 ? -1 : (int) random.nextLong(-1, largest + 1L);
        }
        values[7] = largest;
        values[299] = Integer.MAX_VALUE;
        Numbers numbers = Numbers.of(values, 299);
        assertThat(numbers.many()).isEqualTo(299);
        assertThat(numbers.memory()).isEqualTo(299L * bytes);
        for (int i = 0; i < 299; i++) {
            assertThat(numbers.at(i)).isEqualTo(values[i]);
        }
    }
}
