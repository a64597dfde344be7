package redress.register;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import redress.launch.Database;
import redress.launch.Instance;

/** One schema on a database that all tests of the importer share, and the command that imports into it. */
public final class TestRegister {

    private static final Supplier<Database> DATABASE = new Supplier<>() {
        private @Nullable Database database;

        @Override
        public synchronized Database get() {
            @Nullable Database started = database;
            if (started == null) {
                started = Database.alone(new Instance(
                        Path.of(System.getProperty("redress.home", ".redress")), Path.of("target/register-it")));
                database = started;
            }
            return started;
        }
    };

    private final String schema;
    private final Path imports;

    TestRegister(String name, Path imports) {
        this.schema = "redress_" + name;
        this.imports = imports;
    }

    /** A schema of that name with the tables of the portal and nothing in them. */
    public static TestRegister empty(String name) throws SQLException {
        TestRegister register = new TestRegister(name, Path.of("target", name));
        register.execute("DROP DATABASE " + register.schema);
        Flyway.configure()
                .dataSource(register.url(), Database.USER, DATABASE.get().password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return register;
    }

    /** What the importer said, and with which exit code. */
    record Said(int code, String text) {}

    /** What a process needs to reach the schema, as environment variables. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DATABASE.get().settings());
        settings.put("REDRESS_DATABASE_URL", url());
        settings.put("REDRESS_IMPORTS", imports.toString());
        return settings;
    }

    private String url() {
        return DATABASE.get().url(schema) + "&createDatabaseIfNotExist=true";
    }

    Path imports() {
        return imports;
    }

    Said run(String... arguments) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int code = new ImportCommand(settings(), new PrintStream(text, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return new Said(code, text.toString(StandardCharsets.UTF_8));
    }

    /** For code that asks the database as it does in the portal. */
    public DataSource dataSource() {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(url());
        source.setUser(Database.USER);
        source.setPassword(DATABASE.get().password());
        return source;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), Database.USER, DATABASE.get().password());
    }

    /** The one number that a query gives. */
    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The first column to the count in the second. */
    public Map<String, Long> counts(String sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (List<String> row : rows(sql)) {
            counts.put(row.get(0), Long.valueOf(row.get(1)));
        }
        return counts;
    }

    /** All rows; what is NULL becomes an empty text. */
    public List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    @Nullable String cell = found.getString(i);
                    row.add(cell == null ? "" : cell);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
