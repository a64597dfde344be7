package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What rules say was to be expected, in a service of thirteen divisions with a post below each and an officer at each
 * post: two complaints are about each of them, and three about the first.
 */
class WatchPeersIT {

    private static final int POSTS = 13;
    private static final int DIVISION = 100;

    private EmptyOffice office;

    @BeforeEach
    void makes_a_service() throws SQLException {
        office = EmptyOffice.named("it_watch_peers");
        long complaint = 0;
        for (int post = 1; post <= POSTS; post++) {
            long division = DIVISION + post;
            office.execute(
                    unit(division, "NULL", "division"),
                    unit(post, Long.toString(division), "post"),
                    "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (" + post
                            + ", 'police', 'K" + post + "', 'Heron')",
                    posting(post, post, post, "'2000-01-01', NULL"));
            for (int count = 0; count < (post == 1 ? 3 : 2); count++) {
                office.comes(++complaint, "open");
                office.execute(
                        "UPDATE incident SET unit_id = " + post + " WHERE id = " + complaint,
                        "INSERT INTO subject (id, complaint_id, officer_id, unit_id) VALUES (" + complaint + ", "
                                + complaint + ", " + post + ", " + post + ")");
            }
        }
    }

    private static String unit(long id, String above, String kind) {
        return "INSERT INTO unit (id, institution_code, code, parent_id, name, kind) VALUES (" + id + ", 'police', 'U"
                + id + "', " + above + ", 'Unit " + id + "', '" + kind + "')";
    }

    private static String posting(long id, long officer, long unit, String days) {
        return "INSERT INTO posting (id, officer_id, unit_id, from_on, to_on, role) VALUES (" + id + ", " + officer
                + ", " + unit + ", " + days + ", 'MEMBER')";
    }

    /** About whom a rule of three in 180 days fires, with the count, whether about two were expected, and the peers. */
    private List<List<String>> fires(String kind) throws SQLException {
        office.watch(1, "ama", kind, "", "3, 180");
        WatchVictim.rounds(office.register().dataSource()).go();
        return office.register()
                .rows("SELECT about, counted, ABS(expected - 2) < 0.2, peers FROM watch_firing ORDER BY about");
    }

    @Test
    void an_officer_is_beside_what_others_had_also_where_nobody_knows_the_unit_of_the_accused() throws SQLException {
        office.execute("UPDATE subject SET unit_id = NULL");
        assertThat(fires("OFFICER")).containsExactly(List.of("1", "3", "1", "12"));
    }

    @Test
    void a_day_in_a_rare_kind_of_unit_is_told_and_does_not_take_the_expected_number_away() throws SQLException {
        office.execute(
                unit(99, "NULL", "lake patrol"),
                posting(99, 1, 99, "CURDATE() - INTERVAL 30 DAY, CURDATE() - INTERVAL 30 DAY"),
                "UPDATE subject SET unit_id = 99 WHERE id = 1");
        assertThat(fires("OFFICER")).containsExactly(List.of("1", "3", "1", "12"));
        assertThat(office.register().rows("SELECT apart_days, apart_complaints FROM watch_firing"))
                .containsExactly(List.of("1", "1"));
    }

    @Test
    void a_unit_is_beside_what_units_of_its_kind_had() throws SQLException {
        assertThat(fires("UNIT")).containsExactly(List.of("1", "3", "1", "12"));
    }

    @Test
    void a_unit_with_all_below_it_is_beside_what_such_units_had() throws SQLException {
        assertThat(fires("BRANCH")).containsExactly(List.of("1", "3", "1", "12"), List.of("101", "3", "1", "12"));
    }
}
