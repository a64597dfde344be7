package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.register.TestRegister;

/** What the index is told of a complaint, read from real tables. */
class SheetRowsIT {

    @TempDir
    Path folder;

    private static List<ComplaintSheet> read(String... rows) throws Exception {
        DataSource database = TestRegister.empty("it_sheets").dataSource();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.execute("INSERT INTO " + row);
            }
            statement.execute(
                    "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, narrative, stage,"
                            + " severity, version) VALUES (7, '2026-000007', 7, 'WEB', 'en', '2026-01-01 12:00:00',"
                            + " 'They beat me.', 'RECEIVED', 1, 1)");
        }
        return new ComplaintRows(database, new Names(database)).read(List.of(7L));
    }

    @Test
    void what_was_told_of_the_time_in_words_is_found_and_shown() throws Exception {
        List<ComplaintSheet> sheets = read("incident (id, date_precision, date_words)"
                + " VALUES (7, 'UNKNOWN', 'the Friday before Ramadan, after the curfew')");
        SearchIndex index = IndexExample.of(folder, sheets);
        try {
            Reading reading = new Reading(index, new Columns());
            for (String asked : List.of("ramadan", "statements:curfew", "\"friday before\"")) {
                List<Answer.Hit> hits = reading.answer(SearchQuery.of(asked), SheetExamples.OPEN_ONLY)
                        .hits();
                assertThat(hits).as(asked).hasSize(1);
                assertThat(hits.getFirst().in()).as(asked).isEqualTo("statements");
                assertThat(hits.getFirst().snippet()).as(asked).anyMatch(Answer.Piece::match);
            }
        } finally {
            index.close();
        }
    }

    @Test
    void a_complaint_from_an_area_without_a_point_stands_in_the_middle_of_the_points_inside_it() throws Exception {
        List<ComplaintSheet> sheets = read(
                "place (code, parent_code, level, name) VALUES ('D', NULL, 1, 'District')",
                "place (code, parent_code, level, name, latitude, longitude) VALUES ('T', 'D', 2, 'Town', 8.25, -13)",
                "place (code, parent_code, level, name, latitude, longitude) VALUES ('U', 'D', 2, 'Up', 8.5, -13)",
                "incident (id, date_precision, place_code) VALUES (7, 'UNKNOWN', 'D')");
        assertThat(sheets)
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.spot()).isEqualTo(new Gazetteer.Spot(8.375, -13)));
    }
}
