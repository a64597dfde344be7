package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.access.Sight;
import redress.register.ChicagoSlice;
import redress.register.TestRegister;

/**
 * Dossiers of a real register against plain SQL over the same tables, written without a look at how a dossier counts.
 * That the unit of an accused is the one of the day of the incident is held against the files by
 * {@code redress.register.ChicagoSliceIT}.
 */
class ChicagoDossierIT {

    private static final String SERVICE = "chicago-police";
    private static final Window WINDOW = new Window(YearMonth.of(2001, 1), YearMonth.of(2012, 12));
    private static final Sight EVERYTHING = new Sight("tester", false, Set.of(Sight.OPEN), Set.of());
    private static final double DAYS_A_MONTH = 365.2425 / 12;

    private static TestRegister chicago;
    private static Roster roster;
    private static Facts facts;

    @BeforeAll
    static void reads_the_register() {
        chicago = ChicagoSlice.imported().register();
        Tables tables = new Tables(chicago.dataSource());
        roster = new Roster(tables);
        Files files = new Files(tables);
        facts = new Facts(
                WINDOW,
                roster.units(),
                files.accused(WINDOW, EVERYTHING),
                files.alleged(WINDOW, EVERYTHING),
                roster.postings(WINDOW));
    }

    private static Map<String, Long> board(Scoped scoped, String name) {
        Map<String, Long> counts = new TreeMap<>();
        new Boards(scoped, Map.of())
                .all().stream()
                        .filter(board -> board.name().equals(name))
                        .forEach(board -> board.bars().forEach(bar -> counts.put(bar.value(), bar.count())));
        return counts;
    }

    private static String in(String column) {
        return " " + column + " BETWEEN '" + WINDOW.first() + "' AND '" + WINDOW.last() + "'";
    }

    /** Against what stands in the subject, or the incident where nobody stands in it. */
    private static String about(String unit) {
        return " FROM complaint c JOIN incident i ON i.id = c.incident_id LEFT JOIN subject s ON s.complaint_id = c.id"
                + " JOIN unit u ON u.id = COALESCE(s.unit_id, i.unit_id) WHERE u.code = '" + unit + "' AND"
                + in("i.began_on");
    }

    @Test
    void dossiers_of_ten_units_count_what_the_tables_hold() throws SQLException {
        List<List<String>> most = chicago.rows("SELECT u.code, COUNT(DISTINCT s.complaint_id) AS n FROM subject s"
                + " JOIN unit u ON u.id = s.unit_id JOIN complaint c ON c.id = s.complaint_id JOIN incident i"
                + " ON i.id = c.incident_id WHERE" + in("i.began_on") + " GROUP BY u.code ORDER BY n DESC LIMIT 20");
        for (int i = 0; i < 20; i += 2) {
            String unit = most.get(i).getFirst();
            Node node = facts.units().find(SERVICE + "/" + unit).orElseThrow();
            Scoped scoped = new Scoped(facts, Groups.ofUnit(node, facts));
            assertThat((long) scoped.own().size())
                    .as("complaints of unit %s", unit)
                    .isEqualTo(chicago.number("SELECT COUNT(DISTINCT c.id)" + about(unit)))
                    .isPositive();
            assertThat(board(scoped, "year"))
                    .as("complaints of unit %s by year of the incident", unit)
                    .isEqualTo(chicago.counts("SELECT YEAR(i.began_on), COUNT(DISTINCT c.id)" + about(unit)
                            + " GROUP BY YEAR(i.began_on)"));
            assertThat(board(scoped, "finding"))
                    .as("allegations against people of unit %s by finding", unit)
                    .isEqualTo(chicago.counts("SELECT COALESCE(a.finding, '-'), COUNT(DISTINCT a.id)"
                            + about(unit).replace(" WHERE ", " JOIN allegation a ON a.subject_id = s.id WHERE ")
                            + " GROUP BY COALESCE(a.finding, '-')"));
            Outliers outliers = new OutlierCheck(scoped).look();
            double days = Double.parseDouble(chicago.rows("SELECT SUM(DATEDIFF(LEAST(COALESCE(p.to_on, '"
                            + WINDOW.last() + "'), '" + WINDOW.last() + "'), GREATEST(COALESCE(p.from_on, '"
                            + WINDOW.first() + "'), '" + WINDOW.first() + "')) + 1) FROM posting p JOIN unit u"
                            + " ON u.id = p.unit_id WHERE u.code = '" + unit + "' AND COALESCE(p.from_on, '"
                            + WINDOW.first() + "') <= LEAST(COALESCE(p.to_on, '" + WINDOW.last() + "'), '"
                            + WINDOW.last() + "') AND COALESCE(p.to_on, '" + WINDOW.last() + "') >= '" + WINDOW.first()
                            + "'")
                    .getFirst()
                    .getFirst());
            assertThat(outliers.exposureUnit()).isEqualTo("officer-months");
            assertThat(outliers.exposure())
                    .as("officer-months of unit %s", unit)
                    .isCloseTo(days / DAYS_A_MONTH, within(0.001 * days / DAYS_A_MONTH));
            assertThat(outliers.countingUnit()).isEqualTo("complaints");
        }
    }

    @Test
    void dossiers_of_ten_officers_count_what_the_tables_hold() throws SQLException {
        List<List<String>> most =
                chicago.rows("SELECT o.service_key, COUNT(DISTINCT s.complaint_id) AS n FROM subject s"
                        + " JOIN officer o ON o.id = s.officer_id JOIN complaint c ON c.id = s.complaint_id JOIN incident i"
                        + " ON i.id = c.incident_id WHERE" + in("i.began_on") + " GROUP BY o.service_key"
                        + " ORDER BY n DESC, o.service_key LIMIT 10");
        assertThat(most).hasSize(10);
        List<Officer> all = roster.officersOf(SERVICE);
        for (List<String> row : most) {
            Officer officer = roster.officer(SERVICE + "/" + row.getFirst()).orElseThrow();
            Scoped scoped = new Scoped(facts, Groups.ofOfficer(officer, all, facts));
            String against = " FROM subject s JOIN officer o ON o.id = s.officer_id JOIN complaint c"
                    + " ON c.id = s.complaint_id JOIN incident i ON i.id = c.incident_id"
                    + " JOIN allegation a ON a.subject_id = s.id WHERE o.service_key = '" + row.getFirst() + "' AND"
                    + in("i.began_on");
            assertThat((long) scoped.own().size())
                    .as("complaints against officer %s", row.getFirst())
                    .isEqualTo(Long.parseLong(row.get(1)))
                    .isPositive();
            assertThat(board(scoped, "finding"))
                    .isEqualTo(chicago.counts("SELECT COALESCE(a.finding, '-'), COUNT(DISTINCT a.id)" + against
                            + " GROUP BY COALESCE(a.finding, '-')"));
            assertThat(board(scoped, "year"))
                    .isEqualTo(chicago.counts(
                            "SELECT YEAR(i.began_on), COUNT(DISTINCT c.id)" + against + " GROUP BY YEAR(i.began_on)"));
        }
    }

    @Test
    void every_complaint_of_the_window_counts_once_for_the_service() throws SQLException {
        Node service = facts.units().find(SERVICE).orElseThrow();
        Scoped scoped = new Scoped(facts, Groups.ofUnit(service, facts));
        assertThat((long) scoped.own().size())
                .isEqualTo(chicago.number("SELECT COUNT(*) FROM complaint c JOIN incident i ON i.id = c.incident_id"
                        + " WHERE" + in("i.began_on")));
    }
}
