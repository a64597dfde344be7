package redress.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.register.Block.Reading;
import redress.time.Ids;
import redress.time.Span;

/**
 * Writes the allegations of one complaint and their subjects; learns on the way what the complaint derives from them.
 */
final class AllegationWriting {

    /** The key of an allegation that stands for a complaint without any; it goes when a real one comes. */
    static final String STAND_IN = "none";

    private final Import run;
    private final Batch batch;
    private final long complaint;
    private final Existing existing;
    private final @Nullable Span incident;
    private final Map<String, Long> subjects = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private boolean changed;
    private boolean mustRefer;
    private Roster.@Nullable Category sealing;
    private int severity;
    private int open;
    private @Nullable Long unit;

    AllegationWriting(Import run, Batch batch, long complaint, Existing existing, @Nullable Span incident) {
        this.run = run;
        this.batch = batch;
        this.complaint = complaint;
        this.existing = existing;
        this.incident = incident;
    }

    /** Who or what a row accuses, resolved. */
    private record Target(
            @Nullable Long officer,
            @Nullable Long unit,
            @Nullable String key) {}

    void write(CaseRows.Piece piece) {
        Tally notes = run.outcomes().tally(piece.row());
        try {
            Target target = target(piece, notes);
            String category = category(piece, notes);
            String key = key(piece, target, category);
            if (piece.block().merge() && keys.contains(key)) {
                return;
            }
            piece.taken().became(write(piece.reading(), target, category, numbered(key)));
        } catch (RowRefused e) {
            piece.taken().refused(e.reason());
        }
    }

    private Target target(CaseRows.Piece piece, Notes notes) {
        Block block = piece.block();
        @Nullable Reading officerReading = block.read(Part.OFFICER, piece.row(), notes);
        Roster.@Nullable Officer officer = run.references().officer(officerReading, block.unknown(Part.OFFICER), batch);
        @Nullable Reading unitReading = block.read(Part.UNIT, piece.row(), notes);
        @Nullable Long posted = officer == null || incident == null ? null : officer.unitAt(incident);
        @Nullable
        Long at = posted != null ? posted : run.references().unit(unitReading, block.unknown(Part.UNIT), batch);
        @Nullable String key = subjectKey(piece.reading(), officer == null ? null : officerReading, unitReading);
        return new Target(officer == null ? null : officer.id(), at, key);
    }

    private static @Nullable String subjectKey(Reading reading, @Nullable Reading officer, @Nullable Reading unit) {
        @Nullable String own = reading.text("subject_key");
        if (own != null || officer != null) {
            return own != null ? own : Roster.Rows.known(officer).text("key");
        }
        String told = Stream.of("named_as", "badge_as", "described_as")
                .map(field -> reading.text(field, ""))
                .collect(Collectors.joining("|"));
        String unitKey = unit == null ? "" : unit.text("key", "");
        return told.length() == 2 && unitKey.isEmpty() ? null : "~" + told + "|" + unitKey;
    }

    private String category(CaseRows.Piece piece, Notes notes) {
        Block block = piece.block();
        @Nullable Reading reading = block.read(Part.CATEGORY, piece.row(), notes);
        @Nullable String code = run.references().category(reading, block.unknown(Part.CATEGORY), batch);
        if (code == null) {
            code = fallback(piece.row(), notes);
        }
        if (code == null) {
            throw new RowRefused("category: is blank, and the mapping has no default_category");
        }
        return code;
    }

    private @Nullable String fallback(Row row, Notes notes) {
        @Nullable Block fallback = run.mapping().fallback();
        return fallback == null
                ? null
                : run.references().category(fallback.read(row, notes), Block.Unknown.MAKE, batch);
    }

    private static String key(CaseRows.Piece piece, Target target, String category) {
        @Nullable String own = piece.reading().text("key");
        String base = own == null ? (target.key == null ? "" : target.key) + "/" + category : own;
        @Nullable String each = piece.row().each();
        return each == null ? base : base + "/" + Cleaning.slug(each);
    }

    private String numbered(String key) {
        String numbered = Digest.shortened(key, 150);
        for (int i = 2; !keys.add(numbered); i++) {
            numbered = Digest.shortened(key, 150) + "#" + i;
        }
        return numbered;
    }

    private Tally.Outcome write(Reading reading, Target target, String category, String key) {
        Existing.@Nullable Part known = existing.allegations().get(key);
        learn(reading, target, category, known == null || !existing.changedHere());
        byte[] digest = new Digest()
                .addAll(reading.values())
                .add(target.officer)
                .add(target.unit)
                .add(category)
                .bytes();
        if (known != null && Arrays.equals(digest, known.digest())) {
            return Tally.Outcome.IGNORED;
        }
        if (known != null && existing.changedHere()) {
            return Tally.Outcome.CONFLICT;
        }
        changed = true;
        put(reading, target, category, key, digest);
        return known == null ? Tally.Outcome.CREATED : Tally.Outcome.UPDATED;
    }

    private void put(Reading reading, Target target, String category, String key, byte[] digest) {
        @Nullable Long subject = target.key == null ? null : subject(reading, target, target.key);
        @Nullable String finding = reading.text("finding");
        @Nullable String local = reading.text("finding_local");
        @Nullable String imposed = reading.text("imposed_local");
        Existing.@Nullable Part known = existing.allegations().get(key);
        if (known == null) {
            batch.add(Write.ALLEGATION, Ids.next(), complaint, subject, category, finding, local, imposed, key, digest);
        } else {
            batch.add(Write.ALLEGATION_CHANGED, subject, category, finding, local, imposed, digest, known.id());
        }
    }

    /** What somebody has decided on here since, a row that was known before does not seal or refer again. */
    private void learn(Reading reading, Target target, String category, boolean counts) {
        Roster.@Nullable Category known = run.references().roster().category(category);
        if (known != null) {
            severity = Math.max(severity, known.severity());
            if (counts) {
                mustRefer |= known.mustRefer();
                seal(known);
            }
        }
        open += reading.text("finding") == null ? 1 : 0;
        unit = unit == null ? target.unit : unit;
    }

    /** Of several compartments the one of the category that the profile lists first, as for what comes by the form. */
    private void seal(Roster.Category known) {
        if (!known.compartment().equals(Roster.OPEN) && (sealing == null || known.listed() < sealing.listed())) {
            sealing = known;
        }
    }

    private long subject(Reading reading, Target target, String wholeKey) {
        String key = Digest.shortened(wholeKey, 128);
        @Nullable Long written = subjects.get(key);
        if (written != null) {
            return written;
        }
        @Nullable String named = reading.text("named_as");
        @Nullable String badge = reading.text("badge_as");
        @Nullable String described = reading.text("described_as");
        @Nullable Long known = existing.subjects().get(key);
        long id = known == null ? Ids.next() : known;
        if (known == null) {
            batch.add(Write.SUBJECT, id, complaint, target.officer, target.unit, named, badge, described, key);
        } else {
            batch.add(Write.SUBJECT_CHANGED, target.officer, target.unit, named, badge, described, id);
        }
        subjects.put(key, id);
        return id;
    }

    /** A complaint without any allegation gets one against nobody, so that its category counts. */
    void standIn(List<CaseRows.Piece> pieces) {
        Existing.@Nullable Part old = existing.allegations().get(STAND_IN);
        if (!keys.isEmpty() || existing.allegations().size() > (old == null ? 0 : 1)) {
            retire(old);
            return;
        }
        @Nullable String category = categoryOf(pieces);
        if (category != null) {
            Reading nothing = new Reading(
                    Part.ALLEGATION,
                    new @Nullable Object[Part.ALLEGATION.fields().size()]);
            write(nothing, new Target(null, null, null), category, STAND_IN);
        }
    }

    private void retire(Existing.@Nullable Part standIn) {
        if (standIn != null && !existing.changedHere()) {
            batch.add(Write.ALLEGATION_GONE, standIn.id());
            changed = true;
        }
    }

    private @Nullable String categoryOf(List<CaseRows.Piece> pieces) {
        for (CaseRows.Piece piece : pieces) {
            Block block = piece.block();
            @Nullable Reading reading = block.read(Part.CATEGORY, piece.row(), Silent.NOTES);
            Block.Unknown unknown =
                    block.unknown(Part.CATEGORY) == Block.Unknown.MAKE ? Block.Unknown.MAKE : Block.Unknown.BLANK;
            @Nullable String category = run.references().category(reading, unknown, batch);
            if (category != null) {
                return category;
            }
        }
        return pieces.isEmpty() ? null : fallback(pieces.getFirst().row(), Silent.NOTES);
    }

    boolean changed() {
        return changed;
    }

    int severity() {
        return severity;
    }

    boolean mustRefer() {
        return mustRefer;
    }

    /** The compartment that the categories ask for. */
    String compartment() {
        return sealing == null ? Roster.OPEN : sealing.compartment();
    }

    /**
     * The compartment of a complaint that somebody works on here: where what was added seals, the one that the register
     * names, else that of the category. A register that says open holds that back; one that names another compartment
     * does not by that alone seal again what somebody opened here.
     *
     * @param told what the register names, null where nothing
     */
    String sealing(@Nullable String told) {
        return told == null || sealing == null ? compartment() : told;
    }

    /** Whether there are allegations and each has its finding. */
    boolean allFound() {
        return open == 0 && !keys.isEmpty();
    }

    boolean any() {
        return !keys.isEmpty();
    }

    /** The unit of the first subject of whom one is known. */
    @Nullable
    Long unit() {
        return unit;
    }
}
