package redress.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redress.launch.Database;
import redress.launch.Instance;
import redress.launch.demo.Afterwards;
import redress.launch.demo.DemoCountry;
import redress.register.ImportCommand;

/** The country's lists and the demo's records on a real database, without the portal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class CountryListsIT {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    @TempDir
    static Path folder;

    private static Database database;
    private static MysqlDataSource source;

    @BeforeAll
    static void start() {
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        database = Database.alone(new Instance(home, Path.of("target/instances/country")));
        source = new MysqlDataSource();
        source.setUrl(database.url("redress"));
        source.setUser(Database.USER);
        source.setPassword(database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @Test
    @Order(1)
    void the_lists_of_the_profile_are_in_the_database_once_however_often_the_portal_starts() throws SQLException {
        Profile demo = Profile.read(Path.of("config/profiles/demo"));
        new CountryLists(source, demo, CLOCK).load(this);
        new CountryLists(source, demo, CLOCK).load(this);
        assertThat(number("SELECT COUNT(*) FROM institution")).isEqualTo(4);
        assertThat(number("SELECT COUNT(*) FROM place")).isEqualTo(demo.places().size());
        assertThat(number("SELECT COUNT(*) FROM category WHERE must_refer"))
                .isEqualTo(
                        demo.categories().stream().filter(Category::mustRefer).count());
        assertThat(number("SELECT COUNT(*) FROM category WHERE code = 'sexual_violence' AND compartment = 'sealed'"))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM category WHERE compartment <> 'open'"))
                .isEqualTo(1);
        assertThat(number("SELECT listed FROM category WHERE code = 'shooting'"))
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void a_code_that_left_the_profile_is_ended_and_one_of_a_register_is_left_alone() throws SQLException {
        run("INSERT INTO category (code, group_name, label, severity) VALUES ('gone', 'Other', 'Gone', 1)");
        run("INSERT INTO category (code, register, group_name, label, severity) VALUES ('r-x', 'r', 'Other', 'X', 1)");
        new CountryLists(source, Profile.read(Path.of("config/profiles/demo")), CLOCK).load(this);
        assertThat(number("SELECT COUNT(*) FROM category WHERE code = 'gone' AND valid_to = '2026-11-20'"))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM category WHERE valid_to IS NULL AND code = 'r-x'"))
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void the_demo_country_goes_in_through_the_importer_and_a_second_run_changes_nothing() throws Exception {
        DemoCountry.Figures made = DemoCountry.write(folder, DemoCountry.SEED);
        String first = imported();
        assertThat(number("SELECT COUNT(*) FROM complaint")).as(first).isEqualTo(made.complaints());
        assertThat(number("SELECT COUNT(*) FROM allegation")).isEqualTo(made.allegations());
        assertThat(number("SELECT COUNT(*) FROM posting")).isEqualTo(made.postings());
        assertThat(number("SELECT COUNT(*) FROM officer")).isEqualTo(made.officers());
        assertThat(number("SELECT COUNT(*) FROM unit")).isEqualTo(made.units());
        long versions = number("SELECT SUM(version) FROM complaint");
        imported();
        assertThat(number("SELECT COUNT(*) FROM complaint")).isEqualTo(made.complaints());
        assertThat(number("SELECT SUM(version) FROM complaint")).isEqualTo(versions);
    }

    @Test
    @Order(4)
    void what_was_imported_says_what_the_files_say() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM complaint WHERE must_refer")).isGreaterThan(300);
        assertThat(number("SELECT COUNT(*) FROM complaint WHERE compartment = 'sealed'"))
                .isBetween(40L, 200L);
        assertThat(number("SELECT COUNT(*) FROM complaint WHERE number NOT REGEXP '^20[0-9]{2}-[0-9]{6}$'"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM allegation a LEFT JOIN category c ON c.code = a.category_code"
                        + " WHERE c.register IS NOT NULL"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM posting WHERE role = 'COMMANDER'"))
                .isGreaterThan(1000);
        assertThat(number("SELECT COUNT(*) FROM incident i JOIN place p ON p.code = i.place_code"))
                .isEqualTo(3000);
        assertThat(number("SELECT COUNT(*) FROM subject s JOIN complaint c ON c.id = s.complaint_id"
                        + " JOIN incident i ON i.id = c.incident_id JOIN posting p ON p.officer_id = s.officer_id"
                        + " AND p.from_on <= i.began_on AND (p.to_on IS NULL OR p.to_on >= i.began_on)"
                        + " WHERE p.unit_id <> s.unit_id"))
                .isZero();
    }

    @Test
    @Order(5)
    void new_complaints_are_numbered_after_those_of_the_demo_and_two_people_are_recused() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Afterwards.plant(connection);
            Afterwards.plant(connection);
        }
        assertThat(number("SELECT next_serial FROM complaint_number WHERE year = 2026"))
                .isEqualTo(number("SELECT COUNT(*) + 1 FROM complaint WHERE number LIKE '2026-%'"));
        assertThat(number("SELECT COUNT(*) FROM recusal")).isEqualTo(8);
    }

    @Test
    @Order(6)
    void what_the_form_would_seal_an_import_seals_unless_the_mapping_says_a_compartment() throws Exception {
        Path register = Files.createDirectories(folder.resolve("old"));
        Files.writeString(register.resolve("old.yaml"), """
                register: old
                language: en
                categories: profile
                institution: {code: police, name: Velmora Police Service, kind: police}
                sources:
                  - name: complaints
                    file: complaints.csv
                    complaint_key: case
                    complaint: {received_on: received, compartment: kept}
                  - name: allegations
                    file: allegations.csv
                    complaint_key: case
                    allegation: {category: kind}
                """);
        Files.writeString(register.resolve("complaints.csv"), """
                case,received,kept
                plain,2020-03-04,
                harmed,2020-03-04,
                opened,2020-03-04,open
                later,2020-03-04,
                touched,2020-03-04,
                unsealed,2020-03-04,
                named,2020-03-04,
                kept,2020-03-04,sealed
                again,2020-03-04,sealed
                """);
        String allegations = """
                case,kind
                plain,theft
                harmed,insult
                harmed,sexual_violence
                opened,sexual_violence
                later,theft
                touched,theft
                unsealed,sexual_violence
                named,theft
                kept,theft
                again,theft
                """;
        Files.writeString(register.resolve("allegations.csv"), allegations);
        imported(register.resolve("old.yaml").toString(), register);
        assertThat(compartment("old-plain")).isEqualTo("open");
        assertThat(compartment("old-harmed")).isEqualTo("sealed");
        assertThat(compartment("old-opened")).isEqualTo("open");
        assertThat(compartment("old-later")).isEqualTo("open");
        run("UPDATE complaint SET version = version + 1 WHERE number = 'old-touched'");
        run("UPDATE complaint SET version = version + 1, compartment = 'open' WHERE number = 'old-unsealed'");
        run("UPDATE complaint SET version = version + 1 WHERE number = 'old-named'");
        run(
                "UPDATE complaint SET version = version + 1, compartment = 'open' WHERE number IN ('old-kept', 'old-again')");
        Path complaints = register.resolve("complaints.csv");
        Files.writeString(
                complaints, Files.readString(complaints).replace("named,2020-03-04,", "named,2020-03-04,sealed"));
        Files.writeString(
                register.resolve("allegations.csv"),
                allegations + "later,sexual_violence\nopened,theft\ntouched,sexual_violence\nunsealed,theft\n"
                        + "named,sexual_violence\nkept,theft\nagain,sexual_violence\n");
        imported(register.resolve("old.yaml").toString(), register);
        assertThat(compartment("old-touched"))
                .as("what was decided on here since is sealed by a new part too")
                .isEqualTo("sealed");
        assertThat(compartment("old-unsealed"))
                .as("and stays open where somebody here opened it")
                .isEqualTo("open");
        assertThat(compartment("old-named"))
                .as("where the register names a compartment a new part seals too")
                .isEqualTo("sealed");
        assertThat(compartment("old-kept"))
                .as("what somebody here opened stays open, though the register names a compartment")
                .isEqualTo("open");
        assertThat(compartment("old-again")).as("until a part comes that seals").isEqualTo("sealed");
        assertThat(compartment("old-later")).isEqualTo("sealed");
        assertThat(compartment("old-opened")).isEqualTo("open");
        assertThat(compartment("old-harmed")).isEqualTo("sealed");
    }

    private static String compartment(String number) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT compartment FROM complaint WHERE number = '" + number + "'")) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    private static String imported() throws Exception {
        return imported("demo", folder);
    }

    private static String imported(String mapping, Path files) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Files.createDirectories(Path.of("target/instances/country/imports"));
        int code = new ImportCommand(database.settings(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(mapping, files.toString()));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        return text;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getLong(1);
        }
    }
}
