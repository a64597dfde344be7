package redress.register;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;

/**
 * The command {@code MAPPING FOLDER [--dry-run]}: brings an old register into the portal's database. MAPPING is a file,
 * or the name of one under {@code config/import}. It runs beside the server, which numbers its acts and lets the index
 * follow. Exit codes: 0 all rows accounted for (refused ones included), 1 the count does not add up, 2 the mapping or
 * the command line does not hold, 3 the database or a file gave up.
 */
public final class ImportCommand {

    private static final String LOCK = "redress.import.";

    private final Map<String, String> settings;
    private final PrintStream out;

    /** @param settings {@code REDRESS_DATABASE_URL}, {@code _USER}, {@code _PASSWORD} and {@code REDRESS_IMPORTS} */
    public ImportCommand(Map<String, String> settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Runs and ends the process with the exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = new ImportCommand(System.getenv(), out).run(List.of(arguments));
        out.flush();
        Runtime.getRuntime().exit(code);
    }

    /** Runs and returns the exit code. */
    public int run(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        boolean dryRun = words.remove("--dry-run");
        if (words.size() != 2 || words.stream().anyMatch(word -> word.startsWith("--"))) {
            out.println("Usage: import MAPPING FOLDER [--dry-run]; see docs/importing.md.");
            return 2;
        }
        try {
            return run(mappingFile(words.get(0)), folder(words.get(1)), dryRun);
        } catch (BadMapping e) {
            out.println(e.getMessage());
            return 2;
        } catch (Import.Interrupted e) {
            out.println(e.getMessage() + " "
                    + (e.getCause() == null ? "" : e.getCause().getMessage()));
            return 3;
        } catch (SQLException e) {
            out.println("The database does not do it: " + e.getMessage());
            return 3;
        } catch (IOException e) {
            out.println("A file cannot be read or written: " + e.getMessage());
            return 3;
        }
    }

    private static Path folder(String word) {
        Path folder = Path.of(word);
        if (!Files.isDirectory(folder)) {
            throw new BadMapping("There is no folder " + folder + ".");
        }
        return folder;
    }

    private static Path mappingFile(String word) {
        Path given = Path.of(word);
        if (Files.exists(given)) {
            return given;
        }
        Path delivered = Path.of("config", "import", word + ".yaml");
        if (Files.exists(delivered)) {
            return delivered;
        }
        throw new BadMapping("There is no mapping " + word + ", neither as a file nor as " + delivered + ".");
    }

    private int run(Path file, Path folder, boolean dryRun) throws SQLException, IOException {
        Mapping mapping = MappingReader.read(file);
        byte[] digest = Digest.of(Files.readAllBytes(file));
        Path imports = Path.of(setting("REDRESS_IMPORTS", "redress.imports", ".redress/imports"));
        Files.createDirectories(imports);
        Progress progress = new Progress(out, System.console() != null);
        if (!dryRun) {
            migrate();
        }
        try (Connection connection = connect()) {
            lock(connection);
            String name = mapping.register() + "-" + Ids.text(Ids.next()) + ".csv";
            try (RefusedRows refused = RefusedRows.open(imports.resolve(name))) {
                Outcomes outcomes = new Outcomes(mapping, refused);
                new Import(mapping, folder, connection, outcomes, progress, dryRun)
                        .run(imports.resolve("work-" + mapping.register()), digest);
                new Summary(out).print(outcomes, progress.seconds(), dryRun);
                return balance(outcomes);
            }
        }
    }

    private int balance(Outcomes outcomes) {
        int code = 0;
        for (Tally tally : outcomes.tallies()) {
            if (!tally.addsUp()) {
                out.println("The count of " + tally.file()
                        + " does not add up: read is not created + updated + ignored + refused + conflicts."
                        + " This is a fault of the importer; please report it.");
                code = 1;
            }
        }
        return code;
    }

    private void migrate() throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(url(), setting("REDRESS_DATABASE_USER", "redress.database.user", "redress"), password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException(
                    "it cannot be reached, or its schema cannot be brought up to date; is REDRESS_DATABASE_URL right?",
                    e);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", setting("REDRESS_DATABASE_USER", "redress.database.user", "redress"));
        properties.setProperty("password", password());
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("useServerPrepStmts", "false");
        Connection connection = DriverManager.getConnection(url(), properties);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private String url() {
        return setting("REDRESS_DATABASE_URL", "redress.database.url", "jdbc:mysql://127.0.0.1:3306/redress");
    }

    private String password() {
        return setting("REDRESS_DATABASE_PASSWORD", "redress.database.password", "");
    }

    private String setting(String variable, String property, String otherwise) {
        @Nullable String given = settings.get(variable);
        return given == null ? System.getProperty(property, otherwise) : given;
    }

    /** Two imports at once would write the same rows twice; the lock is the session's, so a killed run leaves none. */
    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(CONCAT(?, DATABASE()), 0)")) {
            statement.setString(1, LOCK);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next() || found.getInt(1) != 1) {
                    throw new BadMapping("Another import is running on this database; wait until it has ended.");
                }
            }
        }
    }
}
