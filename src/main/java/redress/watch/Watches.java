package redress.watch;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.search.SavedSearch;
import redress.wiring.Repository;

/** The watches, the newest first. */
@Repository
class Watches {

    private static final String ALL =
            "SELECT id, owner, label, purpose, kind, question, complaints, within_days, made_at,"
                    + " from_position, runs_until, ended_at, stood_after, stood_end, version FROM watch ";

    private final Statements statements;

    @Inject
    Watches(Statements statements) {
        this.statements = statements;
    }

    void add(Watch watch) {
        Watch.Rule rule = watch.sought().rule();
        statements.change(
                "INSERT INTO watch (id, owner, label, purpose, kind, question, complaints, within_days, made_at,"
                        + " from_position, runs_until, ended_at, version) VALUES (" + Statements.marks(13) + ")",
                watch.id(),
                watch.owner(),
                watch.label(),
                watch.purpose(),
                watch.sought().kind(),
                watch.sought().search().address(),
                rule == null ? null : rule.complaints(),
                rule == null ? null : rule.days(),
                watch.times().madeAt(),
                watch.times().from(),
                watch.times().until(),
                watch.times().endedAt(),
                watch.version());
    }

    /** Keeps a changed watch; a conflict where somebody else changed it meanwhile. */
    void keep(Watch changed) {
        Watch.Standstill stood = changed.times().stood();
        int rows = statements.change(
                "UPDATE watch SET from_position = ?, runs_until = ?, ended_at = ?, stood_after = ?, stood_end = ?,"
                        + " version = ? WHERE id = ? AND version = ?",
                changed.times().from(),
                changed.times().until(),
                changed.times().endedAt(),
                stood == null ? null : stood.after(),
                stood == null ? null : stood.end(),
                changed.version(),
                changed.id(),
                changed.version() - 1);
        if (rows == 0) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "changed-meanwhile", "Somebody changed this meanwhile. Look at it again.");
        }
    }

    /** The watch with this id, not found where there is none. */
    Watch require(long id) {
        return statements.read(ALL + "WHERE id = ?", List.of(id), Watches::watch).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Those of one owner, or of everybody where there is no owner named. */
    List<Watch> of(@Nullable String owner) {
        return owner == null
                ? statements.read(ALL + "ORDER BY id DESC LIMIT 1000", List.of(), Watches::watch)
                : statements.read(ALL + "WHERE owner = ? ORDER BY id DESC LIMIT 1000", List.of(owner), Watches::watch);
    }

    /**
     * What the follower has to know of a watch that runs; no more, since it is read at every turn.
     *
     * @param owner the id of its owner
     * @param kind what it waits for
     * @param from after which position of the ledger
     * @param until the last day on which it fires
     * @param endedAt when somebody ended it, or null
     * @param stood when it last stood still before it was renewed, or null
     * @param rule its rule, if it is one
     */
    record Running(
            String owner,
            Watch.Kind kind,
            long from,
            LocalDate until,
            @Nullable Instant endedAt,
            Watch.@Nullable Standstill stood,
            Watch.@Nullable Rule rule) {

        /** Whether it ran when an act was done, and is to look at it. */
        boolean hears(long position, Instant at, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            return position > from
                    && !day.isAfter(until)
                    && (stood == null || !stood.holds(position, day))
                    && (endedAt == null || at.isBefore(endedAt));
        }
    }

    /** The watches that ran at this time, on this day, or later, by id. */
    Map<Long, Running> running(Instant since, LocalDate day) {
        return byKey(statements.read(
                "SELECT id, owner, kind, from_position, runs_until, ended_at, stood_after, stood_end, complaints,"
                        + " within_days FROM watch"
                        + " WHERE (ended_at IS NULL OR ended_at > ?) AND runs_until >= ?",
                List.of(since, day),
                row -> Map.entry(
                        row.getLong("id"),
                        new Running(
                                row.getString("owner"),
                                Watch.Kind.valueOf(row.getString("kind")),
                                row.getLong("from_position"),
                                Statements.day(row, "runs_until"),
                                Statements.instantOrNull(row, "ended_at"),
                                stood(row),
                                rule(row)))));
    }

    /** The searches of these watches. */
    Map<Long, SavedSearch> searches(Set<Long> ids) {
        Map<Long, SavedSearch> searches = new HashMap<>();
        List<Long> all = List.copyOf(ids);
        int most = 500;
        for (int from = 0; from < all.size(); from += most) {
            List<Object> some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + most)));
            searches.putAll(byKey(statements.read(
                    "SELECT id, question FROM watch WHERE id IN (" + Statements.marks(some.size()) + ")",
                    some,
                    row -> Map.entry(row.getLong(1), new SavedSearch(row.getString(2))))));
        }
        return searches;
    }

    /** Actor id to name, for pages. */
    Map<String, String> names() {
        return byKey(statements.read(
                "SELECT actor, display_name FROM colleague",
                List.of(),
                row -> Map.entry(row.getString(1), row.getString(2))));
    }

    private static <K, V> Map<K, V> byKey(List<Map.Entry<K, V>> entries) {
        Map<K, V> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("label"),
                row.getString("purpose"),
                new Watch.Sought(
                        Watch.Kind.valueOf(row.getString("kind")),
                        new SavedSearch(row.getString("question")),
                        rule(row)),
                new Watch.Times(
                        Statements.instant(row, "made_at"),
                        row.getLong("from_position"),
                        Statements.day(row, "runs_until"),
                        Statements.instantOrNull(row, "ended_at"),
                        stood(row)),
                row.getInt("version"));
    }

    private static Watch.@Nullable Standstill stood(ResultSet row) throws SQLException {
        LocalDate after = Statements.dayOrNull(row, "stood_after");
        return after == null ? null : new Watch.Standstill(after, row.getLong("stood_end"));
    }

    private static Watch.@Nullable Rule rule(ResultSet row) throws SQLException {
        Integer complaints = Statements.wholeOrNull(row, "complaints");
        Integer days = Statements.wholeOrNull(row, "within_days");
        return complaints == null ? null : new Watch.Rule(complaints, Objects.requireNonNull(days, "days of a rule"));
    }
}
