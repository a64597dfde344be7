package redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is told when acts are written. The sequencer wakes for all that is told and for nothing else; each time it takes
 * from the database what those who search wait for.
 */
class AppendTest {

    /** Written down once more, so that whoever adds a kind thinks of it. */
    private static final Set<ActKind> LOOKS = EnumSet.of(
            ActKind.SEARCHED,
            ActKind.COMPLAINT_OPENED,
            ActKind.DOCUMENT_OPENED,
            ActKind.VAULT_OPENED,
            ActKind.EXPORTED);

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T14:00:00Z"));
    private static final String WRITTEN = "written";
    private static final String TOLD = "told";

    private final List<String> happened = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @BeforeEach
    void open() {
        EntityManager unread = foreign(EntityManager.class, (self, method, arguments) -> {
            throw new UnsupportedOperationException(method.getName());
        });
        LedgerKeys keys =
                new LedgerKeys(folder.resolve("ledger.pem").toString(), "log.example/a", Duration.ofHours(24));
        ledger = new Ledger(unread, database(), new Tree(unread, keys), CLOCK, new Told(happened));
    }

    private static NewAct act(ActKind kind) {
        return NewAct.of(kind, "somebody", "what".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(ActKind.class)
    void an_act_by_which_somebody_only_looked_wakes_nobody_and_every_other_does(ActKind kind) {
        ledger.append(act(kind));
        assertThat(happened).isEqualTo(LOOKS.contains(kind) ? List.of(WRITTEN) : List.of(WRITTEN, TOLD));
    }

    @Test
    void many_who_only_looked_wake_nobody() {
        ledger.append(LOOKS.stream().map(AppendTest::act).toList());
        assertThat(happened).containsExactly(WRITTEN);
    }

    @Test
    void one_change_among_many_looks_wakes_once() {
        ledger.append(Stream.of(ActKind.SEARCHED, ActKind.COMPLAINT_OPENED, ActKind.NOTE_WRITTEN, ActKind.SEARCHED)
                .map(AppendTest::act)
                .toList());
        assertThat(happened).containsExactly(WRITTEN, TOLD);
    }

    @Test
    void the_sequencer_hears_of_nothing_else_than_that_it_starts_and_what_is_told_here() {
        assertThat(Arrays.stream(Sequencer.class.getDeclaredMethods())
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(heard -> heard.isAnnotationPresent(Observes.class)
                                && !heard.isAnnotationPresent(Initialized.class))
                        .map(Parameter::getType))
                .containsExactly(ActAppended.class);
    }

    /** A database that takes every row, and keeps that it did. */
    private DataSource database() {
        PreparedStatement statement = foreign(PreparedStatement.class, (self, method, arguments) -> {
            boolean sent = method.getName().equals("executeUpdate");
            if (sent) {
                happened.add(WRITTEN);
            }
            return sent ? 1 : null;
        });
        Connection connection = foreign(
                Connection.class,
                (self, method, arguments) -> method.getName().equals("prepareStatement") ? statement : null);
        return foreign(DataSource.class, (self, method, arguments) -> connection);
    }

    private static <T> T foreign(Class<T> kind, InvocationHandler does) {
        return kind.cast(Proxy.newProxyInstance(AppendTest.class.getClassLoader(), new Class<?>[] {kind}, does));
    }

    /** Keeps that something was told; the container would tell the sequencer after the commit. */
    private record Told(List<String> happened) implements Event<ActAppended> {

        @Override
        public void fire(ActAppended event) {
            happened.add(TOLD);
        }

        @Override
        public <U extends ActAppended> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ActAppended> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<ActAppended> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ActAppended> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ActAppended> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
