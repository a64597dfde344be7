package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.register.ChicagoSlice;

/**
 * Dossiers of a slice of a real register against plain SQL. That the unit of an accused is the one of the day of the
 * incident is held against the files by {@code redress.register.ChicagoSliceIT}.
 */
class ChicagoDossierIT {

    private static DossierTruth truth;

    @BeforeAll
    static void reads_the_register() {
        truth = new DossierTruth(ChicagoSlice.imported().register(), YearMonth.of(2001, 1), YearMonth.of(2012, 12));
    }

    @Test
    void dossiers_of_ten_units_count_what_the_tables_hold() throws SQLException {
        truth.ofTenUnits();
    }

    @Test
    void dossiers_of_ten_officers_count_what_the_tables_hold() throws SQLException {
        truth.ofTenOfficers();
    }

    @Test
    void each_complaint_counts_for_the_unit_of_the_day_also_of_those_who_moved() throws SQLException {
        truth.ofTenOfficersWhoMoved();
    }

    @Test
    void every_complaint_of_the_window_counts_once_for_the_service() throws SQLException {
        assertThat(truth.ofTheService()).isGreaterThan(1_000);
    }
}
