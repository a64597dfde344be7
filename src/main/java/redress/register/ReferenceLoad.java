package redress.register;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.register.Block.Reading;
import redress.time.Ids;

/** Writes the rows of units, officers, categories and postings, a batch at a time. */
final class ReferenceLoad {

    private final Import run;
    private final Mapping.Source source;
    private final Block block;
    private final Seen seen;
    private final List<Row> waiting = new ArrayList<>();

    ReferenceLoad(Import run, Mapping.Source source, Map<Part, Seen> seen) {
        this.run = run;
        this.source = source;
        this.block = source.blocks().getFirst();
        this.seen = seen.computeIfAbsent(block.part(), p -> new Seen());
    }

    static Map<Part, Seen> nothingSeen() {
        return new EnumMap<>(Part.class);
    }

    void add(Row row) {
        waiting.add(row);
        if (waiting.size() >= Import.BATCH) {
            flush();
        }
    }

    void flush() {
        Map<Row, Reading> readings = new LinkedHashMap<>();
        Map<Row, String> keys = new HashMap<>();
        for (Row row : waiting) {
            Tally notes = run.outcomes().tally(row);
            try {
                Reading reading = block.read(row, notes);
                keys.put(row, key(row, reading));
                readings.put(row, reading);
            } catch (RowRefused e) {
                run.outcomes().refused(row, e.reason());
            }
        }
        waiting.clear();
        Batch batch = new Batch();
        try {
            switch (block.part()) {
                case UNIT -> each(readings, batch, keys, this::unit);
                case CATEGORY -> each(readings, batch, keys, this::category);
                case OFFICER -> officers(readings, keys, batch);
                default -> postings(readings, keys, batch);
            }
            run.commit(batch);
        } catch (SQLException e) {
            throw new Import.Interrupted(source.name(), e);
        }
    }

    /** Writes one row into the batch, and says what became of it. */
    @FunctionalInterface
    private interface Writing {
        Tally.Outcome write(Row row, Reading reading, Batch batch);
    }

    private void each(Map<Row, Reading> readings, Batch batch, Map<Row, String> keys, Writing writing) {
        readings.forEach((row, reading) -> {
            try {
                if (!seen.add(keys.getOrDefault(row, ""))) {
                    run.outcomes().ignored(row, "the key stood in an earlier row");
                } else {
                    Tally.Outcome outcome = writing.write(row, reading, batch);
                    if (outcome == Tally.Outcome.IGNORED) {
                        run.outcomes().ignored(row, "unchanged");
                    } else {
                        run.outcomes().count(row, outcome);
                    }
                }
            } catch (RowRefused e) {
                run.outcomes().refused(row, e.reason());
            }
        });
    }

    private String key(Row row, Reading reading) {
        return switch (block.part()) {
            case CATEGORY -> run.references().code(reading);
            case POSTING -> postingKey(row, reading);
            default -> run.references().key(reading);
        };
    }

    private Tally.Outcome unit(Row row, Reading reading, Batch batch) {
        References references = run.references();
        byte[] digest = Digest.of(reading.values());
        Roster.@Nullable Unit known = references.roster().unit(references.key(reading));
        if (known == null) {
            references.makeUnit(reading, digest, batch);
            return Tally.Outcome.CREATED;
        }
        if (Arrays.equals(digest, known.digest())) {
            return Tally.Outcome.IGNORED;
        }
        batch.add(
                Write.UNIT_CHANGED,
                references.parent(reading),
                reading.text("name", reading.text("key", "")),
                reading.text("kind", "unit"),
                reading.date("opened_on"),
                reading.date("closed_on"),
                digest,
                known.id());
        return Tally.Outcome.UPDATED;
    }

    private Tally.Outcome category(Row row, Reading reading, Batch batch) {
        References references = run.references();
        Roster.Category wanted = references.described(reading);
        String code = references.code(reading);
        Roster.@Nullable Category known = references.roster().category(code);
        if (known == null) {
            references.makeCategory(reading, batch);
            return Tally.Outcome.CREATED;
        }
        if (known.equals(wanted)) {
            return Tally.Outcome.IGNORED;
        }
        batch.add(
                Write.CATEGORY_CHANGED,
                wanted.group(),
                wanted.label(),
                wanted.iccs(),
                wanted.severity(),
                wanted.mustRefer(),
                code);
        references.roster().put(code, wanted);
        return Tally.Outcome.UPDATED;
    }

    private void officers(Map<Row, Reading> readings, Map<Row, String> keys, Batch batch) throws SQLException {
        run.references().roster().fetchOfficers(keys.values());
        each(readings, batch, keys, this::officer);
    }

    private Tally.Outcome officer(Row row, Reading reading, Batch batch) {
        References references = run.references();
        byte[] digest = Digest.of(reading.values());
        Roster.@Nullable Officer known = references.roster().officer(references.key(reading));
        if (known == null) {
            references.makeOfficer(reading, digest, batch);
            return Tally.Outcome.CREATED;
        }
        if (Arrays.equals(digest, known.digest())) {
            return Tally.Outcome.IGNORED;
        }
        batch.add(
                Write.OFFICER_CHANGED,
                reading.text("given_name"),
                reading.text("family_name"),
                reading.text("sex"),
                reading.of("birth_year"),
                reading.text("badge"),
                reading.text("grade"),
                reading.date("appointed_on"),
                reading.date("left_on"),
                digest,
                known.id());
        return Tally.Outcome.UPDATED;
    }

    /** A posting that the database has. */
    private record Known(long id, byte @Nullable [] digest) {}

    private void postings(Map<Row, Reading> readings, Map<Row, String> keys, Batch batch) throws SQLException {
        Set<String> officers = new HashSet<>();
        readings.keySet().forEach(row -> {
            @Nullable Reading officer = block.read(Part.OFFICER, row, Silent.NOTES);
            if (officer != null) {
                officers.add(run.references().key(officer));
            }
        });
        run.references().roster().fetchOfficers(officers);
        Map<String, Known> known = new HashMap<>();
        Roster.Rows.query(
                run.connection(),
                "SELECT source_key, id, row_digest FROM posting WHERE source_key IN ",
                new HashSet<>(keys.values()),
                "",
                found -> known.put(found.getString(1), new Known(found.getLong(2), found.getBytes(3))));
        each(readings, batch, keys, (row, reading, b) -> {
            String key = keys.getOrDefault(row, "");
            return posting(row, reading, key, known.get(key), b);
        });
    }

    private String postingKey(Row row, Reading reading) {
        @Nullable String own = reading.text("key");
        if (own == null) {
            @Nullable Reading officer = block.read(Part.OFFICER, row, Silent.NOTES);
            @Nullable Reading unit = block.read(Part.UNIT, row, Silent.NOTES);
            own = (officer == null ? "" : officer.text("key", "")) + "/" + (unit == null ? "" : unit.text("key", ""))
                    + "/" + reading.date("from_on") + "/" + reading.date("to_on") + "/" + reading.text("role", "");
        }
        return Digest.shortened(run.mapping().register() + ":" + own, 96);
    }

    private Tally.Outcome posting(Row row, Reading reading, String key, @Nullable Known known, Batch batch) {
        References references = run.references();
        Tally notes = run.outcomes().tally(row);
        Roster.@Nullable Officer officer =
                references.officer(block.read(Part.OFFICER, row, notes), block.unknown(Part.OFFICER), batch);
        @Nullable Long unit = references.unit(block.read(Part.UNIT, row, notes), block.unknown(Part.UNIT), batch);
        if (officer == null || unit == null) {
            throw new RowRefused("posting: needs an officer and a unit");
        }
        @Nullable
        Object[] values = {
            officer.id(), unit, reading.date("from_on"), reading.date("to_on"), reading.text("role", "MEMBER")
        };
        byte[] digest = Digest.of(values);
        if (known == null) {
            batch.add(Write.POSTING, Ids.next(), values[0], values[1], values[2], values[3], values[4], key, digest);
            return Tally.Outcome.CREATED;
        }
        if (Arrays.equals(digest, known.digest)) {
            return Tally.Outcome.IGNORED;
        }
        batch.add(Write.POSTING_CHANGED, values[0], values[1], values[2], values[3], values[4], digest, known.id);
        return Tally.Outcome.UPDATED;
    }
}
