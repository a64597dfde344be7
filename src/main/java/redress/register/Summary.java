package redress.register;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what became of every row, file by file, and whether it adds up. */
final class Summary {

    private static final int SHOWN = 12;

    private final PrintStream out;

    Summary(PrintStream out) {
        this.out = out;
    }

    void print(Outcomes outcomes, double seconds, boolean dryRun) {
        List<Tally> tallies = outcomes.tallies();
        int width = Math.max(
                12,
                tallies.stream().mapToInt(tally -> tally.file().length()).max().orElse(0));
        String line = "%-" + width + "s %10s %10s %10s %10s %10s %10s%n";
        out.printf(line, "file", "read", "created", "updated", "ignored", "refused", "conflicts");
        long rows = 0;
        for (Tally tally : tallies) {
            out.printf(
                    line,
                    tally.file(),
                    number(tally.rows()),
                    number(tally.of(Tally.Outcome.CREATED)),
                    number(tally.of(Tally.Outcome.UPDATED)),
                    number(tally.of(Tally.Outcome.IGNORED)),
                    number(tally.of(Tally.Outcome.REFUSED)),
                    number(tally.of(Tally.Outcome.CONFLICT)));
            rows += tally.rows();
        }
        tallies.forEach(this::details);
        if (outcomes.refusedFile() != null) {
            out.println("Refused rows and conflicts, with file, line and reason: " + outcomes.refusedFile());
        }
        out.printf(
                Locale.ROOT,
                "%s%,d rows in %.1f s, %,.0f rows/s.%n",
                dryRun ? "Dry run, nothing was written: " : "",
                rows,
                seconds,
                rows / Math.max(0.001, seconds));
    }

    private void details(Tally tally) {
        if (tally.reasons().isEmpty()
                && tally.notes().isEmpty()
                && tally.unknown().isEmpty()) {
            return;
        }
        out.println(tally.file() + ":");
        lines(tally.reasons());
        lines(tally.notes());
        for (Map.Entry<String, Map<String, Long>> field : tally.unknown().entrySet()) {
            out.println("    " + field.getKey() + ": words that the mapping's table does not know: "
                    + field.getValue().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .limit(SHOWN)
                            .map(entry -> "'" + entry.getKey() + "' " + number(entry.getValue()))
                            .collect(Collectors.joining(", "))
                    + (field.getValue().size() > SHOWN ? ", and others" : ""));
        }
    }

    private void lines(Map<String, Long> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> out.printf("  %9s  %s%n", number(entry.getValue()), entry.getKey()));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
