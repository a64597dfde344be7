package redress.desk;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.profile.Profile;
import redress.wiring.Repository;

/**
 * The work of the office, most urgent first: what is late, then what is due next, then what is graver. Every list and
 * every count goes through the same sight, so that a number never tells of a complaint that the list hides.
 */
@Repository
class QueueList {

    /** Rows on one page. */
    static final int PAGE = 50;

    private static final String OPEN_STAGES =
            "c.stage IN ('RECEIVED','SCREENING','INVESTIGATION','REFERRED','MEDIATION')";

    /** Which way the last message went; messages are few on one complaint. */
    private static final String LAST_MESSAGE = " (SELECT m.direction FROM correspondence m"
            + " WHERE m.complaint_id = q.id AND m.kind = 'MESSAGE' ORDER BY m.id DESC LIMIT 1)";

    private final EntityManager entityManager;
    private final Profile profile;

    @Inject
    QueueList(EntityManager entityManager, Profile profile) {
        this.entityManager = entityManager;
        this.profile = profile;
    }

    /** A condition with its values. */
    private record Where(String text, List<Object> values) {}

    /** One page of a queue; one row more than a page where there is a next one. */
    List<QueueRow> rows(QueueFilter filter, Sight sight, LocalDate today) {
        Where where = where(filter, sight, today);
        Query query = entityManager.createNativeQuery("SELECT q.number,"
                + " (SELECT k.label FROM allegation a JOIN category k ON k.code = a.category_code"
                + " WHERE a.complaint_id = q.id ORDER BY k.severity DESC, a.id LIMIT 1), q.unit, q.stage, q.severity,"
                + " q.must_refer, q.due_on, q.received_at, q.assignee," + LAST_MESSAGE
                + " FROM (SELECT c.id, c.number, u.name AS unit,"
                + " c.stage, c.severity, c.must_refer, c.due_on, c.received_at, c.assignee FROM complaint c"
                + " JOIN incident i ON i.id = c.incident_id LEFT JOIN unit u ON u.id = i.unit_id WHERE "
                + where.text() + " ORDER BY c.due_on IS NULL, c.due_on, c.severity DESC, c.id DESC LIMIT " + (PAGE + 1)
                + " OFFSET " + (filter.page() - 1) * PAGE + ") q"
                + " ORDER BY q.due_on IS NULL, q.due_on, q.severity DESC, q.id DESC");
        bind(query, where.values());
        List<QueueRow> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(row((Object[]) row, today, profile.zone()));
        }
        return rows;
    }

    /** How many complaints each queue holds for this sight. */
    Map<QueueFilter.Queue, Long> counts(Sight sight, LocalDate today) {
        Map<QueueFilter.Queue, Long> counts = new EnumMap<>(QueueFilter.Queue.class);
        for (QueueFilter.Queue queue : QueueFilter.Queue.values()) {
            counts.put(queue, count(new QueueFilter(queue, null, 1, "", 1), sight, today));
        }
        return counts;
    }

    /** How many complaints a filter shows. */
    long count(QueueFilter filter, Sight sight, LocalDate today) {
        Where where = where(filter, sight, today);
        String joins = filter.text().isEmpty()
                ? ""
                : " JOIN incident i ON i.id = c.incident_id LEFT JOIN unit u ON u.id = i.unit_id";
        Query query =
                entityManager.createNativeQuery("SELECT COUNT(*) FROM complaint c" + joins + " WHERE " + where.text());
        bind(query, where.values());
        return ((Number) query.getSingleResult()).longValue();
    }

    private static Where where(QueueFilter filter, Sight sight, LocalDate today) {
        Sight.Sql seen = sight.sql("c");
        StringBuilder text = new StringBuilder(seen.text());
        List<Object> values = new ArrayList<>(seen.parameters());
        switch (filter.queue()) {
            case MINE -> {
                text.append(" AND c.assignee = ? AND ").append(OPEN_STAGES);
                values.add(sight.actorId());
            }
            case TRIAGE -> text.append(" AND c.stage IN ('RECEIVED','SCREENING')");
            case LATE -> {
                text.append(" AND c.due_on < ? AND ").append(OPEN_STAGES);
                values.add(Date.valueOf(today));
            }
            case OPEN -> text.append(" AND ").append(OPEN_STAGES);
            case ALL -> {}
        }
        if (filter.stage() != null) {
            text.append(" AND c.stage = ?");
            values.add(filter.stage().name());
        }
        if (filter.severity() > 1) {
            text.append(" AND c.severity >= ?");
            values.add(filter.severity());
        }
        if (!filter.text().isEmpty()) {
            text.append(" AND (c.number LIKE ? OR u.name LIKE ?)");
            String part = "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            values.add(part);
            values.add(part);
        }
        return new Where(text.toString(), values);
    }

    private static void bind(Query query, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
    }

    private static QueueRow row(Object[] row, LocalDate today, ZoneId zone) {
        LocalDate due = row[6] == null ? null : ((Date) row[6]).toLocalDate();
        return new QueueRow(
                (String) row[0],
                row[1] == null ? "" : (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                flag(row[5]),
                due,
                due == null ? null : ChronoUnit.DAYS.between(today, due),
                day(row[7], zone),
                (String) row[8],
                "IN".equals(row[9]));
    }

    private static boolean flag(Object value) {
        return value instanceof Boolean flag ? flag : ((Number) value).intValue() != 0;
    }

    /** The day in the office on which that moment fell; a moment without a zone is in UTC, as everything is stored. */
    static LocalDate day(@Nullable Object time, ZoneId zone) {
        return switch (time) {
            case Timestamp stamp -> LocalDate.ofInstant(stamp.toInstant(), zone);
            case LocalDateTime local -> LocalDate.ofInstant(local.toInstant(ZoneOffset.UTC), zone);
            case null, default -> throw new IllegalStateException("a received time of another type");
        };
    }
}
