package redress.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.register.Block.Reading;
import redress.time.Ids;

/** Writes the complainants and victims of one complaint: two counting units, never names. */
final class PeopleWriting {

    private static final List<String> WORST = List.of("UNKNOWN", "NONE", "INJURED", "DEATH");

    private final Batch batch;
    private final long complaint;
    private final Existing existing;
    private final LocalDate received;
    private final Set<String> keys = new HashSet<>();
    private boolean changed;
    private @Nullable String injury;

    PeopleWriting(Batch batch, long complaint, Existing existing, LocalDate received) {
        this.batch = batch;
        this.complaint = complaint;
        this.existing = existing;
        this.received = received;
    }

    void write(CaseRows.Piece piece) {
        Reading reading = piece.reading();
        String part = reading.text("part", "COMPLAINANT");
        @Nullable String own = reading.text("key");
        String base = part + "/" + (own == null ? "row" : Digest.shortened(own, 96));
        if (piece.block().merge() && keys.contains(base)) {
            return;
        }
        String key = base;
        for (int i = 2; !keys.add(key); i++) {
            key = base + "#" + i;
        }
        piece.taken().became(write(reading, part, key));
    }

    private Tally.Outcome write(Reading reading, String part, String key) {
        @Nullable String injured = reading.text("injured");
        if (WORST.indexOf(String.valueOf(injured)) > WORST.indexOf(String.valueOf(injury))) {
            injury = injured;
        }
        byte[] digest = Digest.of(reading.values());
        Existing.@Nullable Part known = existing.people().get(key);
        if (known != null && Arrays.equals(digest, known.digest())) {
            return Tally.Outcome.IGNORED;
        }
        if (known != null && existing.changedHere()) {
            return Tally.Outcome.CONFLICT;
        }
        changed = true;
        boolean anonymous = !Boolean.FALSE.equals(reading.of("anonymous"));
        @Nullable Object born = born(reading);
        @Nullable String sex = reading.text("sex");
        @Nullable String group = reading.text("group_words");
        if (known != null) {
            batch.add(Write.COMPLAINANT_CHANGED, anonymous, sex, born, group, injured, digest, known.id());
            return Tally.Outcome.UPDATED;
        }
        String sourceKey = key.substring(part.length() + 1);
        batch.add(
                Write.COMPLAINANT,
                Ids.next(),
                complaint,
                part,
                anonymous,
                sex,
                born,
                group,
                injured,
                sourceKey,
                digest);
        return Tally.Outcome.CREATED;
    }

    private @Nullable Object born(Reading reading) {
        @Nullable Object year = reading.of("birth_year");
        if (year == null && reading.of("age") instanceof Integer age) {
            return received.getYear() - age;
        }
        return year;
    }

    boolean changed() {
        return changed;
    }

    /** The worst that is said of anybody. */
    @Nullable
    String injury() {
        return injury;
    }
}
