package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.ledger.ActKind;
import redress.ledger.NewAct;
import redress.problem.Problem;

class ClerksTest {

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
        Clerks clerks = new Clerks(written -> {
            waitFor(disk);
            durable.set(written);
        });
        Clerks.Pending<Boolean> written = clerks.write(act);
        CompletableFuture<@Nullable NewAct> answer = CompletableFuture.supplyAsync(() -> {
            written.await();
            return durable.get();
        });
        assertThat(answer.isDone()).isFalse();
        disk.countDown();
        assertThat(answer.join()).isSameAs(act);
        clerks.stop();
    }

    @Test
    void where_the_act_cannot_be_written_nothing_is_answered() {
        Clerks clerks = new Clerks(refused -> {
            throw new PersistenceException("the disk is full");
        });
        Clerks.Pending<Boolean> written = clerks.write(act);
        assertThatThrownBy(written::await)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        clerks.stop();
    }

    @Test
    void what_the_database_does_not_tell_is_not_taken_for_nothing() {
        Clerks clerks = new Clerks(written -> {});
        Clerks.Pending<Integer> told = clerks.ask(() -> 7);
        Clerks.Pending<Integer> untold = clerks.ask(() -> {
            throw new SQLException("gone");
        });
        assertThat(told.await()).isEqualTo(7);
        assertThatThrownBy(untold::await)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        clerks.stop();
    }
}
