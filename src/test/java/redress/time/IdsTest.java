package redress.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void each_id_is_positive_and_greater_than_the_last() {
        long last = 0;
        for (int i = 0; i < 200_000; i++) {
            long id = Ids.next();
            assertThat(id).isGreaterThan(last);
            last = id;
        }
    }

    @Test
    void eight_threads_never_get_the_same_id() throws ExecutionException, InterruptedException {
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            seen.add(Ids.next());
                        }
                    }))
                    .toList();
            for (Future<?> done : work) {
                done.get();
            }
        }
        assertThat(seen).hasSize(160_000);
    }

    @Test
    void an_id_knows_when_it_was_made() {
        assertThat(Ids.madeAt(Ids.next()))
                .isCloseTo(Instant.ofEpochMilli(System.currentTimeMillis()), within(5, ChronoUnit.SECONDS));
        assertThat(Ids.madeAt(Long.MAX_VALUE)).isAfter(Instant.EPOCH.plus(Duration.ofDays(119 * 365)));
    }

    @Test
    void the_text_sorts_like_the_number_and_reads_back() {
        long[] ids = {0, 1, 31, 32, 1L << 40, Ids.next(), Long.MAX_VALUE - 1, Long.MAX_VALUE};
        for (int i = 0; i < ids.length; i++) {
            assertThat(Ids.text(ids[i])).hasSize(13);
            assertThat(Ids.parse(Ids.text(ids[i]))).isEqualTo(ids[i]);
            if (i > 0) {
                assertThat(Ids.text(ids[i])).isGreaterThan(Ids.text(ids[i - 1]));
            }
        }
    }

    @Test
    void reads_letters_that_people_confuse() {
        assertThat(Ids.parse("oOiIlLabcdefg")).isEqualTo(Ids.parse("001111ABCDEFG"));
    }

    @Test
    void refuses_what_is_no_id() {
        for (String text : List.of(
                "",
                "0",
                "000000000000U",
                "00000000000000",
                "80000000000000",
                "8000000000000",
                "000000000000-",
                "000000000000é")) {
            assertThat(Ids.find(text)).as(text).isEmpty();
            assertThatThrownBy(() -> Ids.parse(text)).isInstanceOf(NumberFormatException.class);
        }
        assertThatThrownBy(() -> Ids.text(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
