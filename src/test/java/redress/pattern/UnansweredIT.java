package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.access.Sight;
import redress.register.TestRegister;

class UnansweredIT {

    private static final Sight OPEN = new Sight("judge", false, Set.of(Sight.OPEN), Set.of());

    private static DataSource database;

    @BeforeAll
    static void says_what_stands_of_six_complaints() throws SQLException {
        database = TestRegister.empty("it_unanswered").dataSource();
        change("INSERT INTO institution (code, name, kind) VALUES ('police', 'Police', 'police')");
        change("INSERT INTO officer (id, institution_code, service_key) VALUES (9, 'police', '9')");
        for (int id = 1; id <= 6; id++) {
            change("INSERT INTO incident (id, began_on, date_precision) VALUES (?, '2024-03-05', 'DAY')", id);
            change(
                    "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, stage, severity,"
                            + " version) VALUES (?, ?, ?, 'WEB', 'en', '2024-03-07', 'RECEIVED', 3, 1)",
                    id,
                    "N-" + id,
                    id);
        }
        change("INSERT INTO subject (id, complaint_id, officer_id) VALUES (1, 5, 9), (2, 6, 9)");
        change("INSERT INTO subject (id, complaint_id, described_as) VALUES (3, 6, 'one with a hat')");
        said("officer_cluster", "cluster", 1, "confirmed", true, 1, 2);
        said("officer_cluster", "cluster", 2, "confirmed", false, 1, 3);
        said("officer_cluster", "cluster", 3, "confirmed", true, 1, 3, 4);
        said("cluster_denial", "denial", 4, "denied", true, 2, 3);
    }

    @Test
    void a_pair_is_open_as_long_as_nobody_answered_for_these_two_and_each_accuses_somebody_unknown() {
        List<Links.Link> pairs = Stream.of("1 2", "1 3", "2 3", "3 4", "1 5", "1 6")
                .map(UnansweredIT::pair)
                .toList();
        assertThat(new Unanswered(new Tables(database)).among(pairs, OPEN))
                .filteredOn(Links.Link::open)
                .extracting(link -> link.one().number() + " " + link.other().number())
                .as("an undone cluster and one of three are no answer for two; with 5 only a known officer is accused")
                .containsExactly("N-1 N-3", "N-3 N-4", "N-1 N-6");
    }

    private static Links.Link pair(String numbers) {
        String[] both = numbers.split(" ");
        return new Links.Link(
                new Links.One("N-" + both[0], "2024-03-07"),
                new Links.One("N-" + both[1], "2024-03-07"),
                2.4,
                List.of(),
                false);
    }

    private static void said(String table, String kind, int id, String verb, boolean stands, int... members)
            throws SQLException {
        String label = kind.equals("cluster") ? ", label" : "";
        change(
                "INSERT INTO " + table + " (id, reason, " + verb + "_by, " + verb + "_at, standing" + label
                        + ") VALUES (?, 'Seen by hand', 'judge', '2024-04-01', ?" + (label.isEmpty() ? "" : ", 'Hats'")
                        + ")",
                id,
                stands ? new byte[] {(byte) id} : null);
        for (int member : members) {
            change("INSERT INTO " + table + "_member (" + kind + "_id, complaint_id) VALUES (?, ?)", id, member);
        }
    }

    private static void change(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
