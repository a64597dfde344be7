package redress.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import redress.launch.demo.Afterwards;

/** Makes the demo country's records and takes them in like any old register. */
final class DemoRecords {

    private DemoRecords() {}

    static void load(Stack stack, Progress progress) {
        Path folder = stack.instance().folder().resolve("country");
        try {
            // In a process of its own: it needs the classes of the build, which the launcher does without.
            if (new Command("redress.launch.demo.DemoCountry", "256m", List.of(folder.toString())).run(Map.of()) != 0) {
                throw new LaunchProblem("The records of the demo country could not be made.");
            }
            progress.say("Records of the demo country made");
            int code = Command.importing(List.of("demo", folder.toString()))
                    .run(stack.database().settings());
            if (code != 0) {
                throw new LaunchProblem("The demo country could not be loaded; what the import said is above.");
            }
            try (Connection connection = stack.database().connect()) {
                Afterwards.plant(connection);
            }
            release(stack);
        } catch (SQLException e) {
            throw new LaunchProblem("The demo country could not be loaded: " + e.getMessage(), e);
        }
    }

    /** Messages, notes, letters and documents, through the doors of the portal. */
    static void send(Stack stack) {
        Path folder = stack.instance().folder().resolve("country");
        Command papers = new Command(
                "redress.launch.demo.DemoPapers",
                "192m",
                List.of(folder.toString(), stack.portal().url()));
        if (papers.run(Map.of()) != 0) {
            throw new LaunchProblem("The messages and documents of the demo country could not be sent.");
        }
    }

    /** So that the public page has figures from the first minute; later releases are a publisher's. */
    private static void release(Stack stack) {
        Command release = new Command("redress.statistics.ReleaseCommand", "128m", List.of("config/profiles/demo"));
        if (release.run(stack.database().settings()) != 0) {
            throw new LaunchProblem("The figures of the demo country could not be released.");
        }
    }
}
