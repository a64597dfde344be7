package redress.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The demo country on one machine: starts the servers side by side, builds the archive meanwhile when the sources are
 * newer, loads the demo's records once, prints where to look, and waits until it is stopped.
 */
public final class Demo {
    private static final String USAGE = "./redress demo [--port N] [--reset] [--profile NAME]";

    private Demo() {}

    /** What the person at the keyboard asked for. */
    record Wish(Path home, int port, boolean reset, String profile, boolean build) {
        static Wish of(List<String> arguments) {
            int port = 8080;
            boolean reset = false;
            boolean build = false;
            String profile = "demo";
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                switch (argument) {
                    case "--port" -> port = number(value(arguments, ++i, argument));
                    case "--profile" -> profile = value(arguments, ++i, argument);
                    case "--reset" -> reset = true;
                    case "--build" -> build = true;
                    default -> throw new LaunchProblem("Unknown option " + argument + ". Use: " + USAGE);
                }
            }
            return new Wish(Demo.home(), port, reset, profile, build);
        }

        private static String value(List<String> arguments, int at, String option) {
            if (at >= arguments.size()) {
                throw new LaunchProblem(option + " needs a value. Use: " + USAGE);
            }
            return arguments.get(at);
        }

        private static int number(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_534) {
                throw new LaunchProblem(text + " is not a port. Use: " + USAGE);
            }
            return Integer.parseInt(text);
        }
    }

    /** Where the servers and the instances live: the property {@code redress.home}, or {@code .redress}. */
    static Path home() {
        return Path.of(System.getProperty("redress.home", ".redress"));
    }

    /** Starts the demo, or with the word {@code stop} ends the one that runs. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        try {
            if (words.equals(List.of("stop"))) {
                stop(new Instance(home(), home().resolve("demo")));
            } else {
                run(Wish.of(words));
            }
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private static void run(Wish wish) throws InterruptedException {
        Progress progress = new Progress(System.out);
        Instance instance = new Instance(wish.home(), wish.home().resolve("demo"));
        Stack.Plan plan = new Stack.Plan(
                wish.port(),
                profile(wish.profile()),
                () -> wish.build() ? Build.archive(progress) : Build.ARCHIVE,
                Map.of(),
                wish.reset(),
                true);
        Stack stack = Stack.start(instance, plan, progress);
        for (DemoStep step : DemoStep.all(wish.profile())) {
            step.run(stack, progress);
        }
        tell(stack, progress);
        watch(stack);
    }

    private static Path profile(String name) {
        Path folder = Path.of("config/profiles", name);
        if (!name.matches("[a-z0-9-]+") || !Files.isDirectory(folder)) {
            throw new LaunchProblem("There is no profile " + name + " under config/profiles.");
        }
        return folder;
    }

    private static void stop(Instance instance) {
        Optional<ProcessHandle> launcher = instance.launcher();
        launcher.ifPresent(l -> Child.end(l, Duration.ofSeconds(60)));
        instance.endRecorded();
        System.out.println(launcher.isPresent() ? "Redress has stopped." : "Redress was not running.");
    }

    private static void tell(Stack stack, Progress progress) {
        progress.line("");
        progress.line("  Public  " + stack.portal().url() + "/");
        progress.line("  Desk    " + stack.portal().url() + "/desk");
        progress.line("");
        for (Login person : Login.all()) {
            progress.line("    " + person.line());
        }
        progress.line("");
        StringBuilder memory = new StringBuilder("  Memory ");
        for (Child child : stack.processes()) {
            memory.append(
                    String.format(Locale.ROOT, " %s %d MiB", child.name(), child.residentBytes() / (1024 * 1024)));
        }
        progress.line(memory.toString());
        progress.line("  Stop with Ctrl-C or ./redress stop");
    }

    /** Waits for Ctrl-C; a server that ends by itself ends the demo, with the place of its log. */
    private static void watch(Stack stack) throws InterruptedException {
        while (!stack.closing()) {
            for (Child child : List.of(
                    stack.database().process(),
                    stack.keycloak().process(),
                    stack.portal().process())) {
                if (!child.alive() && !stack.closing()) {
                    throw new LaunchProblem(child.name() + " has ended by itself; its log is " + child.log()
                            + ". The others are stopped too.");
                }
            }
            Thread.sleep(1000);
        }
    }
}
