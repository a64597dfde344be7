package redress.search;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the rows of complaints, their subjects and their allegations onto sheets. */
final class SheetRows {

    static final String COMPLAINTS = """
            SELECT c.id, c.number, c.version, c.received_at, c.compartment, c.assignee, c.stage, c.channel, c.register,
                   c.narrative, c.evidence_words, c.witness_words, c.elsewhere_words, c.wanted_words,
                   i.began_on, i.place_words, p.name AS place, i.institution_code, i.unit_id
            FROM complaint c JOIN incident i ON i.id = c.incident_id LEFT JOIN place p ON p.code = i.place_code
            WHERE c.id IN (%s)""";
    static final String SUBJECTS = """
            SELECT s.complaint_id, s.unit_id, s.named_as, s.badge_as, s.described_as,
                   o.given_name, o.family_name, o.badge, o.institution_code
            FROM subject s LEFT JOIN officer o ON o.id = s.officer_id
            WHERE s.complaint_id IN (%s) ORDER BY s.complaint_id, s.id""";
    static final String ALLEGATIONS =
            "SELECT complaint_id, category_code, finding FROM allegation WHERE complaint_id IN (%s)";

    private final Names names;
    private Gazetteer gazetteer;
    private boolean readAgain;

    SheetRows(Names names) {
        this.names = names;
        this.gazetteer = names.gazetteer();
    }

    void complaint(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        long received = ComplaintRows.seconds(row.getTimestamp("received_at"));
        ComplaintSheet sheet =
                new ComplaintSheet(row.getLong("id"), row.getString("number"), row.getInt("version"), received);
        sheet.seenBy(row.getString("compartment"), row.getString("assignee"));
        String register = row.getString("register");
        int year = Instant.ofEpochSecond(received).atZone(ZoneOffset.UTC).getYear();
        sheet.put(Dimension.STAGE, row.getString("stage"))
                .put(Dimension.CHANNEL, row.getString("channel"))
                .put(Dimension.REGISTER, register == null ? Dimension.OWN : register)
                .put(Dimension.YEAR, Integer.toString(year))
                .say(TextField.NARRATIVE, row.getString("narrative"));
        Date began = row.getDate("began_on");
        if (began != null) {
            sheet.put(
                    Dimension.INCIDENT_YEAR,
                    Integer.toString(began.toLocalDate().getYear()));
        }
        for (String words :
                List.of("evidence_words", "witness_words", "elsewhere_words", "wanted_words", "place_words")) {
            sheet.say(TextField.WORDS, row.getString(words));
        }
        sheet.say(TextField.LABELS, row.getString("place"));
        institution(sheet, row.getString("institution_code"));
        unit(sheet, row.getLong("unit_id"));
        sheets.put(sheet.id(), sheet);
    }

    void subject(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        ComplaintSheet sheet = sheets.get(row.getLong("complaint_id"));
        if (sheet == null) {
            return;
        }
        for (String words : List.of("named_as", "badge_as", "badge")) {
            sheet.say(TextField.NAMES, row.getString(words));
        }
        String given = row.getString("given_name");
        String family = row.getString("family_name");
        sheet.say(TextField.NAMES, ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip());
        sheet.say(TextField.WORDS, row.getString("described_as"));
        institution(sheet, row.getString("institution_code"));
        unit(sheet, row.getLong("unit_id"));
    }

    void allegation(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        ComplaintSheet sheet = sheets.get(row.getLong("complaint_id"));
        if (sheet == null) {
            return;
        }
        String code = row.getString("category_code");
        boolean fresh = !sheet.values(Dimension.CATEGORY).contains(code);
        sheet.put(Dimension.CATEGORY, code).put(Dimension.FINDING, row.getString("finding"));
        Gazetteer.Category category = category(code);
        if (fresh && category != null) {
            sheet.put(Dimension.GROUP, category.group())
                    .say(TextField.LABELS, category.label())
                    .say(TextField.LABELS, category.group());
        }
    }

    private void institution(ComplaintSheet sheet, @Nullable String code) {
        if (code != null) {
            sheet.put(Dimension.INSTITUTION, code).put(Dimension.UNIT, code);
        }
    }

    /** Zero is the driver's word for NULL: no unit is known. */
    private void unit(ComplaintSheet sheet, long id) {
        if (id == 0) {
            return;
        }
        if (!gazetteer.keys().containsKey(id)) {
            again();
        }
        String key = gazetteer.keys().get(id);
        if (key == null || sheet.values(Dimension.UNIT).contains(key)) {
            return;
        }
        sheet.of(key);
        for (Gazetteer.Unit unit : gazetteer.upwards(key)) {
            sheet.put(Dimension.UNIT, unit.key()).say(TextField.LABELS, unit.name());
            if (unit.parent() == null) {
                sheet.put(Dimension.INSTITUTION, unit.key());
            }
        }
    }

    private Gazetteer.@Nullable Category category(String code) {
        if (!gazetteer.categories().containsKey(code)) {
            again();
        }
        return gazetteer.categories().get(code);
    }

    /** Once for each batch: a key that is still unknown then stays so until the next. */
    private void again() {
        if (!readAgain) {
            readAgain = true;
            gazetteer = names.fresh();
        }
    }
}
