package redress.register;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static redress.register.RealData.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.likeness.Signature;

/** Philadelphia whole, held against a plain reading of the same files; and what a register of three rows shows. */
class RegisterIT {

    @TempDir
    private static Path folder;

    private static TestRegister philadelphia;
    private static TestRegister.Said said;

    @BeforeAll
    static void imports_once() {
        philadelphia = new TestRegister("it_philadelphia", folder.resolve("imports"));
        said = philadelphia.run("philadelphia", RealData.folder("philadelphia").toString());
    }

    private static List<Map<String, String>> raw(String file) {
        return RealData.rows(RealData.folder("philadelphia").resolve(file));
    }

    @Test
    void every_row_of_philadelphia_is_accounted_for() {
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .containsPattern("complaints.csv.gz \\(complaints\\) +5,296 +5,296 +0 +0 +0 +0")
                .containsPattern("disciplines.csv.gz \\(disciplines\\) +13,332 +12,278 +0 +1,054 +0 +0")
                .containsPattern("complainants.csv.gz \\(complainants\\) +5,660 +5,659 +0 +0 +1 +0");
    }

    @Test
    void findings_of_philadelphia_are_those_of_the_files() throws SQLException {
        Map<String, Long> expected = new TreeMap<>(raw("disciplines.csv.gz").stream()
                .distinct()
                .collect(groupingBy(row -> cell(row, "investigative_findings"), counting())));
        assertThat(philadelphia.counts("SELECT finding_local, COUNT(*) FROM allegation WHERE finding_local IS NOT NULL"
                        + " GROUP BY finding_local"))
                .isEqualTo(expected);
        assertThat(philadelphia.number("SELECT COUNT(*) FROM allegation WHERE finding = 'SUSTAINED'"))
                .isEqualTo(expected.getOrDefault("Sustained Finding", 0L));
    }

    @Test
    void years_of_philadelphia_are_those_of_the_files() throws SQLException {
        Map<String, Long> expected = new TreeMap<>(raw("complaints.csv.gz").stream()
                .collect(groupingBy(row -> "20" + cell(row, "date_received").split("/")[2], counting())));
        assertThat(philadelphia.counts("SELECT YEAR(received_at), COUNT(*) FROM complaint GROUP BY YEAR(received_at)"))
                .isEqualTo(expected);
    }

    @Test
    void an_officer_without_a_number_stays_initials_and_one_without_both_stays_unknown() throws SQLException {
        List<Map<String, String>> rows =
                raw("disciplines.csv.gz").stream().distinct().toList();
        assertThat(philadelphia.number("SELECT COUNT(*) FROM officer"))
                .isEqualTo(rows.stream()
                        .map(row -> cell(row, "officer_id"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .count());
        assertThat(philadelphia.number("SELECT COUNT(*) FROM allegation a JOIN subject s ON s.id = a.subject_id"
                        + " WHERE s.officer_id IS NULL AND a.source_key <> 'none'"))
                .isEqualTo(rows.stream()
                        .filter(row -> cell(row, "officer_id").isEmpty())
                        .count());
    }

    @Test
    void a_second_run_changes_nothing() throws SQLException {
        long acts = philadelphia.number("SELECT COUNT(*) FROM act");
        TestRegister.Said again =
                philadelphia.run("philadelphia", RealData.folder("philadelphia").toString());
        assertThat(again.code()).isZero();
        assertThat(again.text())
                .containsPattern("complaints.csv.gz \\(complaints\\) +5,296 +0 +0 +5,296 +0 +0")
                .containsPattern("disciplines.csv.gz \\(disciplines\\) +13,332 +0 +0 +13,332 +0 +0");
        assertThat(philadelphia.number("SELECT COUNT(*) FROM act")).isEqualTo(acts);
        assertThat(philadelphia.number("SELECT MAX(version) FROM complaint")).isEqualTo(1);
    }

    @Test
    void each_batch_is_one_act_and_every_complaint_knows_its_batch() throws SQLException {
        assertThat(philadelphia.number("SELECT COUNT(*) FROM act WHERE kind = 'BATCH_IMPORTED'"))
                .isEqualTo(philadelphia.number("SELECT COUNT(*) FROM import_batch"))
                .isEqualTo(philadelphia.number(
                        "SELECT COUNT(*) FROM act a JOIN import_batch b ON b.id = a.subject WHERE a.position IS NULL"));
        assertThat(philadelphia.number("SELECT COUNT(*) FROM complaint c JOIN import_batch b ON b.id = c.batch_id"))
                .isEqualTo(5296);
    }

    @Test
    void refused_rows_stand_with_line_and_reason_in_a_file_that_only_its_owner_reads() throws IOException {
        try (var files = Files.list(philadelphia.imports())) {
            Path file = files.filter(f -> f.toString().endsWith(".csv"))
                    .min(java.util.Comparator.comparing(Path::toString))
                    .orElseThrow();
            assertThat(Files.readAllLines(file))
                    .hasSize(2)
                    .element(1)
                    .asString()
                    .startsWith("complainants.csv.gz,")
                    .endsWith(",refused,its complaint is not in the register");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_killed_import_goes_on_and_ends_as_if_nothing_had_happened() throws Exception {
        TestRegister killed = new TestRegister("it_killed", folder.resolve("killed"));
        killed.run("philadelphia", folder.toString());
        Process process = start(killed, RealData.folder("philadelphia"));
        while (process.isAlive() && killed.number("SELECT COUNT(*) FROM import_batch") < 3) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        TestRegister.Said rest =
                killed.run("philadelphia", RealData.folder("philadelphia").toString());
        assertThat(rest.code()).as(rest.text()).isZero();
        for (String table : List.of("complaint", "incident", "subject", "allegation", "complainant", "officer")) {
            assertThat(killed.number("SELECT COUNT(*) FROM " + table))
                    .as(table)
                    .isEqualTo(philadelphia.number("SELECT COUNT(*) FROM " + table));
        }
    }

    private static Process start(TestRegister register, Path data) throws IOException {
        String libraries = Files.readString(Path.of("target/launch.classpath")).strip();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/classes:" + libraries,
                ImportCommand.class.getName(),
                "philadelphia",
                data.toString());
        builder.environment().putAll(register.settings());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static final String SMALL = """
            sources:
              - file: officers.csv
                officer: {key: key, family_name: name}
              - file: complaints.csv
                complaint_key: key
                complaint: {received_on: {column: day, dates: {unreadable: refuse}}, narrative: words}
              - file: accused.csv
                complaint_key: key
                allegation:
                  officer: officer
                  category: {key: kind, unknown: make}
                  finding_local: finding
            default_category: {key: {constant: none}}
            """;

    private static Written small(String name) throws IOException {
        Written written = new Written(Files.createDirectories(folder.resolve(name)));
        written.mapping(SMALL);
        written.file("officers.csv", "key,name\n1,A\n2,B\n");
        written.file("complaints.csv", "key,day,words\na,2019-01-01,one\nb,2019-01-02,two\nc,soon,three\n");
        written.file("accused.csv", "key,officer,kind,finding\na,1,Force,S\na,2,Force,\nb,9,Force,S\nc,1,Force,\n");
        return written;
    }

    private static TestRegister.Said run(TestRegister register, Written written, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(
                written.folder().resolve("example.yaml").toString(),
                written.folder().toString()));
        words.addAll(List.of(more));
        return register.run(words.toArray(String[]::new));
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing() throws Exception {
        Written written = small("dry");
        TestRegister register = new TestRegister("it_dry", folder.resolve("dry-imports"));
        run(register, written);
        String expected = run(register, written).text();
        written.file("complaints.csv", "key,day,words\na,2019-01-01,changed\nb,2019-01-02,two\n");
        TestRegister.Said dry = run(register, written, "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.text())
                .contains("Dry run, nothing was written")
                .containsPattern("complaints.csv +2 +0 +1 +1 +0 +0");
        assertThat(expected).containsPattern("complaints.csv +3 +0 +0 +2 +1 +0");
        assertThat(register.number("SELECT COUNT(*) FROM complaint WHERE narrative = 'changed'"))
                .isZero();
    }

    @Test
    void what_refers_to_nobody_is_refused_with_its_reason() throws Exception {
        TestRegister.Said said = run(new TestRegister("it_refs", folder.resolve("refs")), small("refs-data"));
        assertThat(said.text())
                .containsPattern("accused.csv +4 +2 +0 +0 +2 +0")
                .contains("officer: the key is not known", "its complaint was refused");
    }

    @Test
    void a_changed_row_is_updated_and_the_complaint_gets_a_new_version() throws Exception {
        Written written = small("changed");
        TestRegister register = new TestRegister("it_changed", folder.resolve("changed-imports"));
        run(register, written);
        written.file("accused.csv", "key,officer,kind,finding\na,1,Force,N\na,2,Force,\nb,2,Search,S\n");
        assertThat(run(register, written).text()).containsPattern("accused.csv +3 +1 +1 +1 +0 +0");
        assertThat(register.counts("SELECT number, version FROM complaint"))
                .isEqualTo(Map.of("example-a", 2L, "example-b", 2L));
        assertThat(register.number("SELECT COUNT(*) FROM allegation WHERE category_code = 'example-none'"))
                .isZero();
        assertThat(register.number("SELECT COUNT(DISTINCT batch_id) FROM complaint"))
                .isEqualTo(1);
    }

    @Test
    void a_narrative_comes_with_its_signature_and_a_changed_one_with_another() throws Exception {
        Written written = small("signed");
        TestRegister register = new TestRegister("it_signed", folder.resolve("signed-imports"));
        run(register, written);
        assertThat(signatures(register)).containsExactly(hex("one"), hex("two"));
        written.file("complaints.csv", "key,day,words\na,2019-01-01,the patrol took my phone\nb,2019-01-02,two\n");
        run(register, written);
        assertThat(signatures(register)).containsExactly(hex("the patrol took my phone"), hex("two"));
        written.file("complaints.csv", "key,day,words\na,2019-01-05,\nb,2019-01-02,two\n");
        run(register, written);
        assertThat(register.rows("SELECT narrative FROM complaint ORDER BY number"))
                .containsExactly(List.of("the patrol took my phone"), List.of("two"));
        assertThat(signatures(register)).containsExactly(hex("the patrol took my phone"), hex("two"));
    }

    private static List<String> signatures(TestRegister register) throws SQLException {
        return register.rows("SELECT LOWER(HEX(narrative_signature)) FROM complaint ORDER BY number").stream()
                .map(List::getFirst)
                .toList();
    }

    private static String hex(String narrative) {
        return HexFormat.of().formatHex(Signature.toStore(narrative));
    }

    @Test
    void what_was_changed_here_since_is_a_conflict_and_stays() throws Exception {
        Written written = small("conflict");
        TestRegister register = new TestRegister("it_conflict", folder.resolve("conflict-imports"));
        run(register, written);
        register.execute("UPDATE complaint SET narrative = 'ours', version = version + 1 WHERE number = 'example-a'");
        written.file("complaints.csv", "key,day,words\na,2019-01-01,theirs\nb,2019-01-02,theirs\n");
        TestRegister.Said said = run(register, written);
        assertThat(said.code()).isZero();
        assertThat(said.text()).containsPattern("complaints.csv +2 +0 +1 +0 +0 +1");
        assertThat(register.rows("SELECT narrative FROM complaint ORDER BY number"))
                .containsExactly(List.of("ours"), List.of("theirs"));
    }
}
