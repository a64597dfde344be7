package redress.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One server process that this launcher started: its name, its log, and the only ways to end it. */
public final class Child {
    private final String name;
    private final ProcessHandle handle;
    private final Path log;

    private Child(String name, ProcessHandle handle, Path log) {
        this.name = name;
        this.handle = handle;
        this.log = log;
    }

    /** Starts the command with its output going to {@code log}, and records it so that a later launcher can end it. */
    static Child start(String name, ProcessBuilder command, Instance instance) {
        Path log = instance.log(name);
        try {
            Folders.create(Folders.parent(log));
            command.redirectErrorStream(true).redirectOutput(log.toFile());
            Process process = command.start();
            process.getOutputStream().close();
            Child child = new Child(name, process.toHandle(), log);
            instance.record(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** The name the progress lines use. */
    public String name() {
        return name;
    }

    /** The process id. */
    public long pid() {
        return handle.pid();
    }

    /** Where standard output and standard error go. */
    public Path log() {
        return log;
    }

    /** Whether the process still runs. */
    public boolean alive() {
        return handle.isAlive();
    }

    /** Asks the process to end, waits at most {@code limit}, then ends it by force. */
    public void stop(Duration limit) {
        end(handle, limit);
    }

    /** Ends the process at once, as a loss of power would (kill -9), and waits until it is gone. */
    public void kill() {
        handle.destroyForcibly();
        await(handle, Duration.ofSeconds(20));
    }

    /** Keeps what the process said beside the log, which the next start begins anew. */
    void keepLog() {
        String name = log.getFileName().toString().replaceFirst("\\.log$", "");
        Folders.copy(log, log.resolveSibling(name + "-" + pid() + ".log"));
    }

    /** Resident memory in bytes as the kernel counts it; 0 where the kernel does not tell. */
    public long residentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Processor time that the process has used so far; zero where the system does not tell. */
    public Duration processorTime() {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Waits until {@code ready}; a process that ends meanwhile, or time that runs out, is told with the log's place.
     */
    void await(Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive()) {
                throw new LaunchProblem(name + " ended while it started: " + lastWords() + " (" + log + ")");
            }
            if (System.nanoTime() > end) {
                throw new LaunchProblem(
                        name + " did not answer within " + limit.toSeconds() + " seconds; its log is " + log);
            }
            pause();
        }
    }

    static void end(ProcessHandle handle, Duration limit) {
        handle.destroy();
        if (!await(handle, limit)) {
            handle.destroyForcibly();
            await(handle, Duration.ofSeconds(20));
        }
    }

    private static boolean await(ProcessHandle handle, Duration limit) {
        CompletableFuture<ProcessHandle> exit = handle.onExit();
        try {
            exit.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it gave as the reason: the last cause it named, or else its last fault, or else its last line. */
    private String lastWords() {
        List<String> lines = Folders.read(log).lines().filter(l -> !l.isBlank()).toList();
        return last(lines, "Caused by")
                .or(() -> last(lines, "SEVERE"))
                .or(() -> last(lines, ""))
                .orElse("it said nothing");
    }

    private static Optional<String> last(List<String> lines, String part) {
        return lines.reversed().stream().filter(l -> l.contains(part)).findFirst();
    }

    static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted while waiting.", e);
        }
    }
}
