package redress.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the archive with the Maven wrapper, under the Java that runs the launcher. */
final class Build {
    /** Where Maven puts the archive. */
    static final Path ARCHIVE = Path.of("target/redress.war");

    private Build() {}

    static Path archive(Progress progress) {
        Path log = Path.of("target/build.log");
        ProcessBuilder command = new ProcessBuilder(List.of("./mvnw", "-q", "-B", "-DskipTests", "package"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Folders.create(Path.of("target"));
            if (command.start().waitFor() != 0) {
                throw new LaunchProblem("The build failed:\n" + Folders.read(log) + "The build failed; see above.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run ./mvnw", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted while building.", e);
        }
        progress.say("Portal built");
        return ARCHIVE;
    }
}
