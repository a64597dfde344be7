package redress.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import redress.launch.Database;
import redress.launch.Instance;
import redress.register.ImportCommand;

/**
 * Rows a second of the importer beside the plainest load there is: the very rows that the importer wrote, read back
 * from a file and sent to the same tables by batched JDBC in transactions of a thousand. Both on fresh schemas of one
 * database, in turns. Arguments: rounds (2), mapping (chicago), folder.
 */
public final class ImportBench {

    private static final List<String> TABLES = List.of(
            "institution",
            "unit",
            "category",
            "officer",
            "posting",
            "incident",
            "complaint",
            "subject",
            "allegation",
            "complainant",
            "import_more");
    private static final int BATCH = 1000;
    private static final String NULL = "\\N";

    private final Database database;
    private final Path work;

    private ImportBench(Database database, Path work) {
        this.database = database;
        this.work = work;
    }

    /** Prints one line a round and the median ratio; ends with code 1 where it is below the goal. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        String mapping = arguments.length > 1 ? arguments[1] : "chicago";
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : realData().resolve(mapping);
        Path home = Path.of(System.getProperty("redress.home", ".redress"));
        Path work = Files.createTempDirectory("redress-bench-import");
        Database database = Database.alone(new Instance(home, Path.of("target/bench-import")));
        boolean met = new ImportBench(database, work).run(rounds, mapping, folder);
        System.exit(met ? 0 : 1);
    }

    private static Path realData() {
        String given = System.getenv("REDRESS_REAL_DATA");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return at.resolve("shared/data");
            }
        }
        throw new IllegalStateException("No real data here: ../shared/data or REDRESS_REAL_DATA.");
    }

    private boolean run(int rounds, String mapping, Path folder) throws IOException, SQLException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            String imported = "redress_bench_i" + round;
            String plain = "redress_bench_p" + round;
            migrate(imported);
            migrate(plain);
            double importing = seconds(() -> importInto(imported, mapping, folder));
            long rows = dump(imported);
            double loading = seconds(() -> load(plain));
            same(imported, plain);
            ratios.add(loading / importing);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,d rows; import %.1f s, %,.0f rows/s; plain load %.1f s, %,.0f rows/s; ratio %.2f%n",
                    round,
                    rows,
                    importing,
                    rows / importing,
                    loading,
                    rows / loading,
                    loading / importing);
            drop(imported);
            drop(plain);
        }
        ratios.sort(null);
        double median = ratios.get((ratios.size() - 1) / 2);
        System.out.printf(
                Locale.ROOT,
                "import beside plain load, median ratio %.2f (goal 0.50); peak heap %,d MiB%n",
                median,
                peakHeap() >> 20);
        return median >= 0.5;
    }

    /** Something that takes time. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static double seconds(Work work) throws IOException, SQLException {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e9;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private String url(String schema) {
        return database.url(schema) + "&createDatabaseIfNotExist=true";
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(schema), Database.USER, database.password());
    }

    private void migrate(String schema) {
        Flyway.configure()
                .dataSource(url(schema), Database.USER, database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void drop(String schema) throws SQLException {
        try (Connection connection = connect("redress");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP DATABASE " + schema);
        }
    }

    private void importInto(String schema, String mapping, Path folder) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("REDRESS_DATABASE_URL", url(schema));
        settings.put("REDRESS_IMPORTS", work.resolve("imports").toString());
        PrintStream silent = new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = new ImportCommand(settings, silent).run(List.of(mapping, folder.toString()));
        if (code != 0) {
            throw new IllegalStateException("The import ended with code " + code + ".");
        }
    }

    /** Writes the imported rows into files, outside of the measured time. */
    private long dump(String schema) throws IOException, SQLException {
        long rows = 0;
        try (Connection connection = connect(schema)) {
            for (String table : TABLES) {
                try (Statement statement = connection.createStatement();
                        CsvWriter csv = CsvWriter.builder().build(work.resolve(table + ".csv"))) {
                    statement.setFetchSize(Integer.MIN_VALUE);
                    String order = table.equals("unit") ? " ORDER BY parent_id IS NOT NULL, id" : "";
                    ResultSet found = statement.executeQuery("SELECT * FROM " + table + order);
                    rows += dump(found, csv);
                }
            }
        }
        return rows;
    }

    private static long dump(ResultSet found, CsvWriter csv) throws SQLException {
        int columns = found.getMetaData().getColumnCount();
        String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            String name = found.getMetaData().getColumnName(i + 1);
            cells[i] = found.getMetaData().getColumnClassName(i + 1).equals("[B") ? "hex:" + name : name;
        }
        csv.writeRecord(cells);
        boolean[] binary = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            binary[i] = cells[i].startsWith("hex:");
        }
        long rows = 0;
        while (found.next()) {
            for (int i = 0; i < columns; i++) {
                cells[i] = cell(found, i + 1, binary[i]);
            }
            csv.writeRecord(cells);
            rows++;
        }
        return rows;
    }

    private static String cell(ResultSet found, int column, boolean binary) throws SQLException {
        if (binary) {
            byte @Nullable [] bytes = found.getBytes(column);
            return bytes == null ? NULL : HexFormat.of().formatHex(bytes);
        }
        @Nullable String text = found.getString(column);
        return text == null ? NULL : text;
    }

    private void load(String schema) throws IOException, SQLException {
        try (Connection connection = connect(schema)) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(work.resolve(table + ".csv"))) {
                    load(connection, table, csv);
                }
            }
        }
    }

    private static void load(Connection connection, String table, CsvReader<CsvRecord> csv) throws SQLException {
        var records = csv.iterator();
        List<String> header = records.next().getFields();
        String columns = String.join(
                ", ", header.stream().map(name -> name.replace("hex:", "")).toList());
        String sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + "?,".repeat(header.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            while (records.hasNext()) {
                bind(statement, header, records.next());
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    private static void bind(PreparedStatement statement, List<String> header, CsvRecord record) throws SQLException {
        for (int i = 0; i < header.size(); i++) {
            String cell = record.getField(i);
            if (cell.equals(NULL)) {
                statement.setObject(i + 1, null);
            } else if (header.get(i).startsWith("hex:")) {
                statement.setBytes(i + 1, HexFormat.of().parseHex(cell));
            } else {
                statement.setString(i + 1, cell);
            }
        }
    }

    /** A bench whose two sides did not do the same work measures nothing. */
    private void same(String imported, String plain) throws SQLException {
        for (String table : TABLES) {
            long one = count(imported, table);
            long other = count(plain, table);
            if (one != other) {
                throw new IllegalStateException(table + ": " + one + " rows imported, " + other + " loaded.");
            }
        }
    }

    private long count(String schema, String table) throws SQLException {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            found.next();
            return found.getLong(1);
        }
    }
}
