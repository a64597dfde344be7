package redress.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.likeness.Signature;
import redress.register.Block.Reading;
import redress.time.Ids;
import redress.time.Span;

/**
 * Writes one complaint with everything that belongs to it. A new one is written whole, as version 1; of a known one
 * only what has changed, and its version grows by one. What was changed here since the last import is not overwritten.
 */
final class CaseWriting {

    private static final Reading NOTHING =
            new Reading(Part.MORE, new @Nullable Object[Part.MORE.fields().size()]);

    private final Import run;
    private final Batch batch;
    private final String key;
    private final Existing existing;
    private final CaseRows rows;
    private final Reading told;
    private final long id;
    private final AllegationWriting allegations;
    private final PeopleWriting people;

    CaseWriting(Import run, Batch batch, String key, Existing existing, CaseRows rows) {
        this.run = run;
        this.batch = batch;
        this.key = key;
        this.existing = existing;
        this.rows = rows;
        this.told = told(rows);
        this.id = existing.isNew() ? Ids.next() : existing.id();
        this.allegations = new AllegationWriting(run, batch, id, existing, incident());
        this.people = new PeopleWriting(batch, id, existing, received());
    }

    /** What all rows say of the complaint: the opening one first, the others where it says nothing. */
    private static Reading told(CaseRows rows) {
        CaseRows.@Nullable Piece opening = rows.opening();
        Reading told = opening == null
                ? NOTHING
                : new Reading(Part.MORE, opening.reading().values());
        for (CaseRows.Piece more : rows.more()) {
            told = told.or(more.reading());
        }
        return told;
    }

    /** The days on one of which it happened, as the incident will say it. */
    private @Nullable Span incident() {
        Dates.@Nullable Day began = told.day("incident_on");
        @Nullable LocalDate on = began == null ? existing.began() : began.date();
        @Nullable String read = began == null ? existing.precision() : began.precision();
        @Nullable String said = told.text("date_precision");
        return Span.of(on, said == null ? read : said);
    }

    private LocalDate received() {
        @Nullable LocalDate received = told.date("received_on");
        if (received != null) {
            return received;
        }
        return existing.received();
    }

    void write() {
        if (rows.opening() == null && existing.isNew()) {
            return;
        }
        rows.allegations().forEach(allegations::write);
        rows.people().forEach(people::write);
        allegations.standIn(sayers());
        if (existing.isNew()) {
            create(Roster.Rows.known(rows.opening()));
        } else {
            update(existing);
        }
        rows.settle();
    }

    private List<CaseRows.Piece> sayers() {
        List<CaseRows.Piece> sayers = new ArrayList<>();
        CaseRows.@Nullable Piece opening = rows.opening();
        if (opening != null) {
            sayers.add(opening);
        }
        sayers.addAll(rows.more());
        return sayers;
    }

    private void create(CaseRows.Piece opening) {
        opening.taken().became(Tally.Outcome.CREATED);
        long incident = Ids.next();
        @Nullable Object[] facts = incidentFacts(true);
        batch.add(Write.INCIDENT, join(new Object[] {incident}, facts));
        batch.add(
                Write.COMPLAINT,
                id,
                told.text("number", run.mapping().register() + "-" + key),
                incident,
                told.text("channel", "REGISTER"),
                told.text("language", run.mapping().language()),
                received().atStartOfDay(),
                told.text("narrative"),
                Signature.toStore(told.text("narrative")),
                told.text("harmed"),
                injury(),
                told.text("evidence_words"),
                told.text("witness_words"),
                told.text("elsewhere_words"),
                told.text("wanted_words"),
                Boolean.TRUE.equals(told.of("publish_consent")),
                stage(true),
                severity(true),
                allegations.mustRefer(),
                told.text("compartment", allegations.compartment()),
                told.text("assignee"),
                told.date("due_on"),
                told.date("closed_on"),
                run.mapping().register(),
                key,
                batch.id(),
                digest(opening));
        for (CaseRows.Piece more : rows.more()) {
            more.taken().became(Tally.Outcome.CREATED);
            batch.add(Write.MORE, id, sourceName(more), digest(more));
        }
    }

    private void update(Existing known) {
        CaseRows.@Nullable Piece opening = rows.opening();
        boolean said = opening != null && !Arrays.equals(digest(opening), known.digest()) && take(opening, known);
        for (CaseRows.Piece more : rows.more()) {
            said |= more(more, known);
        }
        if (said) {
            batch.add(Write.COMPLAINT_CHANGED, complaintFacts(opening));
        }
        if (said || allegations.changed() || people.changed()) {
            touch(known);
        }
    }

    /**
     * What somebody changed here keeps its stage and its weight; that a part was added is still a new version, and what
     * that part seals is sealed.
     */
    private void touch(Existing known) {
        if (known.changedHere()) {
            batch.add(
                    Write.COMPLAINT_TOUCHED,
                    null,
                    null,
                    allegations.mustRefer(),
                    null,
                    allegations.sealing(told.text("compartment")),
                    batch.id(),
                    known.imported(),
                    id);
            return;
        }
        batch.add(Write.INCIDENT_CHANGED, join(incidentFacts(false), new Object[] {known.incident()}));
        batch.add(
                Write.COMPLAINT_TOUCHED,
                stage(false),
                severity(false),
                allegations.mustRefer(),
                injury(),
                told.text("compartment", allegations.compartment()),
                batch.id(),
                known.version() + 1,
                id);
    }

    private static boolean take(CaseRows.Piece piece, Existing known) {
        piece.taken().became(known.changedHere() ? Tally.Outcome.CONFLICT : Tally.Outcome.UPDATED);
        return !known.changedHere();
    }

    private boolean more(CaseRows.Piece piece, Existing known) {
        byte @Nullable [] old = known.more().get(sourceName(piece));
        byte[] digest = digest(piece);
        if (Arrays.equals(digest, old) || !take(piece, known)) {
            return false;
        }
        if (old == null) {
            batch.add(Write.MORE, id, sourceName(piece), digest);
        } else {
            batch.add(Write.MORE_CHANGED, digest, id, sourceName(piece));
        }
        return true;
    }

    private @Nullable Object[] complaintFacts(CaseRows.@Nullable Piece opening) {
        @Nullable LocalDate received = told.date("received_on");
        @Nullable LocalDateTime at = received == null ? null : received.atStartOfDay();
        return new @Nullable Object[] {
            told.text("channel"),
            told.text("language"),
            at,
            told.text("narrative"),
            Signature.toStore(told.text("narrative")),
            told.text("harmed"),
            told.text("evidence_words"),
            told.text("witness_words"),
            told.text("elsewhere_words"),
            told.text("wanted_words"),
            told.of("publish_consent"),
            told.text("compartment"),
            told.text("assignee"),
            told.date("due_on"),
            told.date("closed_on"),
            opening == null ? null : digest(opening),
            id
        };
    }

    private @Nullable Object[] incidentFacts(boolean fresh) {
        Dates.@Nullable Day began = told.day("incident_on");
        @Nullable String precision = began == null ? (fresh ? "UNKNOWN" : null) : began.precision();
        @Nullable String institution = told.text("institution");
        return new @Nullable Object[] {
            began == null ? null : began.date(),
            told.text("date_precision") == null ? precision : told.text("date_precision"),
            told.text("date_words"),
            told.of("hour"),
            run.place(told.text("place_code"), rows),
            told.text("place_words"),
            institution != null || !fresh
                    ? institution
                    : run.mapping().institutions().getFirst().code(),
            unit(),
            told.of("latitude"),
            told.of("longitude")
        };
    }

    private @Nullable Long unit() {
        for (CaseRows.Piece piece : sayers()) {
            @Nullable Reading unit = piece.block().read(Part.UNIT, piece.row(), Silent.NOTES);
            @Nullable Long asTold = run.references().unit(unit, Block.Unknown.BLANK, batch);
            if (asTold != null && allegations.unit() == null) {
                return asTold;
            }
        }
        return allegations.unit();
    }

    private @Nullable String stage(boolean fresh) {
        @Nullable String stage = told.text("stage");
        if (stage != null || !fresh && !allegations.any()) {
            return stage;
        }
        return told.date("closed_on") != null || allegations.allFound() ? "CLOSED" : "INVESTIGATION";
    }

    private @Nullable Integer severity(boolean fresh) {
        if (told.of("severity") instanceof Integer severity) {
            return severity;
        }
        int derived = Math.max(allegations.severity(), existing.severity());
        return derived == 0 && fresh ? 2 : derived;
    }

    private @Nullable String injury() {
        @Nullable String injury = told.text("injury");
        return injury == null ? people.injury() : injury;
    }

    private String sourceName(CaseRows.Piece piece) {
        return Digest.shortened(
                run.mapping().sources().get(piece.row().source()).name(), 64);
    }

    private static byte[] digest(CaseRows.Piece piece) {
        return Digest.of(piece.reading().values());
    }

    private static @Nullable Object[] join(@Nullable Object[] first, @Nullable Object[] second) {
        @Nullable Object[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
