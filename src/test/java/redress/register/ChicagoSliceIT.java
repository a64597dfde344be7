package redress.register;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static redress.register.RealData.cell;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every thirty-sixth complaint of chicago with all that belongs to it, held against a plain reading of the files. */
class ChicagoSliceIT {

    private static TestRegister chicago;
    private static TestRegister.Said said;

    @BeforeAll
    static void imports_a_slice() {
        chicago = ChicagoSlice.imported().register();
        said = ChicagoSlice.imported().said();
    }

    private static List<Map<String, String>> file(String name) {
        return ChicagoSlice.imported().file(name);
    }

    private static String officer(Map<String, String> accused) {
        return ChicagoSlice.officer(accused);
    }

    @Test
    void every_row_of_the_slice_is_taken_in() throws SQLException {
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(chicago.number("SELECT COUNT(*) FROM complaint"))
                .isEqualTo(file("complaints").size())
                .isGreaterThan(5000);
        assertThat(chicago.number("SELECT COUNT(*) FROM subject"))
                .isEqualTo(file("accused").size());
        assertThat(chicago.number("SELECT COUNT(*) FROM complainant WHERE part = 'VICTIM'"))
                .isEqualTo(file("victims").size());
        assertThat(chicago.number("SELECT COUNT(*) FROM complainant WHERE part = 'COMPLAINANT'"))
                .isEqualTo(file("complainants").size());
    }

    @Test
    void findings_are_those_of_the_files_and_each_code_has_its_word() throws SQLException {
        assertThat(chicago.counts("SELECT finding_local, COUNT(*) FROM allegation WHERE finding_local IS NOT NULL"
                        + " GROUP BY finding_local"))
                .isEqualTo(new TreeMap<>(file("accused").stream()
                        .map(row -> cell(row, "final_finding"))
                        .filter(finding -> !finding.isEmpty())
                        .collect(groupingBy(finding -> finding, counting()))));
        Map<String, String> words = Map.of(
                "SU",
                "SUSTAINED",
                "NS",
                "NOT_SUSTAINED",
                "UN",
                "UNFOUNDED",
                "EX",
                "EXONERATED",
                "NAF",
                "COMPLAINANT_GONE",
                "NC",
                "OTHER_CLOSURE",
                "DIS",
                "OTHER_CLOSURE");
        assertThat(chicago.rows(
                        "SELECT DISTINCT finding_local, finding FROM allegation WHERE finding_local IS NOT NULL"))
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(words.get(row.get(0))));
    }

    @Test
    void years_are_those_of_the_files() throws SQLException {
        assertThat(chicago.counts("SELECT YEAR(received_at), COUNT(*) FROM complaint GROUP BY YEAR(received_at)"))
                .isEqualTo(new TreeMap<>(file("complaints").stream()
                        .collect(groupingBy(row -> cell(row, "complaint_date").substring(0, 4), counting()))));
    }

    @Test
    void ten_single_complaints_are_what_the_files_say() throws SQLException {
        List<Map<String, String>> complaints = file("complaints");
        for (int i = 0; i < 10; i++) {
            Map<String, String> raw = complaints.get(i * complaints.size() / 10);
            String key = cell(raw, "cr_id");
            List<String> found = chicago.rows(
                            "SELECT DATE(c.received_at), COALESCE(c.closed_on, ''), COALESCE(c.narrative, ''), c.stage,"
                                    + " (SELECT COUNT(*) FROM subject s WHERE s.complaint_id = c.id),"
                                    + " (SELECT COUNT(*) FROM complainant p WHERE p.complaint_id = c.id) FROM complaint c"
                                    + " WHERE c.number = 'chicago-" + key + "'")
                    .getFirst();
            assertThat(found)
                    .as(key)
                    .containsExactly(
                            cell(raw, "complaint_date"),
                            cell(raw, "closed_date"),
                            of("narratives", key).stream()
                                    .map(row -> cell(row, "narrative").strip())
                                    .findFirst()
                                    .orElse(""),
                            cell(raw, "closed_date").isEmpty() ? "INVESTIGATION" : "CLOSED",
                            Integer.toString(of("accused", key).size()),
                            Integer.toString(of("complainants", key).size()
                                    + of("victims", key).size()));
        }
    }

    private static List<Map<String, String>> of(String file, String key) {
        return file(file).stream().filter(row -> cell(row, "cr_id").equals(key)).toList();
    }

    @Test
    void the_unit_is_the_one_at_the_incident_date_also_for_those_who_moved() throws SQLException {
        Map<String, String> incidents = new HashMap<>();
        file("complaints").forEach(row -> incidents.put(cell(row, "cr_id"), cell(row, "incident_date")));
        Map<String, List<Map<String, String>>> postings =
                file("postings").stream().collect(groupingBy(row -> cell(row, "officer_id")));
        Map<String, String> current = new HashMap<>();
        file("officers").forEach(row -> current.put(cell(row, "officer_id"), cell(row, "current_unit")));
        Map<String, String> stored = new HashMap<>();
        for (List<String> row : chicago.rows("SELECT c.register_key, o.service_key, u.code FROM subject s"
                + " JOIN complaint c ON c.id = s.complaint_id JOIN officer o ON o.id = s.officer_id"
                + " LEFT JOIN unit u ON u.id = s.unit_id")) {
            stored.put(row.get(0) + "/" + row.get(1), row.get(2));
        }
        int moved = 0;
        for (Map<String, String> accused : file("accused")) {
            String officer = officer(accused);
            String unit = unitAt(
                    postings.getOrDefault(officer, List.of()), incidents.getOrDefault(cell(accused, "cr_id"), ""));
            assertThat(stored).as(officer).containsEntry(cell(accused, "cr_id") + "/" + officer, unit);
            moved += !unit.isEmpty() && !unit.equals(current.getOrDefault(officer, "")) ? 1 : 0;
        }
        assertThat(moved).as("accused who serve elsewhere today").isGreaterThan(1000);
    }

    /** The posting that covers the day; of several the one that began last, lasted longest, has the first number. */
    private static String unitAt(List<Map<String, String>> postings, String day) {
        if (day.isEmpty() || day.compareTo("1940") < 0) {
            return "";
        }
        return postings.stream()
                .filter(row -> cell(row, "from_date").compareTo(day) <= 0)
                .filter(row ->
                        cell(row, "to_date").isEmpty() || cell(row, "to_date").compareTo(day) >= 0)
                .min(Comparator.comparing((Map<String, String> row) -> cell(row, "from_date"))
                        .thenComparing(row -> cell(row, "to_date").isEmpty() ? "9999" : cell(row, "to_date"))
                        .reversed()
                        .thenComparing(row -> cell(row, "unit")))
                .map(row -> cell(row, "unit"))
                .orElse("");
    }

    @Test
    void ninety_spellings_of_what_was_imposed_become_a_dozen() throws SQLException {
        assertThat(chicago.number("SELECT COUNT(DISTINCT imposed_local) FROM allegation"))
                .isBetween(8L, 13L);
    }

    @Test
    void a_second_run_changes_nothing() throws SQLException {
        long acts = chicago.number("SELECT COUNT(*) FROM act");
        assertThat(chicago.run("chicago", ChicagoSlice.imported().folder().toString())
                        .code())
                .isZero();
        assertThat(chicago.number("SELECT COUNT(*) FROM act")).isEqualTo(acts);
    }
}
