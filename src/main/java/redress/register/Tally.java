package redress.register;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of one file. Every row that was read must have got exactly one outcome. */
final class Tally implements Notes {

    /** How many different unknown words and notes are kept; more are counted together. */
    private static final int KINDS = 200;

    /** What becomes of a row. */
    enum Outcome {
        CREATED,
        UPDATED,
        IGNORED,
        REFUSED,
        /** Changed in the register and in the portal as well: not overwritten. */
        CONFLICT
    }

    private final String file;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private final Map<String, Long> notes = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> unknown = new TreeMap<>();
    private long read;

    Tally(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void read() {
        read++;
    }

    long rows() {
        return read;
    }

    void count(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    void count(Outcome outcome, String reason) {
        count(outcome);
        merge(reasons, outcome.name().toLowerCase(Locale.ROOT) + ": " + reason);
    }

    @Override
    public void note(String field, String what) {
        merge(notes, field + ": " + what);
    }

    @Override
    public void unknown(String field, String word) {
        merge(unknown.computeIfAbsent(field, f -> new TreeMap<>()), word);
    }

    private static void merge(Map<String, Long> counts, String key) {
        counts.merge(counts.size() < KINDS || counts.containsKey(key) ? key : "(others)", 1L, Long::sum);
    }

    long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Whether read = created + updated + ignored + refused + conflicts. */
    boolean addsUp() {
        return read == outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> reasons() {
        return reasons;
    }

    Map<String, Long> notes() {
        return notes;
    }

    Map<String, Map<String, Long>> unknown() {
        return unknown;
    }
}
