package redress.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Puts the records kept with complaints onto sheets. What was erased has no text and is not read. */
final class RecordRows {

    /** Whether there are any notes of a decision, any letters and the like, any documents. */
    static final String KEPT = """
            SELECT EXISTS (SELECT 1 FROM triage_decision WHERE complaint_id %1$s),
                   EXISTS (SELECT 1 FROM correspondence WHERE complaint_id %1$s AND text IS NOT NULL),
                   EXISTS (SELECT 1 FROM document WHERE complaint_id %1$s AND text IS NOT NULL)""";

    static final String CORRESPONDENCE = """
            SELECT complaint_id, id, kind, party, subject, text
            FROM correspondence WHERE complaint_id %s AND text IS NOT NULL ORDER BY complaint_id, id""";

    /**
     * The text inside documents: of each complaint the first half million characters, in the order in which the
     * documents came, so that a batch of complaints fits into memory whatever was attached to them.
     */
    static final String DOCUMENTS = """
            SELECT complaint_id, id, LEFT(text, GREATEST(0, 500000 - ahead)) AS text FROM (
              SELECT complaint_id, id, text, COALESCE(SUM(CHAR_LENGTH(text)) OVER (
                PARTITION BY complaint_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS ahead
              FROM document WHERE complaint_id %s AND text IS NOT NULL
            ) read_so_far ORDER BY complaint_id, id""";

    /**
     * Id, version and compartment of every complaint, and the ids of its records, exclusively or-ed as
     * {@link ComplaintSheet#records} has them.
     */
    static final String DIGESTED = """
            SELECT c.id, c.version, c.compartment, COALESCE(r.records, 0)
            FROM complaint c LEFT JOIN (
              SELECT complaint_id, BIT_XOR(id) AS records FROM (
                SELECT complaint_id, id FROM correspondence WHERE text IS NOT NULL
                UNION ALL SELECT complaint_id, id FROM document WHERE text IS NOT NULL
              ) kept GROUP BY complaint_id
            ) r ON r.complaint_id = c.id""";

    private RecordRows() {}

    static void correspondence(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        ComplaintSheet sheet = sheets.get(row.getLong("complaint_id"));
        if (sheet == null) {
            return;
        }
        TextField field = switch (row.getString("kind")) {
            case "NOTE" -> TextField.NOTE;
            case "LETTER" -> TextField.LETTER;
            default -> TextField.MESSAGE;
        };
        sheet.holds(row.getLong("id"))
                .say(field, row.getString("party"))
                .say(field, row.getString("subject"))
                .say(field, row.getString("text"));
    }

    static void document(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        ComplaintSheet sheet = sheets.get(row.getLong("complaint_id"));
        if (sheet != null) {
            sheet.holds(row.getLong("id")).say(TextField.DOCUMENT, row.getString("text"));
        }
    }
}
