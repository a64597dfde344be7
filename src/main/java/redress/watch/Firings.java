package redress.watch;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.problem.Problem;
import redress.search.SavedSearch;
import redress.wiring.Repository;

/** What watches brought up, as far as it may be {@link Shown} to the reader now. */
@Repository
class Firings {

    /** So many of one sort are listed at most; the rest follows as these are reviewed. */
    static final int MOST = 200;

    private static final String ALL =
            "SELECT f.*, w.label, w.owner, w.kind, w.question, w.within_days, c.number, c.stage,"
                    + " COALESCE(u.name, CONCAT_WS(' ', o.given_name, o.family_name, CONCAT('(', o.service_key, ')')))"
                    + " AS about_name, COALESCE(CONCAT(o.institution_code, '/', o.service_key),"
                    + " CONCAT(u.institution_code, '/', u.code), '') AS about_key"
                    + " FROM watch_firing f JOIN watch w ON w.id = f.watch_id JOIN complaint c ON c.id = f.complaint_id"
                    + " LEFT JOIN officer o ON w.kind IN ('OFFICER', 'COMMANDER') AND o.id = CAST(f.about AS SIGNED)"
                    + " LEFT JOIN unit u ON w.kind IN ('UNIT', 'BRANCH') AND u.id = CAST(f.about AS SIGNED) WHERE ";
    private static final String NEWEST = "f.id DESC";
    private static final String DUE = "(f.state = 'REVIEWED' AND f.effect_due_on <= ?)";

    private final Statements statements;

    @Inject
    Firings(Statements statements) {
        this.statements = statements;
    }

    /** The owners of watches of which something waits for somebody: it is new, or its effect is due. */
    List<String> owners(LocalDate today) {
        return statements.read(
                "SELECT DISTINCT w.owner FROM watch w WHERE EXISTS (SELECT 1 FROM watch_firing f WHERE f.watch_id = w.id"
                        + " AND (f.state = 'NEW' OR " + DUE + "))",
                List.of(today),
                row -> row.getString(1));
    }

    /** Those of some owners whose effect somebody has to look for by a day, the longest due first. */
    List<Firing> due(LocalDate today, List<Shown> owners) {
        return first(
                owners,
                shown -> read(DUE, List.of(today), shown, "f.effect_due_on, f.id"),
                Comparator.comparing(Firing::requireDue).thenComparing(Firing::id));
    }

    /** Those of some owners at which nobody has looked, the newest first. */
    List<Firing> fresh(List<Shown> owners) {
        return first(
                owners,
                shown -> read("f.state = 'NEW'", List.of(), shown, NEWEST),
                Comparator.comparing(Firing::id).reversed());
    }

    /** Owner after owner: one question with the rights of a hundred of them took the database ten times as long. */
    private static List<Firing> first(
            List<Shown> owners, Function<Shown, List<Firing>> read, Comparator<Firing> order) {
        return owners.stream()
                .flatMap(shown -> read.apply(shown).stream())
                .sorted(order)
                .limit(MOST)
                .toList();
    }

    /** Everything that one watch brought up, the newest first. */
    List<Firing> of(long watch, Shown shown) {
        return read("f.state <> 'REPLACED' AND w.id = ?", List.of(watch), shown, NEWEST);
    }

    /** One firing, not found for somebody to whom it may not be shown. */
    Firing require(long id, Shown shown) {
        return read("f.id = ?", List.of(id), shown, NEWEST).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Rights are part of the question: what may not be shown takes no place among as many as are listed. */
    private List<Firing> read(String condition, List<Object> first, Shown shown, String order) {
        List<Object> values = new ArrayList<>(first);
        values.addAll(shown.values());
        return statements.read(
                ALL + condition + " AND " + shown.condition() + " ORDER BY " + order + " LIMIT " + MOST,
                values,
                Firings::firing);
    }

    /** How many of an owner's own firings wait for somebody. */
    long waitingCount(String owner, LocalDate today, Sight sight) {
        Shown shown = Shown.to(sight);
        List<Object> values = new ArrayList<>(List.of(owner, today));
        values.addAll(shown.values());
        return statements
                .read(
                        "SELECT COUNT(*) FROM watch w JOIN watch_firing f ON f.watch_id = w.id"
                                + " JOIN complaint c ON c.id = f.complaint_id WHERE w.owner = ? AND (f.state = 'NEW' OR "
                                + DUE + ") AND " + shown.condition(),
                        values,
                        row -> row.getLong(1))
                .getFirst();
    }

    /** Writes down what was done; a conflict where somebody else did so before. */
    void review(long id, Firing.Review review) {
        int rows = statements.change(
                "UPDATE watch_firing SET state = 'REVIEWED', action = ?, reason = ?, reviewed_by = ?, reviewed_at = ?,"
                        + " effect_due_on = ? WHERE id = ? AND state = 'NEW'",
                review.action(),
                review.reason(),
                review.by(),
                review.at(),
                review.effectDue(),
                id);
        requireOne(rows);
    }

    /** Writes down what came of it; a conflict where somebody else did so before, or nothing was done yet. */
    void follow(long id, Effect effect, String words, String by, Instant at) {
        int rows = statements.change(
                "UPDATE watch_firing SET state = 'FOLLOWED', effect = ?, effect_words = ?, effect_by = ?, effect_at = ?"
                        + " WHERE id = ? AND state = 'REVIEWED' AND effect_due_on IS NOT NULL",
                effect,
                words,
                by,
                at,
                id);
        requireOne(rows);
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "changed-meanwhile", "Somebody changed this meanwhile. Look at it again.");
        }
    }

    private static Firing firing(ResultSet row) throws SQLException {
        return new Firing(
                row.getLong("id"),
                new Firing.Of(
                        row.getLong("watch_id"),
                        row.getString("label"),
                        row.getString("owner"),
                        Watch.Kind.valueOf(row.getString("kind")),
                        new SavedSearch(row.getString("question"))),
                new Firing.Met(
                        row.getLong("complaint_id"),
                        row.getString("number"),
                        row.getInt("complaint_version"),
                        row.getString("stage")),
                reckoned(row),
                Statements.instant(row, "fired_at"),
                Firing.State.valueOf(row.getString("state")),
                review(row));
    }

    private static Firing.@Nullable Reckoned reckoned(ResultSet row) throws SQLException {
        Integer counted = Statements.wholeOrNull(row, "counted");
        return counted == null
                ? null
                : new Firing.Reckoned(
                        row.getString("about"),
                        row.getString("about_name"),
                        row.getString("about_key"),
                        counted,
                        row.getInt("within_days"),
                        Statements.realOrNull(row, "expected"),
                        row.getInt("peers"),
                        Statements.realOrNull(row, "chance"),
                        apart(row));
    }

    private static Firing.@Nullable Apart apart(ResultSet row) throws SQLException {
        Integer days = Statements.wholeOrNull(row, "apart_days");
        return days == null ? null : new Firing.Apart(days, row.getInt("apart_complaints"));
    }

    private static Firing.@Nullable Review review(ResultSet row) throws SQLException {
        String action = row.getString("action");
        if (action == null) {
            return null;
        }
        String effect = row.getString("effect");
        return new Firing.Review(
                Action.valueOf(action),
                row.getString("reason"),
                row.getString("reviewed_by"),
                Objects.requireNonNull(Statements.instantOrNull(row, "reviewed_at"), "when it was reviewed"),
                Statements.dayOrNull(row, "effect_due_on"),
                effect == null ? null : Effect.valueOf(effect),
                row.getString("effect_words"));
    }
}
