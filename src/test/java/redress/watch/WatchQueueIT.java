package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redress.access.Actor;
import redress.access.RightsExample;
import redress.access.Role;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.search.WatchingExample;

/** What stands in the queue of whom, over a database that has nothing else in it. */
class WatchQueueIT {

    private static final Actor AMA = new Actor("ama", "Ama", Set.of(Role.SUPERVISOR));
    private static final Actor SENAD = new Actor("senad", "Senad", Set.of(Role.SUPERVISOR));

    private EmptyOffice office;
    private WatchDesk desk;

    @BeforeEach
    void begins_with_one_watch_of_ama_and_one_of_ben() throws SQLException {
        office = EmptyOffice.named("it_watch_queue");
        office.execute("INSERT INTO actor_role (actor, roles, told_at) VALUES ('ben', 'supervisor', UTC_TIMESTAMP())");
        office.watch(1, "ama", "SEARCH", "q=money", "NULL, NULL");
        office.watch(2, "ben", "SEARCH", "q=money", "NULL, NULL");
        office.comes(1, "open");
        DataSource database = office.register().dataSource();
        Statements statements = new Statements(database);
        desk = new WatchDesk(
                new Watches(statements),
                new Firings(statements),
                WatchingExample.over(database),
                RightsExample.present(database),
                RightsExample.absent(database),
                Profile.read(Path.of("config/profiles/demo")),
                InstantSource.system());
    }

    /** Firings of a watch at one version of the complaint after the other, with ids from one on. */
    private void fired(long watch, int first, int many) throws SQLException {
        List<String> rows = IntStream.range(first, first + many)
                .mapToObj(id -> "(" + id + ", " + watch + ", 1, " + id + ", UTC_TIMESTAMP(), 'NEW')")
                .toList();
        office.execute(
                "INSERT INTO watch_firing (id, watch_id, complaint_id, complaint_version, fired_at, state) VALUES "
                        + String.join(", ", rows));
    }

    private void due(long firing, String day) throws SQLException {
        office.execute("UPDATE watch_firing SET state = 'REVIEWED', action = 'OTHER', reason = 'We spoke to them.',"
                + " reviewed_by = 'ama', reviewed_at = '2020-01-01', effect_due_on = '" + day + "' WHERE id = "
                + firing);
    }

    private List<Long> waiting(Actor reader) {
        return desk.queue(reader).waiting().stream().map(Firing::id).toList();
    }

    @Test
    void an_effect_that_is_due_is_listed_however_much_is_new_the_longest_due_first() throws SQLException {
        fired(1, 1, 3 + Firings.MOST + 1);
        due(1, "2020-08-01");
        due(2, "2020-07-01");
        due(3, "2020-09-01");
        assertThat(waiting(AMA))
                .hasSize(3 + Firings.MOST)
                .startsWith(2L, 1L, 3L, 3L + Firings.MOST + 1)
                .doesNotContain(4L);
        assertThat(desk.waiting(AMA)).isEqualTo(3 + Firings.MOST + 1);
    }

    @Test
    void what_an_owner_may_not_see_any_more_takes_no_place_in_the_queue_of_who_directs_the_office()
            throws SQLException {
        fired(1, 1, 1);
        fired(2, 2, Firings.MOST);
        assertThat(waiting(SENAD)).hasSize(Firings.MOST);
        office.execute("UPDATE actor_role SET roles = 'publisher' WHERE actor = 'ben'");
        assertThat(waiting(SENAD)).containsExactly(1L);
        office.execute(
                "INSERT INTO recusal (actor, complaint_id, reason, declared_at) VALUES ('senad', 1, 'a cousin', UTC_TIMESTAMP())");
        assertThat(waiting(SENAD)).isEmpty();
    }

    @Test
    void who_lost_the_role_sees_nothing_of_what_fired_before_nor_does_anybody_over_their_shoulder()
            throws SQLException {
        office.watch(3, "ama", "OFFICER", "", "3, 180");
        fired(1, 1, 3);
        due(3, "2020-07-01");
        office.execute("UPDATE watch_firing SET watch_id = 3, about = '7', counted = 3, peers = 12 WHERE id = 2");
        assertThat(waiting(AMA)).containsExactly(3L, 2L, 1L);
        assertThat(waiting(SENAD)).as("of what was not kept, the owner alone").containsExactly(3L, 1L);
        Actor former = new Actor("ama", "Ama", Set.of(Role.PUBLISHER));
        office.execute("UPDATE actor_role SET roles = 'publisher' WHERE actor = 'ama'");
        for (Actor reader : List.of(former, SENAD)) {
            assertThat(waiting(reader)).as(reader.id()).isEmpty();
            assertThat(desk.waiting(reader)).isZero();
            assertThat(desk.open(1, reader).firings()).isEmpty();
            for (long firing = 1; firing <= 3; firing++) {
                long id = firing;
                assertThatThrownBy(() -> desk.firing(id, reader)).isInstanceOf(Problem.class);
            }
        }
    }
}
