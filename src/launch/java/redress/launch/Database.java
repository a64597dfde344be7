package redress.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * MariaDB of one instance, on 127.0.0.1, with the schema {@code redress} and an account of its own. Commits are durable
 * (flushed at each one), times are UTC, lost updates are refused by snapshot isolation.
 */
public final class Database {
    /** The account of the portal; its password is a secret of the instance. */
    public static final String USER = "redress";

    /** The Java property with the memory for tables, in MiB, where an instance is larger than a demo. */
    public static final String MEMORY = "redress.database.memory";

    private static final int USUAL_MEMORY = 512;

    private static final Duration START = Duration.ofMinutes(5);
    private static final String OPTIONS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true&cachePrepStmts=true"
            + "&tcpKeepAlive=true&connectTimeout=10000"
            // Nobody but the driver changes the session, so it need not ask the server before each statement.
            + "&useLocalSessionState=true&elideSetAutoCommits=true&cacheServerConfiguration=true&maintainTimeStats=false"
            + "&cacheResultSetMetadata=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=16384";

    private final Instance instance;
    private final Child child;
    private final int port;

    private Database(Instance instance, Child child, int port) {
        this.instance = instance;
        this.child = child;
        this.port = port;
    }

    /** Starts the server on the given port (0 for a free one) and returns when the portal's account can use it. */
    static Database start(Instance instance, int wishedPort) {
        Path data = instance.folder().resolve("mariadb");
        Path base = new Servers(instance.servers()).mariadb(data);
        int port = wishedPort == 0 ? Ports.free() : wishedPort;
        List<String> all = new ArrayList<>(command(base, data, port, firstWords(instance)));
        // In the folder that all programs share, another server that starts takes such files for what it left behind
        // itself and deletes them; and they hold what complaints say.
        all.add("--tmpdir=" + Folders.create(instance.folder().resolve("mariadb-temporary")));
        ProcessBuilder command = new ProcessBuilder(all);
        command.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        Database database = new Database(instance, Child.start("Database", command, instance), port);
        database.child.await(START, database::canLogIn);
        Folders.write(portFile(instance), Integer.toString(port));
        return database;
    }

    /** An empty database without the other servers, for a test or a bench; it ends with this JVM. */
    public static Database alone(Instance instance) {
        instance.take();
        instance.clear();
        Database database = start(instance, 0);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            database.process().stop(Duration.ofSeconds(60));
                            instance.endRecorded();
                            instance.release();
                        },
                        "stop"));
        return database;
    }

    /** Starts the same data again on the same port, after {@link #process()} was ended. */
    public Database restart() {
        return start(instance, port);
    }

    /** The server's process. */
    public Child process() {
        return child;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The JDBC address of a schema; {@code redress} is the portal's, others whose name begins so are for tests. */
    public String url(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + OPTIONS;
    }

    /** The password of {@link #USER}. */
    public String password() {
        return instance.secret("database");
    }

    /** What a command needs to reach the portal's schema, as environment variables. */
    public Map<String, String> settings() {
        return settings(instance, port);
    }

    private static Map<String, String> settings(Instance instance, int port) {
        return Map.of(
                "REDRESS_DATABASE_URL",
                "jdbc:mysql://127.0.0.1:" + port + "/redress" + OPTIONS,
                "REDRESS_DATABASE_USER",
                USER,
                "REDRESS_DATABASE_PASSWORD",
                instance.secret("database"),
                "REDRESS_IMPORTS",
                instance.folder().resolve("imports").toString());
    }

    /** The settings of the database that another launcher runs for this instance. */
    static Map<String, String> settingsOfRunning(Instance instance) {
        return settings(
                instance, Integer.parseInt(Folders.read(portFile(instance)).strip()));
    }

    private static Path portFile(Instance instance) {
        return instance.folder().resolve("database.port");
    }

    /** A new connection to the portal's schema as the portal's account. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url("redress"), USER, password());
    }

    private boolean canLogIn() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * The statements with which the server starts: the portal's schema and account, and nobody without a password. The
     * server's own root can be reached by the owner of its process only, through the socket.
     */
    private static Path firstWords(Instance instance) {
        String account = "'" + USER + "'@'127.0.0.1'";
        return Folders.writePrivate(
                instance.folder().resolve("secrets/database.sql"),
                String.join(
                        ";\n",
                        "CREATE DATABASE IF NOT EXISTS redress CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
                        "CREATE OR REPLACE USER " + account + " IDENTIFIED BY '" + instance.secret("database") + "'",
                        "GRANT ALL ON `redress%`.* TO " + account,
                        "GRANT SELECT ON performance_schema.* TO " + account,
                        "DELETE FROM mysql.global_priv WHERE User = ''",
                        "FLUSH PRIVILEGES",
                        ""));
    }

    private static List<String> command(Path base, Path data, int port, Path firstWords) {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--lc-messages-dir=" + base.resolve("share"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--init-file=" + firstWords,
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                "--innodb-snapshot-isolation=ON",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + Integer.getInteger(MEMORY, USUAL_MEMORY) + "M",
                "--innodb-log-file-size=256M",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--skip-log-bin"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }
}
