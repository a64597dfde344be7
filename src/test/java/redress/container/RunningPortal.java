package redress.container;

import java.nio.file.Path;
import java.util.function.Supplier;
import redress.launch.Instance;
import redress.launch.Login;
import redress.launch.Progress;
import redress.launch.Stack;

/**
 * The one portal of a test run, with its own database and Keycloak: started at first use, kept for all test classes,
 * stopped when the test JVM ends. It is started by the same classes as the demo, in a folder of its own and empty.
 */
public final class RunningPortal {
    private static final Path HOME = Path.of(System.getProperty("redress.home", ".redress"));
    private static final Path FOLDER = Path.of("target/it");
    private static final Path WAR = Path.of("target/redress.war");

    private static final Supplier<Stack> ONCE = new Supplier<>() {
        private volatile Stack stack;

        @Override
        public synchronized Stack get() {
            if (stack == null) {
                stack = Stack.start(
                        new Instance(HOME, FOLDER), Stack.Plan.of(WAR).fresh(), new Progress(System.out));
                Login.seat(stack.database());
            }
            return stack;
        }
    };

    private RunningPortal() {}

    /** The running stack; the first caller waits until it answers. */
    public static Stack stack() {
        return ONCE.get();
    }
}
