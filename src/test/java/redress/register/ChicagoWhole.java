package redress.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All of chicago, imported once for all tests that look at it, by a process of its own with a heap of one gibibyte. */
public final class ChicagoWhole {

    private static @Nullable ChicagoWhole made;

    private final TestRegister register = new TestRegister("it_chicago_whole", Path.of("target/chicago-whole"));
    private final int code;

    private ChicagoWhole() throws IOException, InterruptedException {
        Path data = RealData.folder("chicago");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                "target/classes:"
                        + Files.readString(Path.of("target/launch.classpath")).strip(),
                ImportCommand.class.getName(),
                "chicago",
                data.toString());
        builder.environment().putAll(register.settings());
        code = builder.inheritIO().start().waitFor();
    }

    /** The register, imported; the test is skipped, with the reason printed, where it is not here. */
    public static synchronized ChicagoWhole imported() throws IOException, InterruptedException {
        ChicagoWhole whole = made;
        if (whole == null) {
            whole = new ChicagoWhole();
            made = whole;
        }
        return whole;
    }

    /** The database that it was imported into. */
    public TestRegister register() {
        return register;
    }

    /** The exit code of the importer. */
    int code() {
        return code;
    }
}
