package redress.register;

import static org.assertj.core.api.Assertions.assertThat;
import static redress.register.RealData.cell;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small registers in odd shapes that went in with a mapping each and no code. */
class OddFormatsIT {

    @TempDir
    private Path folder;

    @Test
    void four_category_columns_become_allegations_and_void_numbers_are_left_out() throws SQLException {
        TestRegister milwaukee = new TestRegister("it_milwaukee", folder.resolve("imports"));
        TestRegister.Said said =
                milwaukee.run("milwaukee", RealData.folder("odd-formats").toString());
        assertThat(said.code()).as(said.text()).isZero();
        long rows = RealData.rows(RealData.folder("odd-formats").resolve("milwaukee_complaints.csv")).stream()
                .filter(row -> cell(row, "Department").equals("Milwaukee Police Department")
                        || cell(row, "Department").equals("Unknown"))
                .filter(row -> cell(row, "DateReported").matches("\\d+/\\d+/\\d{4}"))
                .count();
        assertThat(milwaukee.number("SELECT COUNT(*) FROM complaint")).isBetween(rows - 60, rows + 60);
        assertThat(milwaukee.number("SELECT COUNT(*) FROM allegation"))
                .isGreaterThan(milwaukee.number("SELECT COUNT(*) FROM complaint"));
    }

    @Test
    void one_row_for_each_officer_becomes_one_complaint_with_several_subjects() throws SQLException {
        TestRegister lansing = new TestRegister("it_lansing", folder.resolve("imports"));
        TestRegister.Said said =
                lansing.run("lansing", RealData.folder("odd-formats").toString());
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(lansing.number("SELECT COUNT(*) FROM complaint")).isEqualTo(122);
        assertThat(lansing.number("SELECT COUNT(*) FROM subject")).isEqualTo(201);
        assertThat(lansing.number("SELECT COUNT(*) FROM category WHERE label LIKE 'Arrest%'"))
                .isEqualTo(1);
    }
}
