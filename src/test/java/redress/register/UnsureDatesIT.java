package redress.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register in which some dates are only a month or a year, and an officer who moved from post A to post B. */
class UnsureDatesIT {

    private static final String MAPPING = """
            register: unsure
            institution: {code: unsure-police, name: Unsure police, kind: police}
            dates: {formats: [uuuu-MM-dd, uuuu-MM, uuuu]}
            sources:
              - {file: units.csv, unit: {key: unit}}
              - {file: officers.csv, officer: {key: officer}}
              - {file: postings.csv, posting: {officer: officer, unit: unit, from_on: from, to_on: to}}
              - file: complaints.csv
                complaint_key: number
                complaint: {number: number, received_on: received, incident_on: incident, date_precision: precision}
                allegation: {officer: officer, category: {key: {constant: force}, unknown: make}}
            """;

    @TempDir
    private Path folder;

    @Test
    void the_unit_of_the_accused_is_known_only_where_nobody_moved_on_one_of_the_days_that_it_may_have_been()
            throws SQLException {
        Written written = new Written(folder);
        written.file("unsure.yaml", MAPPING);
        written.file("units.csv", "unit\nA\nB\n");
        written.file("officers.csv", "officer\n7\n");
        written.file("postings.csv", "officer,unit,from,to\n7,A,2020-01-01,2024-02-14\n7,B,2024-02-15,\n");
        String complaints = """
                number,received,incident,precision,officer
                day,2025-02-01,2024-01-01,,7
                year,2025-02-01,2024,,7
                year-before,2025-02-01,2023,,7
                month,2025-02-01,2024-01,,7
                month-of-move,2025-02-01,2024-02,,7
                about,2025-02-01,2024-02-01,ABOUT,7
                """;
        written.file("complaints.csv", complaints);
        TestRegister register = TestRegister.empty("it_unsure");
        runs(register);
        Map<String, String> units =
                Map.of("day", "A", "year", "-", "year-before", "A", "month", "A", "month-of-move", "-", "about", "-");
        assertThat(units(register)).isEqualTo(units);
        written.file(
                "complaints.csv",
                complaints
                        .replace("day,2025-02-01,2024-01-01,", "day,2025-02-01,2024,")
                        .replace("\nyear,2025-02-01,2024,", "\nyear,2025-02-01,2024-03-01,"));
        runs(register);
        assertThat(units(register)).containsEntry("day", "-").containsEntry("year", "B");
    }

    private void runs(TestRegister register) {
        TestRegister.Said said = register.run(folder.resolve("unsure.yaml").toString(), folder.toString());
        assertThat(said.code()).as(said.text()).isZero();
    }

    private static Map<String, String> units(TestRegister register) throws SQLException {
        Map<String, String> units = new TreeMap<>();
        register.rows("SELECT c.register_key, COALESCE(u.code, '-') FROM complaint c JOIN subject s ON"
                        + " s.complaint_id = c.id LEFT JOIN unit u ON u.id = s.unit_id")
                .forEach(row -> units.put(row.getFirst(), row.get(1)));
        return units;
    }
}
