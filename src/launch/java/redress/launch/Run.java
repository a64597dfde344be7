package redress.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands beside the demo: import, reindex, bench. */
public final class Run {
    private Run() {}

    /** Runs the command named first with the words after it, and ends with its exit code. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        String command = words.remove(0);
        Instance instance = new Instance(Demo.home(), Demo.home().resolve("demo"));
        try {
            System.exit(
                    switch (command) {
                        case "import" -> importRegister(instance, Command.importing(words));
                        case "reindex" -> reindex(instance);
                        case "bench" -> new Command("redress.bench.Bench", "1g", words).run(Map.of());
                        default -> throw new LaunchProblem("There is no command " + command + ".");
                    });
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    /** Into the demo that runs; where none runs, its database is started for the time of the import. */
    private static int importRegister(Instance instance, Command command) {
        if (instance.launcher().isPresent()) {
            return command.run(Database.settingsOfRunning(instance));
        }
        instance.take();
        Runtime.getRuntime().addShutdownHook(new Thread(instance::endRecorded, "stop"));
        try {
            Database database = Database.start(instance, 0);
            int code = command.run(database.settings());
            database.process().stop(java.time.Duration.ofSeconds(60));
            return code;
        } finally {
            instance.endRecorded();
            instance.release();
        }
    }

    /**
     * Asks the running portal, which builds the new index beside the one that answers, and waits until it has begun.
     */
    private static int reindex(Instance instance) throws InterruptedException {
        if (instance.launcher().isEmpty()) {
            throw new LaunchProblem("The demo does not run. Start it first: ./redress demo");
        }
        Path request = Folders.write(instance.data().resolve("index/reindex.request"), "");
        for (int i = 0; i < 200 && Files.exists(request); i++) {
            Thread.sleep(150);
        }
        if (Files.exists(request)) {
            throw new LaunchProblem("The portal did not take the request; its log is " + instance.log("Portal"));
        }
        System.out.println("The portal builds the index anew; until it is ready the old one answers.");
        return 0;
    }
}
