package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redress.register.TestRegister;
import redress.search.SavedSearch;
import redress.search.WatchPort;
import redress.search.WatchingExample;

/** What the rounds of the watches make of what came, over a database that has nothing else in it. */
class WatchRoundsIT {

    private static final Set<String> BOTH = Set.of("open", "apart");

    private EmptyOffice office;
    private TestRegister register;

    @BeforeEach
    void begins_with_an_empty_database() throws SQLException {
        office = EmptyOffice.named("it_watch_rounds");
        register = office.register();
    }

    @Test
    void that_a_search_could_not_be_run_is_told_only_of_complaints_that_its_owner_may_see() throws SQLException {
        WatchPort port = WatchingExample.over(register.dataSource());
        Rounds rounds = WatchVictim.rounds(register.dataSource(), port);
        SavedSearch failing = WatchingExample.ofManyWords();
        office.watch(1, "ama", "SEARCH", failing.address(), "NULL, NULL");
        rounds.go();
        office.comes(1, "apart");
        WatchingExample.strictly(rounds::go);
        assertThat(register.number("SELECT position FROM watch_position")).isZero();
        assertThat(port.silence(1, failing, BOTH)).isEmpty();
        office.comes(2, "open");
        WatchingExample.strictly(rounds::go);
        assertThat(port.silence(1, failing, Set.of("open"))).contains(WatchPort.Silence.FAILING);
    }

    @Test
    void what_was_to_be_expected_is_reckoned_once_for_each_firing_and_not_for_each_complaint_of_an_import()
            throws SQLException {
        sixtyAtOneStation();
        ReadStatements asked = new ReadStatements(register.dataSource());
        WatchVictim.rounds(asked.dataSource()).go();
        assertThat(register.rows("SELECT about, counted, complaint_id FROM watch_firing ORDER BY about"))
                .containsExactly(List.of("1", "60", "60"), List.of("2", "60", "60"), List.of("3", "60", "60"));
        assertThat(asked.number("SELECT p.officer_id, p.unit_id, u.kind"))
                .as("readings of who is like whom")
                .isEqualTo(3);
    }

    private void sixtyAtOneStation() throws SQLException {
        office.execute("INSERT INTO unit (id, institution_code, code, parent_id, name, kind) VALUES"
                + " (1, 'police', 'P', NULL, 'Police', 'service'), (2, 'police', 'D', 1, 'Division', 'division'),"
                + " (3, 'police', 'S', 2, 'Station', 'station')");
        office.watch(1, "ama", "BRANCH", "", "3, 180");
        for (long id = 1; id <= 60; id++) {
            office.comes(id, "open");
        }
        office.execute("UPDATE incident SET unit_id = 3");
    }

    @Test
    void whole_services_are_read_before_the_first_firing_locks_a_complaint_and_a_watch() throws SQLException {
        sixtyAtOneStation();
        office.watch(2, "ama", "SEARCH", "q=money", "NULL, NULL");
        ReadStatements asked = new ReadStatements(register.dataSource());
        WatchVictim.rounds(asked.dataSource()).go();
        assertThat(register.number("SELECT COUNT(*) FROM watch_firing WHERE watch_id = 2"))
                .isEqualTo(60);
        assertThat(asked.before("SELECT p.officer_id, p.unit_id, u.kind", "INTO watch_firing"))
                .isTrue();
    }
}
