package redress.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Payara Micro with the WAR at the root, on 127.0.0.1 only. The server's own pages (API description, health, metrics)
 * are switched off and its name is replaced; settings reach the portal through a file that only its owner may read,
 * because a command line can be read by every account of the machine.
 */
public final class Portal {
    /** The Java property with the largest heap, in MiB, where an instance is larger than a demo. */
    public static final String HEAP = "redress.portal.heap";

    private static final int USUAL_HEAP = 512;
    private static final Duration START = Duration.ofMinutes(10);

    /** So many MiB outside of the heap are left to the server beside the index. */
    private static final int OTHERS = 128;

    private final Instance instance;
    private final Setting setting;
    private final Child child;

    private Portal(Instance instance, Setting setting, Child child) {
        this.instance = instance;
        this.setting = setting;
        this.child = child;
    }

    /**
     * What one start needs.
     *
     * @param war the archive to deploy
     * @param port the port on 127.0.0.1
     * @param heap the largest heap, as the Java option writes it (512m)
     * @param configuration the keys of the portal and their values
     * @param remembers whether a start that finds no memory of the archive leaves one, for which its end takes longer
     */
    public record Setting(Path war, int port, String heap, Map<String, String> configuration, boolean remembers) {
        /** A copy with own keys in front of the others. */
        public Setting {
            configuration = Map.copyOf(configuration);
        }

        /** What has to stand beside the server for these keys and is no part of the archive. */
        private List<Path> libraries(Instance instance) {
            return "opensearch".equals(configuration.get("redress.search.engine"))
                    ? new Servers(instance.servers()).openSearchClient()
                    : List.of();
        }
    }

    /** The largest heap, as the Java option writes it. */
    public static String heap() {
        return Integer.getInteger(HEAP, USUAL_HEAP) + "m";
    }

    static Portal start(Instance instance, Setting setting) {
        Archive archive = Archive.of(instance, setting.war());
        Path root = root(instance, archive, setting.libraries(instance));
        Child server = Child.start("Portal", command(instance, root, archive, setting), instance);
        Portal portal = new Portal(instance, setting, server);
        portal.child.await(START, portal::isReady);
        portal.requireDeployed();
        portal.child.await(START, () -> Http.status(portal.url() + "/") != 0);
        return portal;
    }

    /** Starts the same portal again on the same port, after {@link #process()} was ended. */
    public Portal restart() {
        return start(instance, setting);
    }

    /** Starts the same portal with other settings. */
    public Portal restart(Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>(setting.configuration());
        all.putAll(changed);
        return start(instance, new Setting(setting.war(), setting.port(), setting.heap(), all, setting.remembers()));
    }

    /**
     * Another node of the same portal: same database, same keys, a port and an index of its own.
     *
     * @param beside the folder in which it keeps them
     * @param changed what is otherwise than on this node
     */
    Portal another(Instance beside, Map<String, String> changed) {
        Map<String, String> own = new TreeMap<>(setting.configuration());
        own.putAll(changed);
        Path data = Folders.create(beside.data());
        own.put("redress.data.dir", data.toString());
        own.put("redress.index.key-file", data.resolve("index.key").toString());
        own.put(
                "redress.index.sealed-key-file",
                data.resolve("index-sealed.key").toString());
        return start(beside, new Setting(setting.war(), Ports.prefer(0), setting.heap(), own, false));
    }

    /** The server's process. */
    public Child process() {
        return child;
    }

    /** The address of the portal, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + setting.port();
    }

    private boolean isReady() {
        return Folders.read(child.log()).contains(" ready in ");
    }

    private void requireDeployed() {
        String log = Folders.read(child.log());
        if (!log.contains("was successfully deployed in")) {
            String reason = log.lines()
                    .filter(l -> l.contains("Exception while") || l.contains("Caused by") || l.contains("SEVERE"))
                    .findFirst()
                    .orElse("no reason given");
            child.stop(Duration.ofSeconds(20));
            throw new LaunchProblem("The portal could not be deployed: " + reason.strip() + " (" + child.log() + ")");
        }
    }

    private static ProcessBuilder command(Instance instance, Path root, Archive archive, Setting setting) {
        Path properties = instance.folder().resolve("secrets/portal.properties");
        StringBuilder text = new StringBuilder();
        new TreeMap<>(setting.configuration())
                .forEach((k, v) -> text.append(k).append('=').append(v).append('\n'));
        Folders.writePrivate(properties, text.toString());
        List<String> command = new ArrayList<>(List.of(
                Servers.java(),
                "-Xmx" + setting.heap(),
                // A start loads so many classes; below this each of three steps on the way stops everything for a
                // while.
                "-XX:MetaspaceSize=192m",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        command.addAll(sparing());
        command.addAll(outside(setting));
        command.addAll(memory(archive, setting));
        command.addAll(List.of("-jar", root.resolve("launch-micro.jar").toString()));
        command.addAll(List.of("--noHazelcast", "--disablePhoneHome"));
        command.addAll(List.of("--port", Integer.toString(setting.port())));
        command.addAll(List.of("--systemProperties", properties.toString()));
        command.addAll(List.of(
                "--preBootCommandFile", root.resolve("config/pre-boot.txt").toString()));
        command.addAll(List.of(
                "--logProperties", root.resolve("config/logging.properties").toString()));
        command.addAll(
                List.of("--contextRoot", "/", "--deploy", archive.deployed().toString()));
        return new ProcessBuilder(command);
    }

    /**
     * What takes less memory and processor time where it is to be had (JEP 519; huge pages where Linux offers them).
     * The commands beside the portal run under the same, so that a bench measures what the portal does.
     */
    static List<String> sparing() {
        // The heap is small and the machine may be: this collector takes the least memory and time of both.
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 25) {
            options.add("-XX:+UseCompactObjectHeaders");
        }
        if (System.getProperty("os.name").equals("Linux")) {
            options.add("-XX:+UseTransparentHugePages");
        }
        return options;
    }

    /** Room outside of the heap for an index that was given some; without that it is as much as the heap. */
    private static List<String> outside(Setting setting) {
        String index = setting.configuration().get("redress.index.memory");
        return index == null
                ? List.of()
                : List.of("-XX:MaxDirectMemorySize=" + (Integer.parseInt(index) + OTHERS) + "m");
    }

    /** What a Java of 25 or newer can do so that the next start need not find and check each class again. */
    private static List<String> memory(Archive archive, Setting setting) {
        if (Runtime.version().feature() < 25) {
            return List.of();
        }
        if (Files.exists(archive.memory())) {
            return List.of("-XX:AOTCache=" + archive.memory());
        }
        return setting.remembers() ? List.of("-XX:AOTCacheOutput=" + archive.memory(), "-Xlog:aot=off") : List.of();
    }

    /**
     * A fresh root for each start: the shared program, this server's own configuration, the driver and the libraries
     * beside it.
     */
    private static Path root(Instance instance, Archive archive, List<Path> libraries) {
        Servers servers = new Servers(instance.servers());
        Path shared = servers.payara();
        Path root = instance.folder().resolve("payara");
        Folders.delete(root);
        for (String own : List.of("META-INF", "config", "docroot", "lib")) {
            Folders.copy(shared.resolve(own), Folders.create(root).resolve(own));
        }
        Folders.copy(shared.resolve("launch-micro.jar"), root.resolve("launch-micro.jar"));
        Folders.link(root.resolve("runtime"), shared.resolve("runtime"));
        Folders.copy(servers.connector(), root.resolve("lib").resolve("connector.jar"));
        for (Path library : libraries(archive, libraries)) {
            Folders.copy(
                    library, root.resolve("lib").resolve(library.getFileName().toString()));
        }
        Folders.copy(Path.of("config/payara"), root.resolve("config"));
        withoutOwnPages(root.resolve("config/domain.xml"));
        return root;
    }

    private static List<Path> libraries(Archive archive, List<Path> more) {
        List<Path> all = new ArrayList<>(archive.libraries());
        all.addAll(more);
        return all;
    }

    /** The boot commands cannot reach these three, which do not exist yet when the commands run. */
    private static void withoutOwnPages(Path domain) {
        String present = "<microprofile-metrics-configuration></microprofile-metrics-configuration>";
        String xml = Folders.read(domain);
        if (!Files.exists(domain) || !xml.contains(present)) {
            throw new LaunchProblem("This version of Payara Micro is configured differently than expected.");
        }
        StringBuilder off = new StringBuilder();
        for (String page : List.of("metrics", "openapi", "healthcheck")) {
            off.append("<microprofile-%s-configuration enabled=\"false\" virtual-servers=\"none\"/>".formatted(page));
        }
        Folders.write(domain, xml.replace(present, off));
    }
}
