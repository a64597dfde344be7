package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import redress.search.WordsErased;

/** How long what was read for dossiers is kept. */
class BinderTest {

    private final Tables unasked = new Tables(new MysqlDataSource());
    private final AtomicLong end = new AtomicLong(10);
    private final AtomicLong changed = new AtomicLong(-1);
    private final Binder binder = new Binder(
            end::get, position -> changed.get() > position ? Changes.EVERYTHING : Changes.NONE, () -> bundle(unasked));

    private static Bundle bundle(Tables unasked) {
        return new Bundle(
                new Files(unasked), new WindowRows(unasked), new Roster(unasked), new Bundle.Room(10, new Turn()));
    }

    @Test
    void what_was_read_is_used_again_until_the_ledger_tells_of_a_change() {
        Bundle first = binder.bundle();
        end.set(12);
        assertThat(binder.bundle()).isSameAs(first);
        changed.set(13);
        end.set(13);
        assertThat(binder.bundle()).isNotSameAs(first);
    }

    @Test
    void after_single_complaints_changed_the_rest_of_what_was_read_is_used_again() {
        AtomicInteger begun = new AtomicInteger();
        Binder some = new Binder(end::get, this::changes, () -> {
            begun.incrementAndGet();
            return bundle(unasked);
        });
        Bundle first = some.bundle();
        changed.set(11);
        end.set(11);
        Bundle second = some.bundle();
        assertThat(second).isNotSameAs(first);
        assertThat(some.keeps(second)).isTrue();
        end.set(12);
        assertThat(some.bundle()).isSameAs(second);
        assertThat(begun).as("bundles that begin with nothing").hasValue(1);
    }

    private Changes changes(long position) {
        return changed.get() > position ? Changes.of(Set.of(4L)) : Changes.NONE;
    }

    @Test
    void it_goes_at_once_when_something_is_erased_whether_or_not_another_dossier_is_made() {
        Bundle first = binder.bundle();
        assertThat(binder.keeps(first)).isTrue();
        binder.forget(new WordsErased(11));
        assertThat(binder.keeps(first)).isFalse();
    }

    @Test
    void a_dossier_that_began_before_an_erasure_puts_nothing_back() {
        Bundle first = binder.bundle();
        changed.set(11);
        binder.forget(new WordsErased(11));
        // Its transaction still sees the ledger as it was.
        Bundle late = binder.bundle();
        assertThat(late).isNotSameAs(first);
        assertThat(binder.keeps(late)).isFalse();
        end.set(11);
        Bundle next = binder.bundle();
        assertThat(binder.keeps(next)).isTrue();
        binder.forget(new WordsErased(9));
        end.set(10);
        assertThat(binder.keeps(binder.bundle())).isFalse();
    }
}
