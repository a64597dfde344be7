package redress.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the tallies by file, and the file of refused rows. */
final class Outcomes {

    private final Mapping mapping;
    private final @Nullable RefusedRows refused;
    private final Map<Integer, Tally> tallies = new LinkedHashMap<>();
    private long done;

    Outcomes(Mapping mapping, @Nullable RefusedRows refused) {
        this.mapping = mapping;
        this.refused = refused;
    }

    Tally tally(int source, int file) {
        return tallies.computeIfAbsent(source << 16 | file, k -> {
            Mapping.Source from = mapping.sources().get(source);
            String name = from.files().get(file);
            return new Tally(from.name().equals(name) ? name : name + " (" + from.name() + ")");
        });
    }

    Tally tally(Row row) {
        return tally(row.source(), row.file());
    }

    void count(Row row, Tally.Outcome outcome) {
        tally(row).count(outcome);
        done++;
    }

    void ignored(Row row, String reason) {
        tally(row).count(Tally.Outcome.IGNORED, reason);
        done++;
    }

    void refused(Row row, String reason) {
        not(row.source(), row.file(), row.line(), Tally.Outcome.REFUSED, reason);
    }

    void conflict(Row row) {
        not(row.source(), row.file(), row.line(), Tally.Outcome.CONFLICT, "the complaint was changed here since");
    }

    void misshapen(int source, int file, SourceFile.Misshapen row) {
        not(
                source,
                file,
                row.line(),
                Tally.Outcome.REFUSED,
                "has " + row.columns() + " columns, the header has " + row.expected());
    }

    private void not(int source, int file, long line, Tally.Outcome outcome, String reason) {
        tally(source, file).count(outcome, reason);
        if (refused != null) {
            refused.add(mapping.sources().get(source).files().get(file), line, outcome, reason);
        }
        done++;
    }

    /** Rows that have got their outcome. */
    long done() {
        return done;
    }

    /** In the order of the mapping. */
    List<Tally> tallies() {
        List<Map.Entry<Integer, Tally>> entries = new ArrayList<>(tallies.entrySet());
        entries.sort(Comparator.comparing(Map.Entry::getKey));
        return entries.stream().map(Map.Entry::getValue).toList();
    }

    @Nullable
    Path refusedFile() {
        return refused == null ? null : refused.path();
    }
}
