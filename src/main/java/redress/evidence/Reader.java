package redress.evidence;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The process that reads documents, from the portal's side. It gets the content by its input, knows no secret (its
 * environment holds the search path alone), has a small heap and, where the system lets an account make one, a network
 * of its own with nothing in it. It is ended when a document takes too long or answers more than is taken. For one
 * thread.
 */
final class Reader implements AutoCloseable {

    /** The most bytes of an answer: two million characters of at most three bytes, and some room. */
    private static final int MOST = 6_100_000;

    /** How often a slow reading is looked at. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A busy machine harms no document: it is the processor time that counts, up to so many times as much time. */
    private static final int PATIENCE = 5;

    /** How many seconds a killed process is waited for: the system takes its time where both cores are busy. */
    private static final int FAREWELL = 10;

    private static final String SCRATCH = "redress-reader-";
    private static final Pattern MADE = Pattern.compile(SCRATCH + "(\\d{1,18})-.*");

    private final Process process;
    private final Path scratch;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    private Reader(Process process, Path scratch) {
        this.process = process;
        this.scratch = scratch;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** Starts one from these class path entries. */
    static Reader start(String classPath) throws IOException {
        Path scratch = freshScratch();
        List<String> command = new ArrayList<>(Seclusion.prefix());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch,
                // The list of fonts that is made on first use belongs there too.
                "-Dpdfbox.fontcache=" + scratch,
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-cp",
                classPath,
                "redress.reader.Reader"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.directory(scratch.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LANG", "C.UTF-8");
        return new Reader(builder.start(), scratch);
    }

    /** In memory where the system has such a folder, so that what a parser sets aside meets no disk. */
    private static Path freshScratch() throws IOException {
        Path memory = Path.of("/dev/shm");
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        String name = SCRATCH + ProcessHandle.current().pid() + "-";
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, name, closed)
                : Files.createTempDirectory(name, closed);
    }

    /** Removes the folders of portals that were killed: what a parser set aside must not outlive its document. */
    static void sweep() {
        for (Path parent : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir", "/tmp")))) {
            sweep(parent);
        }
    }

    static void sweep(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(Reader::orphaned).forEach(Reader::remove);
        } catch (IOException | UncheckedIOException hidden) {
            System.getLogger(Reader.class.getName())
                    .log(System.Logger.Level.WARNING, "Left folders of readers could not be looked for in {0}", parent);
        }
    }

    /** Whether the portal that made this folder is gone; its process stands in the name. */
    private static boolean orphaned(Path folder) {
        Matcher name = MADE.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(Reader.class.getName())
                    .log(System.Logger.Level.WARNING, "The folder of the reader was not removed: {0}", folder);
        }
    }

    /**
     * The words of a document. After {@link TextState#CRASHED} the process has ended, and after {@link TextState#SLOW}
     * unless it said so itself.
     *
     * @param limit the processor time that it may take; five times as much on the clock
     */
    Words read(String type, byte[] content, Duration limit) throws InterruptedException {
        FutureTask<Words> asking = new FutureTask<>(() -> ask(type, content));
        Thread.ofPlatform().daemon().name("redress-reader").start(asking);
        Duration before = processorTime();
        long end = System.nanoTime() + limit.multipliedBy(PATIENCE).toNanos();
        while (true) {
            try {
                return asking.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAtIt) {
                if (System.nanoTime() > end || processorTime().minus(before).compareTo(limit) > 0) {
                    ended();
                    return Words.none(TextState.SLOW);
                }
            } catch (ExecutionException broken) {
                ended();
                return Words.none(TextState.CRASHED);
            }
        }
    }

    private Words ask(String type, byte[] content) throws IOException {
        questions.writeUTF(type);
        questions.writeInt(content.length);
        questions.write(content);
        questions.flush();
        TextState state = TextState.valueOf(answers.readUTF());
        int length = answers.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] text = new byte[length];
        answers.readFully(text);
        return new Words(state, new String(text, StandardCharsets.UTF_8));
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Where parsers may set something aside; removed with the process. */
    Path scratch() {
        return scratch;
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends it and waits until it has ended: a kill is only a wish until the system has carried it out. */
    private void ended() throws InterruptedException {
        end();
        process.waitFor(FAREWELL, TimeUnit.SECONDS);
    }

    /** Ends the process and removes what it set aside. */
    @Override
    public void close() {
        end();
        if (Files.notExists(scratch)) {
            return;
        }
        try {
            process.waitFor(FAREWELL, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        remove(scratch);
    }
}
