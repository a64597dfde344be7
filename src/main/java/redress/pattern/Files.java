package redress.pattern;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.ledger.ActKind;
import redress.wiring.Part;

/** Tells what is known of complaints as a whole, as far as they may be seen, and whether the ledger changed it. */
@Part
class Files {

    private static final String LAST = "SELECT MAX(i.began_on) FROM incident i JOIN complaint c ON c.incident_id = i.id"
            + " LEFT JOIN unit u ON u.id = i.unit_id WHERE i.began_on <= ? AND {institution} AND {sight}";

    private static final String LAST_OF = "SELECT MAX(i.began_on) FROM incident i JOIN complaint c"
            + " ON c.incident_id = i.id WHERE i.began_on <= ? AND c.id IN ({ids}) AND {sight}";

    /** So many ids stand in one statement. */
    private static final int AT_ONCE = 5_000;

    private static final String KNOWN =
            "SELECT COALESCE(u.institution_code, i.institution_code, ''), MAX(c.received_at),"
                    + " MAX(c.closed_on) FROM incident i JOIN complaint c ON c.incident_id = i.id"
                    + " LEFT JOIN unit u ON u.id = i.unit_id WHERE {sight}"
                    + " GROUP BY COALESCE(u.institution_code, i.institution_code, '')";

    /** What leaves everything as it is that a dossier reads. What is not known to do so may have changed something. */
    private static final Set<ActKind> IDLE = EnumSet.of(
            ActKind.COMPLAINT_OPENED,
            ActKind.SEARCHED,
            ActKind.EXPORTED,
            ActKind.FIGURES_RELEASED,
            ActKind.SIGNED_IN,
            ActKind.SIGNED_OUT,
            ActKind.VAULT_OPENED,
            ActKind.DOCUMENT_ADDED,
            ActKind.DOCUMENT_OPENED,
            ActKind.DOCUMENT_READ,
            ActKind.CLUSTER_CONFIRMED,
            ActKind.CLUSTER_UNDONE,
            ActKind.CLUSTER_JOINED,
            ActKind.CLUSTER_DENIED,
            ActKind.CLUSTER_DENIAL_UNDONE,
            ActKind.IDENTIFICATION_DENIED,
            ActKind.IDENTIFICATION_DENIAL_UNDONE,
            ActKind.WATCH_MADE,
            ActKind.WATCH_RENEWED,
            ActKind.WATCH_ENDED,
            ActKind.FIRING_REVIEWED,
            ActKind.EFFECT_RECORDED,
            ActKind.MESSAGE_RECEIVED,
            ActKind.MESSAGE_SENT,
            ActKind.NOTE_WRITTEN,
            ActKind.LETTER_RECORDED);

    /**
     * What changes the one complaint that is its subject: never the roster, nor where or when something happened, and
     * no day of closing is taken back by it, so that the last days of which anything is known only grow.
     */
    private static final Set<ActKind> OF_ONE = EnumSet.of(
            ActKind.COMPLAINT_RECEIVED,
            ActKind.TRIAGE_DECIDED,
            ActKind.ASSIGNED,
            ActKind.SUBJECT_IDENTIFIED,
            ActKind.IDENTIFICATION_UNDONE);

    private static final String CHANGING = IDLE.stream()
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", " AND kind NOT IN (", ")"));

    private static final String ONE = OF_ONE.stream()
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "SELECT DISTINCT IF(kind IN (", "), subject, NULL) FROM act WHERE "));

    /** Two queries, because the key of the positions serves each of them. */
    private static final String CHANGED = ONE + "position > ?" + CHANGING + " UNION " + ONE + "position IS NULL"
            + CHANGING + " LIMIT " + (Changes.MOST + 1);

    private static final String SEEN = "SELECT COUNT(*) FROM complaint c WHERE c.id IN ({ids}) AND {sight}";

    private final Tables tables;

    @Inject
    Files(Tables tables) {
        this.tables = tables;
    }

    /**
     * The last month, up to today, of which complaints about the institution can be seen; about any where it is null.
     */
    Optional<YearMonth> lastMonth(@Nullable String institution, LocalDate today, Sight sight) {
        return lastMonth(LAST, institution, today, sight);
    }

    private Optional<YearMonth> lastMonth(String months, @Nullable String institution, LocalDate today, Sight sight) {
        String text = months.replace("{institution}", about(institution));
        Tables.Query query = institution == null
                ? Tables.Query.seen(text, sight, today)
                : Tables.Query.seen(text, sight, today, institution);
        return tables.read(query, row -> Optional.ofNullable(Tables.day(row, 1))).stream()
                .flatMap(Optional::stream)
                .map(YearMonth::from)
                .findFirst();
    }

    /** The same after some complaints changed. What ends to be seen may have been the last; then it is asked anew. */
    Optional<YearMonth> lastMonth(
            @Nullable String institution, LocalDate today, Sight sight, Outdated<Optional<YearMonth>> before) {
        if (!allSeen(before.changed(), sight)) {
            return lastMonth(institution, today, sight);
        }
        return Stream.of(before.value(), lastMonth(only(LAST, before.changed()), institution, today, sight))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** The last month, up to today, of these complaints as far as they may be seen. */
    Optional<YearMonth> lastMonth(Set<Long> ids, LocalDate today, Sight sight) {
        List<Long> all = List.copyOf(ids);
        List<LocalDate> days = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Set<Long> some = Set.copyOf(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            String text = LAST_OF.replace("{ids}", Tables.list(some));
            tables.read(Tables.Query.seen(text, sight, today), row -> Optional.ofNullable(Tables.day(row, 1)))
                    .forEach(day -> day.ifPresent(days::add));
        }
        return days.stream().max(Comparator.naturalOrder()).map(YearMonth::from);
    }

    /** How many of these complaints may be seen: an index that lags finds for a moment what was sealed. */
    long seen(Collection<Long> ids, Sight sight) {
        List<Long> all = List.copyOf(ids);
        long seen = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Set<Long> some = Set.copyOf(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            String text = "SELECT COUNT(*) FROM complaint c WHERE c.id IN (" + Tables.list(some) + ") AND {sight}";
            seen += tables.read(Tables.Query.seen(text, sight), row -> row.getLong(1))
                    .getFirst();
        }
        return seen;
    }

    /** The last position of the ledger, -1 where it is empty. */
    long ledgerEnd() {
        return tables.read(Tables.Query.of("SELECT COALESCE(MAX(position), -1) FROM act"), row -> row.getLong(1))
                .getFirst();
    }

    /** What was done after a position, or has no position yet, that may change a dossier. */
    Changes changesAfter(long position) {
        List<Optional<Long>> changed = tables.read(Tables.Query.of(CHANGED, position), row -> {
            long subject = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(subject);
        });
        return changed.stream().allMatch(Optional::isPresent)
                ? Changes.of(changed.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                : Changes.EVERYTHING;
    }

    private static String about(@Nullable String institution) {
        return institution == null ? "1 = 1" : "COALESCE(u.institution_code, i.institution_code) = ?";
    }

    /** Up to which day anything is known of each service, as far as complaints may be seen. */
    Known known(LocalDate today, Sight sight) {
        return known(KNOWN, today, sight);
    }

    /** The same after some complaints changed. What ends to be seen may have been the last; then it is asked anew. */
    Known known(LocalDate today, Sight sight, Outdated<Known> before) {
        return allSeen(before.changed(), sight)
                ? before.value().and(known(only(KNOWN, before.changed()), today, sight))
                : known(today, sight);
    }

    private Known known(String text, LocalDate today, Sight sight) {
        Map<String, LocalDate> services = new HashMap<>();
        tables.read(
                        Tables.Query.seen(text, sight),
                        row -> Map.entry(
                                row.getString(1),
                                known(row.getTimestamp(2).toLocalDateTime().toLocalDate(), Tables.day(row, 3), today)))
                .forEach(service -> services.put(service.getKey(), service.getValue()));
        return new Known(services, today);
    }

    private static String only(String text, Set<Long> complaints) {
        return text.replace("{sight}", "c.id IN (" + Tables.list(complaints) + ") AND {sight}");
    }

    private boolean allSeen(Set<Long> complaints, Sight sight) {
        return tables.read(
                                Tables.Query.seen(SEEN.replace("{ids}", Tables.list(complaints)), sight),
                                row -> row.getLong(1))
                        .getFirst()
                == complaints.size();
    }

    private static LocalDate known(LocalDate received, @Nullable LocalDate closed, LocalDate today) {
        LocalDate last = closed != null && closed.isAfter(received) ? closed : received;
        return last.isBefore(today) ? last : today;
    }

    /** The labels of all categories. */
    Map<String, String> categories() {
        Map<String, String> labels = new HashMap<>();
        tables.read(
                        Tables.Query.of("SELECT code, label FROM category"),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(label -> labels.put(label.getKey(), label.getValue()));
        return labels;
    }
}
