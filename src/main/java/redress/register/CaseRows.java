package redress.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.register.Block.Reading;

/**
 * The rows of one complaint, read and sorted: the one that opens it, what else is said of it, its allegations and its
 * people. What is refused or stands twice has got its outcome here; the others get theirs when they are written.
 */
final class CaseRows {

    /** A row that is taken in, and what became of its parts so far. */
    static final class Taken {

        private final Row row;
        private final Set<Tally.Outcome> outcomes = EnumSet.noneOf(Tally.Outcome.class);
        private @Nullable String refusal;

        Taken(Row row) {
            this.row = row;
        }

        void became(Tally.Outcome outcome) {
            outcomes.add(outcome);
        }

        void refused(String reason) {
            refusal = reason;
        }
    }

    /** One part of a row. */
    record Piece(Taken taken, Row row, Block block, Reading reading) {}

    private final Mapping mapping;
    private final Outcomes outcomes;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Piece> more = new ArrayList<>();
    private final List<Piece> allegations = new ArrayList<>();
    private final List<Piece> people = new ArrayList<>();
    private @Nullable Piece opening;
    private @Nullable String openingRefused;

    private CaseRows(Mapping mapping, Outcomes outcomes) {
        this.mapping = mapping;
        this.outcomes = outcomes;
    }

    /** @param known whether the complaint is in the database already */
    static CaseRows sort(Mapping mapping, Outcomes outcomes, List<Row> rows, boolean known) {
        CaseRows sorted = new CaseRows(mapping, outcomes);
        List<Row> single = sorted.withoutDuplicates(rows);
        for (Row row : single) {
            if (mapping.sources().get(row.source()).opens()) {
                sorted.take(row);
            }
        }
        for (Row row : single) {
            if (!mapping.sources().get(row.source()).opens()) {
                if (known || sorted.opening != null) {
                    sorted.take(row);
                } else {
                    outcomes.refused(
                            row,
                            sorted.openingRefused == null
                                    ? "its complaint is not in the register"
                                    : "its complaint was refused");
                }
            }
        }
        return sorted;
    }

    private List<Row> withoutDuplicates(List<Row> rows) {
        List<Row> single = new ArrayList<>(rows.size());
        Set<Long> hashes = new HashSet<>();
        for (Row row : rows) {
            boolean ignore = mapping.sources().get(row.source()).ignoreDuplicates();
            if (ignore && !hashes.add(row.hash() * 31 + row.source())) {
                outcomes.ignored(row, "exact duplicate of another row");
            } else {
                single.add(row);
            }
        }
        return single;
    }

    private void take(Row row) {
        Mapping.Source source = mapping.sources().get(row.source());
        Taken one = new Taken(row);
        List<Piece> pieces = new ArrayList<>();
        Tally notes = outcomes.tally(row);
        try {
            for (Block block : source.blocks()) {
                if (block.explode() == null) {
                    pieces.add(new Piece(one, row, block, block.read(row, notes)));
                } else {
                    for (String each : block.explode().texts(row, notes)) {
                        Row seen = row.forEach(each);
                        pieces.add(new Piece(one, seen, block, block.read(seen, notes)));
                    }
                }
            }
            pieces.forEach(this::check);
        } catch (RowRefused e) {
            openingRefused = source.opens() ? e.reason() : openingRefused;
            outcomes.refused(row, e.reason());
            return;
        }
        pieces.forEach(this::sort);
        taken.add(one);
    }

    private void check(Piece piece) {
        if (piece.block.part() == Part.COMPLAINT || piece.block.part() == Part.MORE) {
            mapping.institution(piece.reading.text("institution"));
        }
        if (piece.block.part() == Part.COMPLAINT && opening != null && !piece.block.merge()) {
            throw new RowRefused("another row, with other content, has the same complaint key");
        }
    }

    private void sort(Piece piece) {
        switch (piece.block.part()) {
            case COMPLAINT -> opening = opening == null ? piece : opening;
            case MORE -> more.add(piece);
            case ALLEGATION -> allegations.add(piece);
            default -> people.add(piece);
        }
    }

    @Nullable
    Piece opening() {
        return opening;
    }

    /** What else is said of the complaint: of each source the first row. */
    List<Piece> more() {
        Set<Integer> sources = new HashSet<>();
        return more.stream().filter(piece -> sources.add(piece.row.source())).toList();
    }

    List<Piece> allegations() {
        return allegations;
    }

    List<Piece> people() {
        return people;
    }

    /** Gives every row that was taken its one outcome. */
    void settle() {
        for (Taken one : taken) {
            if (one.refusal != null) {
                outcomes.refused(one.row, one.refusal);
            } else if (one.outcomes.contains(Tally.Outcome.CONFLICT)) {
                outcomes.conflict(one.row);
            } else if (one.outcomes.contains(Tally.Outcome.CREATED)) {
                outcomes.count(one.row, Tally.Outcome.CREATED);
            } else if (one.outcomes.contains(Tally.Outcome.UPDATED)) {
                outcomes.count(one.row, Tally.Outcome.UPDATED);
            } else {
                outcomes.ignored(one.row, "nothing new in it");
            }
        }
    }
}
