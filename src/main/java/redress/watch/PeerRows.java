package redress.watch;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.time.Span;
import redress.wiring.Repository;

/**
 * Reads the complaints about an officer, a unit or a command, and who is like them, as far as somebody may see these
 * complaints. The days that count are those on which complaints were received, UTC. A complaint is about the unit of
 * each whom it accuses; where that is not known, about the one where it happened, as in the dossier.
 */
@Repository
class PeerRows {

    private static final String SERVED = "SELECT p.officer_id, p.unit_id, u.kind, p.from_on, p.to_on FROM posting p"
            + " JOIN unit u ON u.id = p.unit_id WHERE u.institution_code = ? AND (p.from_on IS NULL OR p.from_on <= ?)"
            + " AND (p.to_on IS NULL OR p.to_on >= ?) ORDER BY p.officer_id, p.from_on IS NULL, p.from_on DESC,"
            + " p.to_on IS NOT NULL, p.to_on DESC, u.code";

    private static final String ACCUSED = " FROM subject s JOIN complaint c ON c.id = s.complaint_id WHERE ";
    private static final String HAPPENED = " FROM incident i JOIN complaint c ON c.incident_id = i.id"
            + " LEFT JOIN subject s ON s.complaint_id = c.id WHERE s.unit_id IS NULL AND i.unit_id ";
    private static final String ABOUT = "(SELECT s.unit_id, c.id" + ACCUSED + "s.unit_id IS NOT NULL{seen}"
            + " UNION SELECT i.unit_id, c.id" + HAPPENED + "IS NOT NULL{seen}) about";

    private static final String BELOW = "WITH RECURSIVE below (id) AS (SELECT id FROM unit WHERE id = ?"
            + " UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id) ";
    private static final String BRANCH =
            "WITH RECURSIVE branch (head, id) AS (SELECT id, id FROM unit WHERE institution_code = ? AND kind = ?"
                    + " UNION SELECT b.head, u.id FROM unit u JOIN branch b ON u.parent_id = b.id) ";

    private final Statements statements;
    private final CommandRows commands;

    @Inject
    PeerRows(Statements statements, CommandRows commands) {
        this.statements = statements;
        this.commands = commands;
    }

    /** The complaints about an officer or unit that were received from one day to another. */
    List<Received> received(Watch.Kind kind, long about, LocalDate from, LocalDate to, Sight sight) {
        Seen seen = Seen.between(from, to, sight);
        if (kind == Watch.Kind.BRANCH) {
            return receivedBelow(about, seen);
        }
        if (kind == Watch.Kind.COMMANDER) {
            return commands.received(about, seen);
        }
        String column = kind == Watch.Kind.OFFICER ? "s.officer_id" : "s.unit_id";
        String sql = "SELECT c.id, c.received_at" + ACCUSED + column + " = ?" + seen.condition()
                + " UNION SELECT c.id, c.received_at" + HAPPENED + "= ?" + seen.condition();
        List<Object> values = new ArrayList<>(List.of(about));
        values.addAll(seen.values());
        // No unit has the id 0: of an officer only those count that accuse the officer.
        values.add(kind == Watch.Kind.UNIT ? about : 0L);
        values.addAll(seen.values());
        return statements.read(sql, values, Received::of);
    }

    private List<Received> receivedBelow(long head, Seen seen) {
        List<Object> values = new ArrayList<>(List.of(head));
        values.addAll(seen.values());
        values.addAll(seen.values());
        return statements.read(
                BELOW + "SELECT c.id, c.received_at" + ACCUSED + "s.unit_id IN (SELECT id FROM below)"
                        + seen.condition() + " UNION SELECT c.id, c.received_at" + HAPPENED
                        + "IN (SELECT id FROM below)" + seen.condition(),
                values,
                Received::of);
    }

    /**
     * About whom or what a rule may be met with a complaint: the officer whom it accuses or the unit; the unit and all
     * above it; those who commanded it or one of these on all days on which the incident may have been.
     */
    List<Long> about(Watch.Kind kind, OptionalLong officer, OptionalLong unit, @Nullable Span incident) {
        OptionalLong who = kind == Watch.Kind.OFFICER ? officer : unit;
        if (who.isEmpty()) {
            return List.of();
        }
        long id = who.getAsLong();
        return switch (kind) {
            case BRANCH -> heads(id);
            case COMMANDER -> incident == null ? List.of() : commands.commanders(heads(id), incident);
            default -> List.of(id);
        };
    }

    /** A unit and all above it: the heads of the branches to which it belongs. */
    private List<Long> heads(long unit) {
        return statements.read(
                "WITH RECURSIVE above (id, parent_id) AS (SELECT id, parent_id FROM unit WHERE id = ?"
                        + " UNION SELECT u.id, u.parent_id FROM unit u JOIN above a ON u.id = a.parent_id)"
                        + " SELECT id FROM above",
                List.of(unit),
                row -> row.getLong(1));
    }

    /** Who is like an officer or a unit, as it stood in a spell; of an unknown one nobody is. */
    PeerGroup alike(Watch.Kind kind, long own, Spell spell, Sight sight) {
        if (kind == Watch.Kind.COMMANDER) {
            return commands.alike(own, spell, sight);
        }
        String sql = kind == Watch.Kind.OFFICER
                ? "SELECT institution_code, NULL FROM officer WHERE id = ?"
                : "SELECT institution_code, kind FROM unit WHERE id = ?";
        List<Origin> origins =
                statements.read(sql, List.of(own), row -> new Origin(row.getString(1), row.getString(2)));
        PeerGroup group = new PeerGroup();
        for (Origin origin : origins) {
            Seen seen = Seen.between(spell.first(), spell.last(), sight);
            switch (kind) {
                case OFFICER -> officers(group, own, origin, seen, spell);
                case BRANCH -> branches(group, own, origin, seen, spell);
                default -> units(group, origin, seen, spell);
            }
        }
        return group;
    }

    /** The institution, and the kind of a unit. */
    private record Origin(String institution, @Nullable String kind) {}

    /** When somebody served in a unit. */
    private record Stint(long officer, long unit, String kind, LocalDate from, LocalDate to) {

        static Stint of(ResultSet row, Spell spell) throws SQLException {
            LocalDate from = Statements.dayOrNull(row, "from_on");
            LocalDate to = Statements.dayOrNull(row, "to_on");
            return new Stint(
                    row.getLong("officer_id"),
                    row.getLong("unit_id"),
                    row.getString("kind"),
                    from == null ? spell.first() : from,
                    to == null ? spell.last() : to);
        }

        /** The days that are not counted yet, as days that were served for a member. */
        long days(ServedDays served, long member) {
            return served.count(officer, member, from, to);
        }
    }

    /** Officer after officer, of several postings the one first that began last: it gives the accused their unit. */
    private List<Stint> stints(String institution, Spell spell) {
        return statements.read(SERVED, List.of(institution, spell.last(), spell.first()), row -> Stint.of(row, spell));
    }

    /** Officers of the same institution who served in units of the kinds in which this one did. */
    private void officers(PeerGroup group, long own, Origin origin, Seen seen, Spell spell) {
        List<Stint> stints = stints(origin.institution(), spell);
        Set<String> kinds = stints.stream()
                .filter(stint -> stint.officer() == own)
                .map(Stint::kind)
                .collect(Collectors.toSet());
        ServedDays served = new ServedDays(spell);
        for (Stint stint : stints) {
            long days = stint.days(served, stint.officer());
            if (kinds.contains(stint.kind())) {
                group.served(stint.officer(), stint.kind(), days);
            }
        }
        List<Object> values = new ArrayList<>(List.of(origin.institution()));
        values.addAll(seen.values());
        complained(
                group,
                "SELECT s.officer_id, u.kind, COUNT(DISTINCT c.id) FROM subject s"
                        + " JOIN complaint c ON c.id = s.complaint_id JOIN incident i ON i.id = c.incident_id"
                        + " JOIN unit u ON u.id = COALESCE(s.unit_id, i.unit_id)"
                        + " WHERE s.officer_id IS NOT NULL AND u.institution_code = ?" + seen.condition()
                        + " GROUP BY s.officer_id, u.kind",
                values);
    }

    /** Units of the same kind of the same institution; each as long as the spell where no posting is known. */
    private void units(PeerGroup group, Origin origin, Seen seen, Spell spell) {
        String kind = String.valueOf(origin.kind());
        ServedDays served = new ServedDays(spell);
        stints(origin.institution(), spell).stream()
                .filter(stint -> stint.kind().equals(kind))
                .forEach(stint -> group.served(stint.unit(), kind, stint.days(served, stint.unit())));
        if (group.nobodyServed()) {
            statements
                    .read(
                            "SELECT id FROM unit WHERE institution_code = ? AND kind = ?",
                            List.of(origin.institution(), kind),
                            row -> row.getLong(1))
                    .forEach(unit -> group.served(unit, kind, spell.days()));
        }
        List<Object> values = new ArrayList<>(seen.values());
        values.addAll(seen.values());
        values.addAll(List.of(origin.institution(), kind));
        complained(
                group,
                "SELECT u.id, u.kind, COUNT(*) FROM " + ABOUT.replace("{seen}", seen.condition())
                        + " JOIN unit u ON u.id = about.unit_id"
                        + " WHERE u.institution_code = ? AND u.kind = ? GROUP BY u.id, u.kind",
                values);
    }

    /** Units of the same kind of the same institution, each with all below it. */
    private void branches(PeerGroup group, long own, Origin origin, Seen seen, Spell spell) {
        String kind = String.valueOf(origin.kind());
        List<Object> values = new ArrayList<>(List.of(origin.institution(), kind));
        Branches branches = new Branches(
                own,
                statements.read(
                        BRANCH + "SELECT head, id FROM branch",
                        values,
                        row -> new Branches.Part(row.getLong(1), row.getLong(2))));
        ServedDays served = new ServedDays(spell);
        for (Stint stint : stints(origin.institution(), spell)) {
            branches.of(stint.unit()).forEach(head -> group.served(head, kind, stint.days(served, head)));
        }
        if (group.nobodyServed()) {
            branches.all().forEach(head -> group.served(head, kind, spell.days()));
        }
        values.addAll(seen.values());
        values.addAll(seen.values());
        complained(
                group,
                BRANCH + "SELECT b.head, u.kind, COUNT(DISTINCT about.id) FROM "
                        + ABOUT.replace("{seen}", seen.condition())
                        + " JOIN branch b ON b.id = about.unit_id JOIN unit u ON u.id = b.head"
                        + " GROUP BY b.head, u.kind",
                values);
    }

    private void complained(PeerGroup group, String sql, List<Object> values) {
        statements
                .read(sql, values, row -> new Counted(row.getLong(1), row.getString(2), row.getLong(3)))
                .forEach(counted -> group.complained(counted.member(), counted.kind(), counted.complaints()));
    }

    private record Counted(long member, String kind, long complaints) {}
}
