package redress.bench;

import java.util.Arrays;
import java.util.Map;

/** Runs one measurement by name. Each prints what it measured beside its bound, in one run, as a ratio. */
public final class Bench {

    /** A program that measures. */
    private interface Measurement {
        void run(String[] arguments) throws Exception;
    }

    private static final Map<String, Measurement> ALL = Map.of(
            "submit",
            SubmitBench::main,
            "start",
            redress.launch.StartBench::main,
            "import",
            ImportBench::main,
            "search",
            SearchBench::main,
            "sealed",
            redress.search.SealedBench::main,
            "watch",
            redress.search.WatchBench::main);

    private Bench() {}

    /** Runs the measurement whose name is the first argument. */
    public static void main(String[] arguments) throws Exception {
        Measurement chosen = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (chosen == null) {
            System.err.println("Use: ./redress bench NAME, with NAME one of "
                    + ALL.keySet().stream().sorted().toList());
            System.exit(1);
            return;
        }
        chosen.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        if (Bounds.missed() > 0) {
            System.out.println(Bounds.missed() + " of what was asked for was missed");
        }
        System.exit(Bounds.missed() == 0 ? 0 : 1);
    }
}
