package redress.pattern;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.wiring.Part;

/**
 * Counts what is of a scope and not of its dossier: what a search finds in other months, and complaints of which nobody
 * knows when it was. "I do not remember" is an answer of the form, and such a complaint is in no window, so a dossier
 * has to say how many it leaves out.
 */
@Part
class Elsewhere {

    private static final int MOST_ASKED = 50_000;

    private static final String ROWS = "SELECT c.id, s.id, s.officer_id, su.institution_code, su.code,"
            + " iu.institution_code, iu.code, i.institution_code, i.place_code"
            + " FROM incident i JOIN complaint c ON c.incident_id = i.id"
            + " LEFT JOIN subject s ON s.complaint_id = c.id LEFT JOIN unit su ON su.id = s.unit_id"
            + " LEFT JOIN unit iu ON iu.id = i.unit_id WHERE i.began_on IS NULL AND {only} AND {sight}";

    private static final String NO_DAY = "UNKNOWN";
    private static final Filed.Way ANY_WAY = new Filed.Way("", "", null, 0, LocalDate.EPOCH, null);

    private final Tables tables;
    private final Files files;

    @Inject
    Elsewhere(Tables tables, Files files) {
        this.tables = tables;
        this.files = files;
    }

    /**
     * How many are left out, as far as they may be seen.
     *
     * @param found what a search finds in other months, or without a date
     * @param undated for anything else what is without a date
     */
    record Count(long found, long undated) {}

    /**
     * What a dossier leaves out.
     *
     * @param kind what it is about
     * @param sought the search that it is of, or null
     */
    Count of(Question.Kind kind, @Nullable Sought sought, Scoped scoped, Sight sight) {
        if (sought != null) {
            return new Count(found(sought, scoped, sight), 0);
        }
        // Of no day nobody knows who commanded.
        return new Count(0, kind == Question.Kind.COMMANDER ? 0 : undated(scoped.group(), sight));
    }

    private long found(Sought sought, Scoped scoped, Sight sight) {
        Set<Long> rest = new HashSet<>(sought.found());
        rest.removeAll(scoped.complaints().keySet());
        // Of so many one that was sealed a moment ago tells nothing, and to ask of all would take seconds.
        return rest.size() > MOST_ASKED ? rest.size() : files.seen(rest, sight);
    }

    private long undated(Group group, Sight sight) {
        Set<Long> found = new HashSet<>();
        tables.each(Tables.Query.seen(ROWS.replace("{only}", only(group)), sight), Tables.Length.LONG, row -> {
            Accused accused = accused(row);
            if (group.counted(accused).contains(group.own())) {
                found.add(accused.complaint().id());
            }
        });
        return found.size();
    }

    /** What the tables can narrow by themselves; the group decides of what is left. */
    private static String only(Group group) {
        return switch (group) {
            case OfficerGroup officer -> "s.officer_id = " + Long.parseLong(officer.own());
            case ClusterGroup(Cluster cluster) -> "c.id IN (" + Tables.list(cluster.members()) + ")";
            default -> "TRUE";
        };
    }

    /** As in a window, but for the day. */
    private static Accused accused(ResultSet row) throws SQLException {
        String ofIncident = row.getString(7) == null ? row.getString(8) : key(row, 6);
        String unit = row.getString(5) == null ? ofIncident : key(row, 4);
        Filed complaint =
                new Filed(row.getLong(1), "", LocalDate.EPOCH, NO_DAY, -1, row.getString(9), ofIncident, ANY_WAY);
        return new Accused(complaint, row.getLong(2), row.getLong(3), unit);
    }

    private static String key(ResultSet row, int column) throws SQLException {
        return row.getString(column) + "/" + row.getString(column + 1);
    }
}
