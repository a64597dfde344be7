package redress.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One running copy of the whole: a folder with its data, secrets, logs and the list of processes it started. At most
 * one launcher holds an instance at a time; the lock goes with the launcher's life, however that ends.
 */
public final class Instance {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration TO_STOP = Duration.ofMinutes(2);

    private final Path home;
    private final Path folder;
    private @Nullable FileChannel lockFile;

    /** The instance in {@code folder}; {@code home} holds the servers that all instances share. */
    public Instance(Path home, Path folder) {
        this.home = home.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Where the servers that all instances share are unpacked. */
    public Path servers() {
        return home.resolve("servers");
    }

    /** A folder within this one, with data and logs of its own. */
    Instance beside(String name) {
        return new Instance(home, folder.resolve(name));
    }

    /** This instance's own folder. */
    public Path folder() {
        return folder;
    }

    /** Where the portal keeps its index and keys. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The log of one of the processes, by its name. */
    public Path log(String name) {
        return folder.resolve("log")
                .resolve(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".log");
    }

    /** A secret made at first use and kept in a file that only its owner may read. */
    public String secret(String name) {
        Path file = folder.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            Folders.writePrivate(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Folders.read(file).strip();
    }

    /** Takes the instance for this launcher, ends what a launcher that died left behind, or says who holds it. */
    void take() {
        Folders.create(folder);
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new LaunchProblem("Redress is already running from " + folder
                        + launcher().map(p -> " (process " + p.pid() + ")").orElse("")
                        + ". Stop it with ./redress stop.");
            }
            lockFile = channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + folder, e);
        }
        endRecorded();
        Folders.write(folder.resolve("launcher"), line("launcher", ProcessHandle.current()));
    }

    /** Gives the instance back. */
    void release() {
        try {
            Files.deleteIfExists(folder.resolve("launcher"));
            Files.deleteIfExists(folder.resolve("processes"));
            if (lockFile != null) {
                lockFile.close();
                lockFile = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release " + folder, e);
        }
    }

    /** The launcher that runs this instance now, if any. */
    Optional<ProcessHandle> launcher() {
        Path file = folder.resolve("launcher");
        return Files.exists(file) ? recorded(Folders.read(file).strip()) : Optional.empty();
    }

    /** The public port of the last start, 0 when there was none: kept where possible, so that Keycloak knows it. */
    int lastPort() {
        Path file = folder.resolve("port");
        return Files.exists(file) ? Integer.parseInt(Folders.read(file).strip()) : 0;
    }

    void lastPort(int port) {
        Folders.write(folder.resolve("port"), Integer.toString(port));
    }

    /** Removes the data, the logs and the marks of what was done; secrets and accounts stay. */
    void clear() {
        for (String part : List.of("mariadb", "mariadb-temporary", "data", "steps", "log")) {
            Folders.delete(folder.resolve(part));
        }
    }

    /** Two servers may be started at the same moment. */
    synchronized void record(Child child) {
        Path file = folder.resolve("processes");
        String known = Files.exists(file) ? Folders.read(file) : "";
        ProcessHandle.of(child.pid()).ifPresent(p -> Folders.write(file, known + line(child.name(), p)));
    }

    /** Ends the recorded processes that still run, and no other: a pid counts only with its start time. */
    void endRecorded() {
        Path file = folder.resolve("processes");
        if (Files.exists(file)) {
            Folders.read(file).lines().forEach(l -> recorded(l).ifPresent(p -> Child.end(p, TO_STOP)));
            Folders.delete(file);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String line(String name, ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return name.replace(' ', '-') + " " + process.pid() + " " + started + "\n";
    }

    private static Optional<ProcessHandle> recorded(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 3) {
            return Optional.empty();
        }
        long started = Long.parseLong(parts[2]);
        return ProcessHandle.of(Long.parseLong(parts[1]))
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().startInstant().map(Instant::toEpochMilli).orElse(0L) == started);
    }
}
