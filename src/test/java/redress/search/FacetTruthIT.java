package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;
import redress.planted.PlantedCorpus;
import redress.register.TestRegister;

/** What the search counts is what the database counts: planted rows, read as the portal reads them, against SQL. */
class FacetTruthIT {

    private static final int COMPLAINTS = 3_000;
    /** What is true does not depend on how busy the machine is. */
    private static final Duration UNHURRIED = Duration.ofMinutes(5);

    private static final String EVERYTHING = "c.compartment IN ('open', 'sealed-1', 'sealed-2')";

    @TempDir
    private static Path folder;

    private static ComplaintRows rows;
    private static SearchIndex index;
    private static Reading reading;
    private static Connection connection;
    private static FacetSql sql;

    /** Somebody's rights, and what they mean said once more in SQL. */
    private record Eyes(Sight sight, String condition) {}

    @BeforeAll
    static void plants_and_reads() throws Exception {
        DataSource database = TestRegister.empty("it_facets").dataSource();
        connection = database.getConnection();
        new PlantedRows(connection, PlantedCorpus.of(COMPLAINTS, 11)).write();
        rows = new ComplaintRows(database, new Names(database));
        List<ComplaintSheet> sheets = new ArrayList<>();
        long last = 0;
        for (List<Long> ids = rows.idsAfter(last, 500); !ids.isEmpty(); ids = rows.idsAfter(last, 500)) {
            sheets.addAll(rows.read(ids));
            last = ids.getLast();
        }
        assertThat(sheets).hasSize(COMPLAINTS);
        index = IndexExample.of(folder, sheets);
        reading = new Reading(index, new Columns());
        sql = new FacetSql(connection);
    }

    @AfterAll
    static void closes() throws IOException, SQLException {
        index.close();
        connection.close();
    }

    @Test
    void hits_and_facet_counts_equal_sql_for_random_filters() throws Exception {
        compareBeforeAndAfterAChange(100, 31);
    }

    @Test
    @Tag("deep")
    void hits_and_facet_counts_equal_sql_for_a_thousand_random_filters() throws Exception {
        compareBeforeAndAfterAChange(1_000, 32);
    }

    @Test
    void what_is_read_together_is_what_was_asked_for_and_is_as_each_alone() {
        List<Long> first = rows.idsAfter(0, 240);
        for (int every : new int[] {1, 2, 3}) {
            List<Long> asked =
                    first.stream().filter(id -> first.indexOf(id) % every == 0).toList();
            Map<Long, String> together = told(rows.read(asked));
            Map<Long, String> alone = new TreeMap<>();
            asked.forEach(id -> alone.putAll(told(rows.read(List.of(id)))));
            assertThat(together).hasSize(asked.size()).isEqualTo(alone);
        }
    }

    private static Map<Long, String> told(List<ComplaintSheet> sheets) {
        return sheets.stream()
                .collect(Collectors.toMap(
                        ComplaintSheet::id,
                        sheet -> Documents.of(sheet).getFields().toString(),
                        (one, other) -> one + other,
                        TreeMap::new));
    }

    private static void compareBeforeAndAfterAChange(int questions, long seed) throws Exception {
        Random random = new Random(seed);
        sql.work();
        long compared = compare(random, questions / 2);
        change();
        sql.work();
        compared += compare(random, questions / 2);
        System.out.printf(
                "%d random filters over %d complaints: hits and %d facet counts equal SQL%n",
                questions, COMPLAINTS, compared);
    }

    /** Some complaints move on, change hands, are sealed and opened; the index reads these anew. */
    private static void change() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (long id = 1_000_000; id < 1_000_000 + COMPLAINTS; id += 7) {
            ids.add(id);
        }
        String some = " WHERE id IN (" + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE complaint SET version = version + 1, stage = 'CLOSED', assignee = IF(id % 2, 'anna', NULL),"
                            + " compartment = IF(compartment = 'open' AND id % 3 = 0, 'sealed-1', 'open')" + some);
            statement.execute("UPDATE allegation SET finding = 'SUSTAINED'" + some.replace("id IN", "complaint_id IN"));
        }
        Generation generation = index.current().orElseThrow();
        generation.replace(ids, rows.read(ids));
        generation.refresh();
    }

    /** Asks so many questions of both; how many facet counts were compared. */
    private static long compare(Random random, int questions) throws SQLException {
        long compared = 0;
        int found = 0;
        for (int question = 0; question < questions; question++) {
            Map<String, List<String>> filters = filters(random);
            String word = random.nextInt(4) == 0 ? PlantedRows.MARK : "";
            Eyes eyes = eyes(random);
            Map<String, List<String>> parameters = new HashMap<>(filters);
            parameters.put(
                    "facets", Dimension.all().stream().map(Dimension::word).toList());
            FacetSql.Condition condition = new FacetSql.Condition(eyes.condition(), word);
            Answer answer = reading.answer(SearchQuery.of(word, parameters, null, 1), eyes.sight(), UNHURRIED);

            String asked = "question %d: %s %s %s".formatted(question, word, filters, eyes.sight());
            assertThat(answer.partial()).as(asked).isFalse();
            assertThat(answer.count()).as(asked).isEqualTo(sql.count(condition, filters));
            Map<String, Map<String, Long>> counts = sql.counts(condition, filters);
            for (Dimension dimension : Dimension.all()) {
                Map<String, Long> expected = counts.getOrDefault(dimension.word(), Map.of());
                assertThat(counted(answer.counts(dimension)))
                        .as("%s by %s", asked, dimension)
                        .isEqualTo(expected);
                compared += expected.size();
            }
            found += answer.count() > 0 ? 1 : 0;
        }
        assertThat(found).as("questions with an answer").isGreaterThan(questions / 2);
        return compared;
    }

    private static Map<String, Long> counted(List<Answer.Count> counts) {
        return counts.stream().collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
    }

    /** One to four dimensions with what some complaint has there, and up to two values besides. */
    private static Map<String, List<String>> filters(Random random) throws SQLException {
        Map<String, List<String>> filters = new TreeMap<>();
        long complaint = 1_000_000 + random.nextInt(COMPLAINTS);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Dimension dimension = SheetExamples.dimension(random);
            List<String> all = sql.values(dimension);
            List<String> own = sql.values(complaint, dimension);
            List<String> wanted = new ArrayList<>();
            if (!own.isEmpty()) {
                wanted.add(own.get(random.nextInt(own.size())));
            }
            for (int more = own.isEmpty() ? 1 : random.nextInt(3); more > 0; more--) {
                wanted.add(all.get(random.nextInt(all.size())));
            }
            filters.put(dimension.word(), wanted.stream().distinct().toList());
        }
        return filters;
    }

    private static Eyes eyes(Random random) {
        Set<String> both = Set.of(Sight.OPEN, PlantedRows.SEALED_ONE, PlantedRows.SEALED_TWO);
        return switch (random.nextInt(6)) {
            case 0 -> new Eyes(new Sight("eve", false, Set.of(Sight.OPEN), Set.of()), "c.compartment = 'open'");
            case 1 ->
                new Eyes(
                        new Sight("eve", false, Set.of(Sight.OPEN, PlantedRows.SEALED_ONE), Set.of()),
                        "c.compartment IN ('open', 'sealed-1')");
            case 2 ->
                new Eyes(new Sight(PlantedRows.ANNA, true, both, Set.of()), EVERYTHING + " AND c.assignee = 'anna'");
            case 3 -> {
                Set<Long> recused = Stream.generate(() -> 1_000_000L + random.nextInt(COMPLAINTS))
                        .limit(200)
                        .collect(Collectors.toSet());
                String ids = recused.stream().map(String::valueOf).collect(Collectors.joining(","));
                yield new Eyes(new Sight("eve", false, both, recused), EVERYTHING + " AND c.id NOT IN (" + ids + ")");
            }
            case 4 ->
                new Eyes(
                        new Sight("eve", false, Set.of(PlantedRows.SEALED_TWO), Set.of()),
                        "c.compartment = 'sealed-2'");
            default -> new Eyes(new Sight("eve", false, both, Set.of()), EVERYTHING);
        };
    }
}
