package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HorizonTest {

    @Test
    void who_waits_goes_on_when_the_position_is_reached_and_not_before() throws Exception {
        Horizon horizon = new Horizon();
        horizon.reached(4);
        assertThat(horizon.await(4, Duration.ZERO)).isTrue();
        assertThat(horizon.await(5, Duration.ofMillis(1))).isFalse();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> horizon.await(7, Duration.ofSeconds(20)));
        horizon.reached(6);
        assertThat(waiting).isNotDone();
        horizon.reached(9);
        assertThat(waiting.get()).isTrue();
    }
}
