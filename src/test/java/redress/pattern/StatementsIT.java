package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.access.Sight;
import redress.register.TestRegister;

class StatementsIT {

    private static final Sight OPEN = new Sight("judge", false, Set.of(Sight.OPEN), Set.of());
    private static final List<String> DESCRIPTIONS = List.of(
            "A man with the blue cap, who wasn't tall",
            "Човек са плавом капом",
            "di man wit di blak kap",
            "un homme avec des lunettes",
            "رجل في سيارة",
            "Short, with a beard, came in a jeep LB-4471");

    private static DataSource database;

    @BeforeAll
    static void describes_somebody_in_several_languages() throws SQLException {
        database = TestRegister.empty("it_statements").dataSource();
        for (int id = 1; id <= DESCRIPTIONS.size(); id++) {
            change("INSERT INTO incident (id, began_on, date_precision) VALUES (?, '2024-03-05', 'DAY')", id);
            change(
                    "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, stage, severity,"
                            + " compartment, narrative, version)"
                            + " VALUES (?, ?, ?, 'WEB', 'en', '2024-03-07', 'SUBMITTED', 3, ?, 'with the lorry', 1)",
                    id,
                    "N-" + id,
                    id,
                    Sight.OPEN);
            change(
                    "INSERT INTO subject (id, complaint_id, described_as) VALUES (?, ?, ?)",
                    id,
                    id,
                    DESCRIPTIONS.get(id - 1));
        }
    }

    private static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Test
    void small_words_of_any_language_are_no_trait_of_anybody() {
        Map<Long, Statement> read = new Statements(new Tables(database)).read(List.of(1L, 2L, 3L, 4L, 5L, 6L), OPEN);
        assertThat(traits(read, 1)).containsExactlyInAnyOrder("man", "blue", "cap", "tall");
        assertThat(traits(read, 2)).containsExactlyInAnyOrder("covek", "plavom", "kapom");
        assertThat(traits(read, 3)).containsExactlyInAnyOrder("man", "blak", "kap");
        assertThat(traits(read, 4)).containsExactlyInAnyOrder("homme", "lunettes");
        // Two of three words; the one between them means "in".
        assertThat(traits(read, 5)).hasSize(2);
    }

    @Test
    void the_number_of_a_vehicle_is_compared_as_such_and_not_as_a_word() {
        Statement read = Objects.requireNonNull(
                new Statements(new Tables(database)).read(List.of(6L), OPEN).get(6L));
        assertThat(read.account().who().vehicles()).containsExactly("LB-4471");
        assertThat(read.account().who().description()).containsExactlyInAnyOrder("short", "beard", "came", "jeep");
    }

    @Test
    void words_of_the_narrative_are_all_read_as_how_rare_they_are_is_counted_there() {
        Map<Long, Statement> read = new Statements(new Tables(database)).read(List.of(1L), OPEN);
        assertThat(Objects.requireNonNull(read.get(1L)).account().words())
                .containsExactlyInAnyOrder("with", "the", "lorry");
    }

    private static Set<String> traits(Map<Long, Statement> read, long id) {
        return Objects.requireNonNull(read.get(id)).account().who().description();
    }
}
