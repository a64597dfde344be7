package redress.watch;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import redress.access.Sight;
import redress.time.Span;
import redress.wiring.Repository;

/**
 * Reads the complaints about units under somebody's command. A complaint counts for whoever, on the day of the
 * incident, commanded the unit of somebody whom it accuses, or a unit above; where that unit is not known, the one
 * where it happened. Where only the month is known, or a day near, it counts for whoever commanded on all days on which
 * it may have been; where only the year is known, or nothing, for nobody. The dossier of a commander counts in the same
 * way.
 */
@Repository
class CommandRows {

    /** An end that is open, so that it can be compared. */
    private static final String ROW = "SELECT officer_id, unit_id, COALESCE(from_on, DATE '1000-01-01') AS began,"
            + " COALESCE(to_on, DATE '9999-12-30') AS ended FROM posting WHERE role = 'COMMANDER'";

    /**
     * Rows that overlap or follow one another are one time, as of one who acted in a command and then got it. A row
     * begins a time where all before it ended more than a day sooner.
     */
    private static final String JOINED = "(SELECT {of}, NULLIF(MIN(began), DATE '1000-01-01') AS from_on,"
            + " NULLIF(MAX(ended), DATE '9999-12-30') AS to_on FROM (SELECT {of}, began, ended,"
            + " SUM(apart) OVER (PARTITION BY {of} ORDER BY began, ended) AS place FROM ("
            + "SELECT {of}, began, ended, CASE WHEN began <= ADDDATE(MAX(ended) OVER (PARTITION BY"
            + " {of} ORDER BY began, ended ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1)"
            + " THEN 0 ELSE 1 END AS apart FROM ({rows}) one) told) placed GROUP BY {of}, place)";

    /** When each officer commanded each unit. */
    private static final String TIMES = joined("officer_id, unit_id", ROW);

    /**
     * Each unit under a command, as long as the command lasted, with the kind of the unit that was commanded and how
     * far below it the unit is. No tree of units is as deep as where this ends.
     */
    private static final String COMMAND =
            "WITH RECURSIVE command (officer_id, kind, id, from_on, to_on, depth) AS (SELECT p.officer_id, h.kind, h.id,"
                    + " p.from_on, p.to_on, 0 FROM " + TIMES + " p JOIN unit h ON h.id = p.unit_id WHERE {whose}"
                    + " UNION SELECT b.officer_id, b.kind, u.id, b.from_on, b.to_on, b.depth + 1 FROM unit u"
                    + " JOIN command b ON u.parent_id = b.id WHERE b.depth < 50) ";

    /** The first and the last day on which it may have been; not of a year, as in the dossier. */
    private static final String FIRST =
            "SUBDATE(i.began_on, CASE i.date_precision WHEN 'MONTH' THEN DAY(i.began_on) - 1" + " WHEN 'ABOUT' THEN "
                    + Span.NEAR + " ELSE 0 END)";

    private static final String LAST = "CASE i.date_precision WHEN 'MONTH' THEN LAST_DAY(i.began_on)"
            + " WHEN 'ABOUT' THEN ADDDATE(i.began_on, " + Span.NEAR + ") ELSE i.began_on END";
    private static final String THEN = "i.date_precision IN ('DAY', 'MONTH', 'ABOUT') AND i.began_on IS NOT NULL"
            + " AND (k.from_on IS NULL OR k.from_on <= " + FIRST + ")"
            + " AND (k.to_on IS NULL OR k.to_on >= " + LAST + ")";
    private static final String ABOUT = "SELECT {of}, c.id, c.received_at FROM {command} k"
            + " JOIN subject s ON s.unit_id = k.id JOIN complaint c ON c.id = s.complaint_id"
            + " JOIN incident i ON i.id = c.incident_id WHERE " + THEN + "{seen}"
            + " UNION SELECT {of}, c.id, c.received_at FROM {command} k"
            + " JOIN incident i ON i.unit_id = k.id JOIN complaint c ON c.incident_id = i.id"
            + " LEFT JOIN subject s ON s.complaint_id = c.id WHERE s.unit_id IS NULL AND " + THEN + "{seen}";

    /** When an officer commanded each unit, whether by a command of it or of one above and then of another. */
    private static final String HELD = joined(
            "officer_id, id",
            "SELECT officer_id, id, COALESCE(from_on, DATE '1000-01-01') AS began,"
                    + " COALESCE(to_on, DATE '9999-12-30') AS ended FROM command");

    /**
     * When people served under a command, in a spell; the commander is one of them. Of commands of the same officer the
     * highest comes first: what is under several counts for that one.
     */
    private static final String SERVED = "SELECT k.officer_id, k.kind, p.officer_id,"
            + " CAST(GREATEST(COALESCE(k.from_on, ?), COALESCE(p.from_on, ?), ?) AS DATE) AS began,"
            + " CAST(LEAST(COALESCE(k.to_on, ?), COALESCE(p.to_on, ?), ?) AS DATE) AS ended"
            + " FROM command k JOIN posting p ON p.unit_id = k.id HAVING began <= ended"
            + " ORDER BY p.officer_id, k.officer_id, k.depth DESC, k.kind";

    private static final String COMPLAINED = "SELECT officer_id, kind, COUNT(*) FROM (SELECT officer_id, kind,"
            + " ROW_NUMBER() OVER (PARTITION BY officer_id, id ORDER BY depth DESC, kind) AS place FROM ("
            + about("k.officer_id, k.kind, k.depth", "command")
            + ") about) counted WHERE place = 1 GROUP BY officer_id, kind";

    private final Statements statements;

    @Inject
    CommandRows(Statements statements) {
        this.statements = statements;
    }

    private static String joined(String of, String rows) {
        return JOINED.replace("{rows}", rows).replace("{of}", of);
    }

    private static String about(String of, String command) {
        return ABOUT.replace("{of}", of).replace("{command}", command);
    }

    /** Who then commanded one of these units, or one after the other, on whichever of the days it was. */
    List<Long> commanders(List<Long> units, Span then) {
        List<Object> values = new ArrayList<>(units);
        values.addAll(List.of(then.first(), then.last()));
        return statements.read(
                "SELECT DISTINCT officer_id FROM "
                        + joined("officer_id", ROW + " AND unit_id IN (" + Statements.marks(units.size()) + ")")
                        + " p WHERE (from_on IS NULL OR from_on <= ?) AND (to_on IS NULL OR to_on >= ?)",
                values,
                row -> row.getLong(1));
    }

    /** The complaints that count for a commander. */
    List<Received> received(long officer, Seen seen) {
        List<Object> values = new ArrayList<>(List.of(officer));
        values.addAll(seen.values());
        values.addAll(seen.values());
        return statements.read(
                COMMAND.replace("{whose}", "p.officer_id = ?") + "SELECT DISTINCT id, received_at FROM ("
                        + about("k.officer_id", HELD).replace("{seen}", seen.condition()) + ") about",
                values,
                Received::of);
    }

    /**
     * Commanders of the same institution who in the spell commanded units of the kinds that this one did. What only two
     * commands one after the other cover, of units of which one is above the other, is not counted among them: it would
     * be of neither kind.
     */
    PeerGroup alike(long own, Spell spell, Sight sight) {
        PeerGroup group = new PeerGroup();
        List<Object> whose = new ArrayList<>(kinds(own, spell));
        if (whose.isEmpty()) {
            return group;
        }
        String command = COMMAND.replace(
                "{whose}",
                "h.kind IN (" + Statements.marks(whose.size())
                        + ") AND h.institution_code = (SELECT institution_code FROM officer WHERE id = ?)");
        whose.add(own);
        List<Object> values = new ArrayList<>(whose);
        values.addAll(Collections.nCopies(3, spell.first()));
        values.addAll(Collections.nCopies(3, spell.last()));
        ServedDays served = new ServedDays(spell);
        for (Under under : statements.read(command + SERVED, values, Under::of)) {
            long days = served.count(under.officer(), under.commander(), under.from(), under.to());
            group.served(under.commander(), under.kind(), days);
        }
        Seen seen = Seen.between(spell.first(), spell.last(), sight);
        values = new ArrayList<>(whose);
        values.addAll(seen.values());
        values.addAll(seen.values());
        statements
                .read(command + COMPLAINED.replace("{seen}", seen.condition()), values, Counted::of)
                .forEach(about -> group.complained(about.officer(), about.kind(), about.count()));
        return group;
    }

    private List<String> kinds(long officer, Spell spell) {
        return statements.read(
                "SELECT DISTINCT u.kind FROM posting p JOIN unit u ON u.id = p.unit_id WHERE p.officer_id = ?"
                        + " AND p.role = 'COMMANDER' AND (p.from_on IS NULL OR p.from_on <= ?)"
                        + " AND (p.to_on IS NULL OR p.to_on >= ?)",
                List.of(officer, spell.last(), spell.first()),
                row -> row.getString(1));
    }

    /** When somebody served under a command over a unit of a kind. */
    private record Under(long commander, String kind, long officer, LocalDate from, LocalDate to) {

        static Under of(ResultSet row) throws SQLException {
            return new Under(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class));
        }
    }

    private record Counted(long officer, String kind, long count) {

        static Counted of(ResultSet row) throws SQLException {
            return new Counted(row.getLong(1), row.getString(2), row.getLong(3));
        }
    }
}
