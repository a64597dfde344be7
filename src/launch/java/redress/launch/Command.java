package redress.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of the portal's own commands, run beside the server in a process of its own with the classes of the last build.
 * What it must know reaches it through its environment, which other accounts of the machine cannot read.
 *
 * @param main the class with the main method
 * @param heap the largest heap, as the Java option writes it
 * @param arguments what the class is given
 */
public record Command(String main, String heap, List<String> arguments) {
    /** A copy that does not change. */
    public Command {
        arguments = List.copyOf(arguments);
    }

    /** The import of a register: a mapping, a folder, and perhaps {@code --dry-run}. */
    public static Command importing(List<String> arguments) {
        return new Command("redress.register.ImportCommand", "768m", arguments);
    }

    /** Runs to the end on our own output and returns the exit code. */
    public int run(Map<String, String> environment) {
        List<String> command =
                new ArrayList<>(List.of(Servers.java(), "-Xmx" + heap, "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"));
        command.addAll(Portal.sparing());
        System.getProperties().stringPropertyNames().stream()
                .filter(k -> k.startsWith("redress."))
                .forEach(k -> command.add("-D" + k + "=" + System.getProperty(k)));
        String libraries = Folders.read(Path.of("target/launch.classpath")).strip();
        command.addAll(List.of(
                "-cp", String.join(File.pathSeparator, "target/test-classes", "target/classes", libraries), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + main, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted while " + main + " ran.", e);
        }
    }
}
