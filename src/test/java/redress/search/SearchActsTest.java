package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.ledger.ActKind;
import redress.ledger.NewAct;
import redress.problem.Problem;

class SearchActsTest {

    private final NewAct act = NewAct.of(ActKind.SEARCHED, "somebody", "what".getBytes(StandardCharsets.UTF_8));

    private static void waitFor(CountDownLatch disk) {
        try {
            assertThat(disk.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_search_goes_on_while_the_act_is_written_and_ends_after_it() {
        CountDownLatch disk = new CountDownLatch(1);
        AtomicReference<@Nullable NewAct> durable = new AtomicReference<>();
        SearchActs acts = new SearchActs(written -> {
            waitFor(disk);
            durable.set(written);
        });
        SearchActs.Written written = acts.begin(act);
        CompletableFuture<@Nullable NewAct> answer = CompletableFuture.supplyAsync(() -> {
            written.await();
            return durable.get();
        });
        assertThat(answer.isDone()).isFalse();
        disk.countDown();
        assertThat(answer.join()).isSameAs(act);
        acts.stop();
    }

    @Test
    void where_the_act_cannot_be_written_nothing_is_answered() {
        SearchActs acts = new SearchActs(refused -> {
            throw new PersistenceException("the disk is full");
        });
        SearchActs.Written written = acts.begin(act);
        assertThatThrownBy(written::await)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        acts.stop();
    }
}
