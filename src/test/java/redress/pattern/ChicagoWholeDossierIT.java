package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redress.register.ChicagoWhole;

/** Dossiers of the whole of a real register against plain SQL. */
@Tag("deep")
class ChicagoWholeDossierIT {

    private static DossierTruth truth;

    @BeforeAll
    static void reads_the_register() throws Exception {
        truth = new DossierTruth(ChicagoWhole.imported().register(), YearMonth.of(1988, 1), YearMonth.of(2018, 12));
    }

    @Test
    void dossiers_of_ten_units_count_what_the_tables_hold() throws SQLException {
        truth.ofTenUnits();
        System.out.println("ten units: complaints, years, findings and officer-months equal SQL");
    }

    @Test
    void dossiers_of_ten_officers_count_what_the_tables_hold() throws SQLException {
        truth.ofTenOfficers();
        System.out.println("ten officers: complaints, years and findings equal SQL");
    }

    @Test
    void each_complaint_counts_for_the_unit_of_the_day_also_of_those_who_moved() throws SQLException {
        truth.ofTenOfficersWhoMoved();
        System.out.println("ten officers who moved: the unit is that of the day of the incident");
    }

    @Test
    void every_complaint_of_the_window_counts_once_for_the_service() throws SQLException {
        long complaints = truth.ofTheService();
        assertThat(complaints).isGreaterThan(150_000);
        System.out.printf("%d complaints of the window, each counted once for the service%n", complaints);
    }
}
