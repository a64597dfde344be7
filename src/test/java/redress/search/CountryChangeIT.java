package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.profile.Category;
import redress.profile.Profile;
import redress.profile.TestCountry;
import redress.register.TestRegister;

/** A profile that was changed while the portal was down: what the index says of complaints that came before. */
@Timeout(120)
class CountryChangeIT {

    private static final String PLACE = "LR0201";

    @TempDir
    private Path folder;

    private final DataSource database;

    CountryChangeIT() throws SQLException {
        database = TestRegister.empty("it_country").dataSource();
    }

    @BeforeEach
    void complain() throws Exception {
        copy(Path.of("config/profiles/demo"), profile());
        TestCountry.load(database, profile());
        sql("INSERT INTO incident (id, date_precision, place_code) VALUES (1, 'UNKNOWN', '" + PLACE + "')");
        sql(
                "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, narrative, stage, severity,"
                        + " compartment, version)"
                        + " VALUES (1, 'N-1', 1, 'WEB', 'en', '2024-03-01 12:00:00', 'told', 'RECEIVED', 1, 'open', 1)");
        sql("INSERT INTO allegation (id, complaint_id, category_code) VALUES (1, 1, 'shooting')");
    }

    private Path profile() {
        return folder.resolve("profile");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement each = connection.createStatement()) {
            each.executeUpdate(statement);
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String before = Files.readString(profile().resolve(file));
        assertThat(before).contains(from);
        Files.writeString(profile().resolve(file), before.replace(from, to));
    }

    private String group(String category) {
        Category found = Profile.read(profile()).findCategory(category).orElseThrow();
        return found.groupLabel().inBase();
    }

    /** The index of a node and what keeps it in step. */
    private record Node(SearchIndex index, Follower<Generation> follower) {

        boolean rebuilds() throws IOException, InterruptedException {
            follower.ring();
            follower.turn();
            boolean rebuilds = follower.rebuilding();
            while (follower.rebuilding()) {
                follower.turn();
            }
            return rebuilds;
        }

        long found(String dimension, String value) {
            return new Reading(index, new Columns())
                    .answer(SearchQuery.of(null, Map.of(dimension, List.of(value)), null, 1), SheetExamples.EVERYTHING)
                    .count();
        }

        void stop() throws IOException {
            follower.letGo(false);
        }
    }

    /** As at a start of the portal: the lists of the profile first, then the index with nothing in memory. */
    private Node start() throws SQLException, IOException {
        TestCountry.load(database, profile());
        SearchIndex index = new SearchIndex(folder.resolve("index"));
        Source source = new ComplaintRows(database, new Names(database)).source();
        Node node = new Node(index, new Follower<>(index, new Feed(source)));
        node.follower().start();
        return node;
    }

    @Test
    void a_complaint_is_found_where_the_profile_puts_its_kind_and_place_now() throws Exception {
        String before = group("shooting");
        Node first = start();
        assertThat(first.found("group", before)).isEqualTo(1);
        assertThat(first.found("place", "LR02")).isEqualTo(1);
        first.stop();
        change("categories.csv", "shooting,force,", "shooting,death,");
        change("geo/places.csv", PLACE + ",LR02,", PLACE + ",LR04,");

        Node next = start();
        assertThat(next.rebuilds()).isTrue();
        assertThat(next.found("group", before)).isZero();
        assertThat(next.found("group", group("shooting"))).isEqualTo(1);
        assertThat(next.found("place", "LR02")).isZero();
        assertThat(next.found("place", "LR04")).isEqualTo(1);
        next.stop();

        Node last = start();
        assertThat(last.rebuilds()).as("once is enough").isFalse();
        assertThat(last.found("place", "LR04")).isEqualTo(1);
        last.stop();
    }

    @Test
    void a_name_or_a_point_that_the_profile_changed_has_the_index_built_anew_and_what_an_import_brings_has_not()
            throws Exception {
        start().stop();
        for (String[] change : new String[][] {
            {"geo/places.csv", "Boinsen,6.6991,", "Boinsen,6.7,"},
            {"geo/places.csv", "Boinsen", "Boinsen Town"},
            {"categories.csv", "A gun was fired", "A gun was fired at somebody"},
        }) {
            change(change[0], change[1], change[2]);
            Node node = start();
            assertThat(node.rebuilds()).as(change[2]).isTrue();
            node.stop();
        }
        sql("INSERT INTO category (code, register, group_name, label, severity) VALUES ('r-x', 'r', 'Other', 'X', 1)");
        sql("INSERT INTO unit (id, institution_code, code, name, kind) SELECT 1, MIN(code), 'u', 'U', 'station'"
                + " FROM institution");
        Node node = start();
        assertThat(node.rebuilds())
                .as("nothing said of an old complaint is otherwise")
                .isFalse();
        node.stop();
    }

    @Test
    void an_institution_that_a_register_brings_is_no_change_of_the_lists_and_one_of_the_country_is() throws Exception {
        String before = mark();
        sql("INSERT INTO institution (code, name, kind, register) VALUES ('old', 'Old Service', 'police', 'old')");
        assertThat(mark()).isEqualTo(before);
        sql("INSERT INTO institution (code, name, kind) VALUES ('new', 'New Service', 'police')");
        assertThat(mark()).isNotEqualTo(before);
    }

    private String mark() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CountryMark.of(connection);
        }
    }
}
