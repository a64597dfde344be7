package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redress.access.Sight;
import redress.register.TestRegister;
import redress.time.Ids;

/**
 * Dossiers of an imported register of chicago against plain SQL over the same tables, written without a look at how a
 * dossier counts.
 */
final class DossierTruth {

    private static final String SERVICE = "chicago-police";
    private static final Sight EVERYTHING = new Sight("tester", false, Set.of(Sight.OPEN), Set.of());
    private static final double DAYS_A_MONTH = 365.2425 / 12;

    private final TestRegister chicago;
    private final Window window;
    private final Roster roster;
    private final Facts facts;

    DossierTruth(TestRegister chicago, YearMonth from, YearMonth to) {
        this.chicago = chicago;
        window = new Window(from, to);
        Tables tables = new Tables(chicago.dataSource());
        roster = new Roster(tables);
        WindowRows rows = new WindowRows(tables);
        facts = new Facts(
                window,
                roster.units(),
                rows.accused(WindowRows.Which.all(window, EVERYTHING)),
                rows.alleged(WindowRows.Which.all(window, EVERYTHING)),
                roster.postings(window));
    }

    private static Map<String, Long> board(Scoped scoped, String name) {
        Map<String, Long> counts = new TreeMap<>();
        new Boards(scoped, Map.of())
                .all().stream()
                        .filter(board -> board.name().equals(name))
                        .forEach(board -> board.bars().forEach(bar -> counts.put(bar.value(), bar.count())));
        return counts;
    }

    /** How many complaints accuse each officer, of the twelve with most. */
    private Map<String, Long> accused(Scoped scoped) {
        Commanders commanders = new Commanders(facts.units(), roster.commands(window));
        Map<String, Long> counts = new TreeMap<>();
        new Answerable(scoped, commanders, roster::names)
                .boards().stream()
                        .filter(board -> board.name().equals("officer"))
                        .forEach(board -> board.bars()
                                .forEach(bar -> counts.put(
                                        bar.value().equals("-") ? "0" : Long.toString(Ids.parse(bar.value())),
                                        bar.count())));
        return counts;
    }

    private String in(String column) {
        return " " + column + " BETWEEN '" + window.first() + "' AND '" + window.last() + "'";
    }

    /** Against what stands in the subject, or the incident where nobody stands in it. */
    private String about(String unit) {
        return " FROM complaint c JOIN incident i ON i.id = c.incident_id LEFT JOIN subject s ON s.complaint_id = c.id"
                + " JOIN unit u ON u.id = COALESCE(s.unit_id, i.unit_id) WHERE u.code = '" + unit + "' AND"
                + in("i.began_on");
    }

    /** The days that people served in a unit, each day of a person once: what goes on after what began before. */
    private String served(String unit) {
        String from = "GREATEST(COALESCE(p.from_on, '1000-01-01'), '" + window.first() + "')";
        String to = "LEAST(COALESCE(p.to_on, '9999-12-31'), '" + window.last() + "')";
        String postings = "SELECT p.officer_id, " + from + " AS began, " + to + " AS ended FROM posting p"
                + " JOIN unit u ON u.id = p.unit_id WHERE u.code = '" + unit + "' AND " + from + " <= " + to;
        String known = "SELECT began, ended, MAX(ended) OVER (PARTITION BY officer_id ORDER BY began, ended"
                + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS known FROM (" + postings + ") postings";
        return "SELECT SUM(GREATEST(0, DATEDIFF(ended, GREATEST(began, COALESCE(ADDDATE(known, 1), began))) + 1)) FROM ("
                + known + ") served";
    }

    /** Ten units, every other of the twenty with most complaints. */
    void ofTenUnits() throws SQLException {
        List<List<String>> most = chicago.rows("SELECT u.code, COUNT(DISTINCT s.complaint_id) AS n FROM subject s"
                + " JOIN unit u ON u.id = s.unit_id JOIN complaint c ON c.id = s.complaint_id JOIN incident i"
                + " ON i.id = c.incident_id WHERE" + in("i.began_on") + " GROUP BY u.code ORDER BY n DESC LIMIT 20");
        assertThat(most).hasSize(20);
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
            assertThat(accused(scoped))
                    .as("complaints of unit %s by officer", unit)
                    .isEqualTo(chicago.counts("SELECT COALESCE(s.officer_id, 0) AS o, COUNT(DISTINCT c.id) AS n"
                            + about(unit) + " GROUP BY o ORDER BY n DESC, o LIMIT 12"));
            Outliers outliers = new OutlierCheck(scoped).look(Repeats.of(scoped, null));
            double days =
                    Double.parseDouble(chicago.rows(served(unit)).getFirst().getFirst());
            assertThat(outliers.exposureUnit()).isEqualTo("officer-months");
            assertThat(outliers.exposure())
                    .as("officer-months of unit %s", unit)
                    .isCloseTo(days / DAYS_A_MONTH, within(0.001 * days / DAYS_A_MONTH));
            assertThat(outliers.countingUnit()).isEqualTo("complaints");
        }
    }

    /** The ten officers with most complaints. */
    void ofTenOfficers() throws SQLException {
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

    /** Every complaint of the window counts once for the service; how many there are. */
    long ofTheService() throws SQLException {
        Node service = facts.units().find(SERVICE).orElseThrow();
        Scoped scoped = new Scoped(facts, Groups.ofUnit(service, facts));
        long all = chicago.number(
                "SELECT COUNT(*) FROM complaint c JOIN incident i ON i.id = c.incident_id WHERE" + in("i.began_on"));
        assertThat((long) scoped.own().size()).isEqualTo(all);
        return all;
    }

    /**
     * The ten officers who were complained of in most units: each complaint counts for the unit of the posting that
     * covers the day of the incident, of several the one that began last, lasted longest, has the first number.
     */
    void ofTenOfficersWhoMoved() throws SQLException {
        List<List<String>> moved = chicago.rows("SELECT s.officer_id, COUNT(DISTINCT s.unit_id) AS n FROM subject s"
                + " JOIN complaint c ON c.id = s.complaint_id JOIN incident i ON i.id = c.incident_id WHERE"
                + in("i.began_on") + " AND s.officer_id IS NOT NULL GROUP BY s.officer_id"
                + " ORDER BY n DESC, s.officer_id LIMIT 10");
        assertThat(moved).hasSize(10);
        for (List<String> row : moved) {
            long officer = Long.parseLong(row.getFirst());
            Map<Long, String> units = new HashMap<>();
            facts.accused().stream()
                    .filter(accused -> accused.officer() == officer)
                    .forEach(accused -> units.put(accused.subject(), accused.unit()));
            List<List<String>> served = chicago.rows("SELECT s.id, COALESCE((SELECT u.code FROM posting p"
                    + " JOIN unit u ON u.id = p.unit_id WHERE p.officer_id = s.officer_id AND p.role = 'MEMBER'"
                    + " AND COALESCE(p.from_on, '1000-01-01') <= i.began_on"
                    + " AND COALESCE(p.to_on, '9999-12-31') >= i.began_on"
                    + " ORDER BY p.from_on DESC, COALESCE(p.to_on, '9999-12-31') DESC, u.code LIMIT 1), '') AS code"
                    + " FROM subject s JOIN complaint c ON c.id = s.complaint_id JOIN incident i"
                    + " ON i.id = c.incident_id WHERE s.officer_id = " + officer + " AND" + in("i.began_on"));
            assertThat(units).hasSameSizeAs(served);
            Set<String> different = new HashSet<>();
            for (List<String> subject : served) {
                if (!subject.get(1).isEmpty()) {
                    assertThat(units)
                            .as("unit of officer %d at the day of the incident", officer)
                            .containsEntry(Long.valueOf(subject.getFirst()), SERVICE + "/" + subject.get(1));
                    different.add(subject.get(1));
                }
            }
            assertThat(different).as("units of officer %d", officer).hasSizeGreaterThan(1);
        }
    }
}
