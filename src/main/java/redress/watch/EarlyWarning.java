package redress.watch;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.search.WatchPort;
import redress.time.Span;
import redress.wiring.Repository;

/**
 * Early-warning rules: so many complaints against the same officer, unit, branch of units or command within so many
 * days. Such a rule alone warns of whoever works where much is complained of, so nothing is brought up without what was
 * to be expected of peers.
 */
@Repository
class EarlyWarning {

    private static final int MOST = 400;

    private static final String FIRINGS = " FROM watch_firing f JOIN watch w ON w.id = f.watch_id"
            + " JOIN complaint c ON c.id = f.complaint_id WHERE f.watch_id = ? AND f.about = ?";

    private final Statements statements;
    private final PeerRows rows;

    @Inject
    EarlyWarning(Statements statements, PeerRows rows) {
        this.statements = statements;
        this.rows = rows;
    }

    /**
     * A rule that is met.
     *
     * @param watch the id of the watch that holds the rule
     * @param complaint the complaint with which it is met
     * @param about the id of the officer, commander or unit
     * @param counted the complaints that there are within the days of the rule
     * @param expected what was to be expected of peers
     * @param sight what the owner of the watch may see now
     */
    record Alarm(
            long watch,
            WatchPort.Changed complaint,
            long about,
            Set<Long> counted,
            PeerGroup.Reckoning expected,
            Sight sight) {}

    /**
     * The rule of a watch.
     *
     * @param watch the id of the watch that holds it
     * @param sight what its owner may see now
     */
    private record Held(long watch, Watch.Kind kind, Watch.Rule rule, Sight sight) {}

    /** About whom or what a watch raises an alarm. */
    private record About(long watch, long about) {}

    /**
     * A rule that is met, before it is reckoned what was to be expected.
     *
     * @param spell the days in which it is met
     * @param latest when the latest of the complaints in these was received
     */
    private record Met(
            Held rule, WatchPort.Changed complaint, long about, Spell spell, LocalDateTime latest, Set<Long> counted) {

        /** Whether it says all that another one says. */
        boolean covers(Met other) {
            return counted.containsAll(other.counted);
        }
    }

    /**
     * The rules that are met with complaints that came or changed, and by more or later ones than before.
     *
     * @param running the watches that run, of which some are rules
     * @param complaints what came or changed
     * @param meant whether a watch is to look at a complaint, and may
     * @param sights what an owner may see now, by the owner's id
     */
    List<Alarm> alarms(
            Map<Long, Watches.Running> running,
            List<WatchPort.Changed> complaints,
            BiPredicate<Watches.Running, WatchPort.Changed> meant,
            Function<String, Sight> sights) {
        Map<About, List<Met>> met = new LinkedHashMap<>();
        List<Map.Entry<Long, Watches.Running>> rules = running.entrySet().stream()
                .filter(each -> each.getValue().rule() != null)
                .toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        for (int from = 0; from < complaints.size(); from += MOST) {
            List<WatchPort.Changed> some = complaints.subList(from, Math.min(complaints.size(), from + MOST));
            for (Accused accused : accused(some)) {
                rules.stream()
                        .filter(rule -> meant.test(rule.getValue(), accused.complaint()))
                        .forEach(rule -> check(
                                rule, accused, sights.apply(rule.getValue().owner()), met));
            }
        }
        // Reckoned last: who is like whom is read from the whole service, and of a batch of an import that meets a rule
        // with each of its complaints nearly all say the same.
        return met.values().stream().flatMap(List::stream).map(this::reckoned).toList();
    }

    private Alarm reckoned(Met met) {
        Held rule = met.rule();
        PeerGroup.Reckoning expected =
                rows.alike(rule.kind(), met.about(), met.spell(), rule.sight()).reckon(met.about(), rule.rule());
        return new Alarm(rule.watch(), met.complaint(), met.about(), met.counted(), expected, rule.sight());
    }

    /** Of several in one round that count the same, the last stands: a batch of an import would raise one for each. */
    private static void raise(Met met, Map<About, List<Met>> all) {
        About about = new About(met.rule().watch(), met.about());
        List<Met> same = all.computeIfAbsent(about, fresh -> new ArrayList<>());
        same.removeIf(met::covers);
        if (same.stream().noneMatch(earlier -> earlier.covers(met))) {
            same.add(met);
        }
    }

    /** A complaint and one of those whom it accuses, or the unit where it happened. */
    private record Accused(
            WatchPort.Changed complaint,
            LocalDate received,
            @Nullable Span incident,
            OptionalLong officer,
            OptionalLong unit) {}

    private List<Accused> accused(List<WatchPort.Changed> complaints) {
        List<Accused> accused = new ArrayList<>();
        if (complaints.isEmpty()) {
            return accused;
        }
        List<Object> ids = new ArrayList<>();
        complaints.forEach(complaint -> ids.add(complaint.id()));
        return statements.read(
                "SELECT DISTINCT c.id, c.received_at, i.began_on, i.date_precision, s.officer_id, COALESCE(s.unit_id, i.unit_id) AS unit_id"
                        + " FROM complaint c JOIN incident i ON i.id = c.incident_id"
                        + " LEFT JOIN subject s ON s.complaint_id = c.id WHERE c.id IN ("
                        + Statements.marks(ids.size()) + ") ORDER BY c.id",
                ids,
                row -> new Accused(
                        of(row.getLong("id"), complaints),
                        row.getObject("received_at", LocalDateTime.class).toLocalDate(),
                        row.getString("date_precision").equals("YEAR")
                                ? null
                                : Span.of(Statements.dayOrNull(row, "began_on"), row.getString("date_precision")),
                        Statements.longIfAny(row, "officer_id"),
                        Statements.longIfAny(row, "unit_id")));
    }

    private static WatchPort.Changed of(long id, List<WatchPort.Changed> complaints) {
        return complaints.stream()
                .filter(complaint -> complaint.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void check(
            Map.Entry<Long, Watches.Running> entry, Accused accused, Sight sight, Map<About, List<Met>> all) {
        Watch.Kind kind = entry.getValue().kind();
        Watch.Rule rule = entry.getValue().rule();
        if (rule == null) {
            return;
        }
        Held held = new Held(entry.getKey(), kind, rule, sight);
        for (long about : rows.about(kind, accused.officer(), accused.unit(), accused.incident())) {
            check(held, accused, about).ifPresent(met -> raise(met, all));
        }
    }

    private Optional<Met> check(Held held, Accused accused, long about) {
        int days = held.rule().days();
        LocalDate day = accused.received();
        List<Received> received =
                rows.received(held.kind(), about, day.minusDays(days), day.plusDays(days), held.sight());
        Spell spell = Spell.around(day, received.stream().map(Received::day).toList(), days);
        List<Received> counted =
                received.stream().filter(each -> spell.holds(each.day())).toList();
        if (counted.size() < held.rule().complaints()) {
            return Optional.empty();
        }
        LocalDateTime latest = spell.latest(counted.stream().map(Received::at).toList());
        Met met = new Met(held, accused.complaint(), about, spell, latest, ids(counted));
        return spoke(met) || told(met) ? Optional.empty() : Optional.of(met);
    }

    private static Set<Long> ids(List<Received> counted) {
        return counted.stream().map(Received::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the rule told these together once, of the same: a later version of one of them says nothing new. Only
     * what is still shown to the owner was told. Of a firing that was hidden since, as one of its complaints was
     * sealed, the rest may never have been looked at, nor that of one which gave way to such a firing; that something
     * is hidden tells the owner nothing new.
     */
    private boolean told(Met met) {
        Shown shown = Shown.to(met.rule().sight());
        List<Object> values = values(met);
        values.addAll(shown.values());
        List<Long> standing = statements.read(
                "SELECT MAX(f.id)" + FIRINGS + " AND f.state <> 'REPLACED' AND " + shown.condition(),
                values,
                row -> row.getLong(1));
        long latest = standing.getFirst();
        return latest > 0 && (toldTogether(met, shown, latest) || toldBefore(met, shown, latest));
    }

    private boolean toldTogether(Met met, Shown shown, long latest) {
        if (met.counted().size() > Writing.MOST_KEPT) {
            return false;
        }
        List<Object> values = values(met, latest, met.counted().size());
        values.addAll(shown.values());
        values.addAll(met.counted());
        values.add(met.counted().size());
        return any(
                "SELECT 1" + FIRINGS + " AND f.id <= ? AND f.counted >= ? AND " + shown.condition()
                        + " AND (SELECT COUNT(*) FROM watch_counted k WHERE k.firing_id = f.id AND k.complaint_id IN ("
                        + Statements.marks(met.counted().size()) + ")) = ? LIMIT 1",
                values);
    }

    /** Whether the rule spoke with this version of a complaint of the same: it does so once, whatever else is new. */
    private boolean spoke(Met met) {
        return any(
                "SELECT 1 FROM watch_firing WHERE watch_id = ? AND about = ? AND complaint_id = ? AND complaint_version = ?",
                values(met, met.complaint().id(), met.complaint().version()));
    }

    /**
     * The same where it was not kept what was counted: it counted as many, when all of these were there, with a
     * complaint of this spell.
     */
    private boolean toldBefore(Met met, Shown shown, long latest) {
        List<Object> values = values(
                met,
                latest,
                met.counted().size(),
                met.latest(),
                met.spell().first().atStartOfDay(),
                met.spell().last().plusDays(1).atStartOfDay());
        values.addAll(shown.values());
        return any(
                "SELECT 1" + FIRINGS + " AND f.id <= ? AND f.counted >= ? AND f.fired_at >= ? AND c.received_at >= ?"
                        + " AND c.received_at < ? AND " + shown.condition()
                        + " AND NOT EXISTS (SELECT 1 FROM watch_counted k WHERE k.firing_id = f.id) LIMIT 1",
                values);
    }

    private static List<Object> values(Met met, Object... further) {
        List<Object> values = new ArrayList<>(List.of(met.rule().watch(), Long.toString(met.about())));
        values.addAll(List.of(further));
        return values;
    }

    private boolean any(String sql, List<Object> values) {
        return !statements.read(sql, values, row -> row.getLong(1)).isEmpty();
    }
}
