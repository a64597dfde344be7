package redress.search;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/** Puts the rows of complaints, their subjects and their allegations onto sheets. */
final class SheetRows {

    static final String COMPLAINTS = """
            SELECT c.id, c.number, c.version, c.received_at, c.compartment, c.assignee, c.stage, c.channel, c.register,
                   c.narrative, c.narrative_signature,
                   c.evidence_words, c.witness_words, c.elsewhere_words, c.wanted_words,
                   c.language, c.harmed, c.injury, i.began_on, i.date_precision, i.date_words, i.hour_of_day,
                   i.place_words, i.place_code, i.latitude, i.longitude, i.institution_code, i.unit_id
            FROM complaint c JOIN incident i ON i.id = c.incident_id
            WHERE c.id %s""";
    static final String SUBJECTS = """
            SELECT s.complaint_id, s.unit_id, s.named_as, s.badge_as, s.described_as,
                   o.given_name, o.family_name, o.badge, o.institution_code
            FROM subject s LEFT JOIN officer o ON o.id = s.officer_id
            WHERE s.complaint_id %s ORDER BY s.complaint_id, s.id""";
    static final String ALLEGATIONS =
            "SELECT complaint_id, category_code, finding FROM allegation WHERE complaint_id %s";

    static final String NOTES =
            "SELECT complaint_id, reason FROM triage_decision WHERE complaint_id %s ORDER BY complaint_id, id";

    private final Names names;
    private Gazetteer gazetteer;
    private Middles middles;
    private boolean readAgain;

    SheetRows(Names names) {
        this.names = names;
        this.gazetteer = names.gazetteer();
        this.middles = new Middles(gazetteer);
    }

    void complaint(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        long received = ComplaintRows.seconds(row.getTimestamp("received_at"));
        ComplaintSheet sheet =
                new ComplaintSheet(row.getLong("id"), row.getString("number"), row.getInt("version"), received);
        sheet.seenBy(row.getString("compartment"), row.getString("assignee"));
        sheet.toldIn(row.getString("language"));
        String register = row.getString("register");
        YearMonth month = YearMonth.from(Instant.ofEpochSecond(received).atZone(ZoneOffset.UTC));
        sheet.put(Dimension.STAGE, row.getString("stage"))
                .put(Dimension.CHANNEL, row.getString("channel"))
                .put(Dimension.REGISTER, register == null ? Dimension.OWN : register)
                .put(Dimension.YEAR, Integer.toString(month.getYear()))
                .put(Dimension.MONTH, month.toString())
                .put(Dimension.INJURY, row.getString("injury"))
                .put(Dimension.HARMED, row.getString("harmed"))
                .say(TextField.NARRATIVE, row.getString("narrative"))
                .signed(row.getBytes("narrative_signature"));
        for (String words : List.of("evidence_words", "witness_words", "elsewhere_words", "wanted_words")) {
            sheet.say(TextField.WORDS, row.getString(words));
        }
        time(sheet, row);
        place(sheet, row);
        institution(sheet, row.getString("institution_code"));
        unit(sheet, row.getLong("unit_id"));
        sheets.put(sheet.id(), sheet);
    }

    /**
     * A year of which nobody knows the day has no month, no weekday and no commander, though the column holds a date.
     */
    private static void time(ComplaintSheet sheet, ResultSet row) throws SQLException {
        sheet.say(TextField.WORDS, row.getString("date_words"));
        Date began = row.getDate("began_on");
        if (began != null) {
            LocalDate day = began.toLocalDate();
            String precision = row.getString("date_precision");
            sheet.put(Dimension.INCIDENT_YEAR, Integer.toString(day.getYear()));
            Span days = Span.of(day, precision);
            sheet.within(days == null ? new Span(day, day) : days);
            if (!precision.equals("YEAR")) {
                sheet.during(days)
                        .put(Dimension.INCIDENT_MONTH, YearMonth.from(day).toString());
            }
            if (precision.equals("DAY")) {
                sheet.put(Dimension.WEEKDAY, Integer.toString(day.getDayOfWeek().getValue()));
            }
        }
        int hour = row.getInt("hour_of_day");
        if (!row.wasNull()) {
            sheet.put(Dimension.HOUR, String.format("%02d", hour));
        }
    }

    private void place(ComplaintSheet sheet, ResultSet row) throws SQLException {
        String words = row.getString("place_words");
        sheet.say(TextField.WORDS, words).say(TextField.PLACES, words);
        sheet.at(Names.spot(row, "latitude", "longitude"));
        String code = row.getString("place_code");
        if (code == null) {
            return;
        }
        if (!gazetteer.places().containsKey(code)) {
            again();
        }
        for (Gazetteer.Place place : gazetteer.placesUpwards(code)) {
            sheet.put(Dimension.PLACE, place.key()).say(TextField.PLACES, place.name());
        }
        sheet.say(TextField.LABELS, gazetteer.label(Dimension.PLACE, code));
        if (sheet.spot() == null) {
            sheet.at(middles.pointOf(code).orElse(null));
        }
    }

    void subject(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        ComplaintSheet sheet = sheets.get(row.getLong("complaint_id"));
        if (sheet == null) {
            return;
        }
        for (String words : List.of("named_as", "badge_as", "badge")) {
            sheet.say(TextField.NAMES, row.getString(words));
        }
        sheet.say(TextField.BADGES, row.getString("badge_as")).say(TextField.BADGES, row.getString("badge"));
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

    void note(ResultSet row, Map<Long, ComplaintSheet> sheets) throws SQLException {
        ComplaintSheet sheet = sheets.get(row.getLong("complaint_id"));
        if (sheet != null) {
            sheet.say(TextField.NOTES, row.getString("reason"));
        }
    }

    /** Who commanded what these complaints are about; asked once for the whole batch. */
    Commands commands() {
        return new Commands(gazetteer);
    }

    /** A commander who is not known yet has come with a posting. */
    void meet(ComplaintSheet sheet) {
        if (!gazetteer.commanders().keySet().containsAll(sheet.values(Dimension.COMMANDER))) {
            again();
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
        if (key != null) {
            sheet.directly(key);
        }
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
            middles = new Middles(gazetteer);
        }
    }
}
