package redress.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.time.HouseClock;
import redress.time.Ids;

/**
 * One run over all sources of a mapping: first units, categories, officers and postings in the order of the mapping,
 * then the complaints with everything that belongs to them.
 */
final class Import {

    /** Rows of the sources in one transaction, about. */
    static final int BATCH = 1000;

    /** The database or a file gave up in the middle; what was committed stays, and the same command goes on. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(String where, Throwable cause) {
            super(
                    "The import stopped at " + where
                            + "; what is in stays in, and the same command goes on from there ("
                            + cause.getMessage() + ").",
                    cause);
        }
    }

    private final Mapping mapping;
    private final Path folder;
    private final Connection connection;
    private final boolean dryRun;
    private final Outcomes outcomes;
    private final Progress progress;
    private final InstantSource clock = HouseClock.ticking();
    private final long id = Ids.next();
    private final References references;
    private final boolean empty;
    private @Nullable Set<String> places;

    Import(Mapping mapping, Path folder, Connection connection, Outcomes outcomes, Progress progress)
            throws SQLException {
        this(mapping, folder, connection, outcomes, progress, false);
    }

    Import(Mapping mapping, Path folder, Connection connection, Outcomes outcomes, Progress progress, boolean dryRun)
            throws SQLException {
        this.mapping = mapping;
        this.folder = folder;
        this.connection = connection;
        this.outcomes = outcomes;
        this.progress = progress;
        this.dryRun = dryRun;
        this.references = new References(mapping, new Roster(connection, mapping, dryRun));
        this.empty = !exists("SELECT 1 FROM complaint WHERE register = ? LIMIT 1", mapping.register());
    }

    Mapping mapping() {
        return mapping;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    References references() {
        return references;
    }

    Connection connection() {
        return connection;
    }

    /** @param work a folder for the partitions, only for this run */
    void run(Path work, byte[] mappingDigest) throws IOException, SQLException {
        begin(mappingDigest);
        Map<Part, Seen> seen = ReferenceLoad.nothingSeen();
        List<Mapping.Source> cases = new ArrayList<>();
        for (Mapping.Source source : mapping.sources()) {
            if (source.complaintKey() == null) {
                ReferenceLoad load = new ReferenceLoad(this, source, seen);
                read(source, load::add);
                load.flush();
            } else {
                cases.add(source);
            }
        }
        references.roster().postingsChanged();
        try (Partitions partitions = Partitions.open(work, bytes(cases))) {
            for (Mapping.Source source : cases) {
                read(source, row -> partition(partitions, source, row));
            }
            partitions.written();
            progress.total(rows());
            new CaseLoad(this).load(partitions);
        }
        end();
    }

    private void read(Mapping.Source source, java.util.function.Consumer<Row> rows) {
        for (int i = 0; i < source.files().size(); i++) {
            int file = i;
            if (source.optional() && !Files.exists(folder.resolve(source.files().get(file)))) {
                continue;
            }
            Tally tally = outcomes.tally(source.place(), file);
            SourceFile csv = new SourceFile(source, file, folder);
            progress.reading(csv.name());
            csv.read(
                    row -> {
                        tally.read();
                        progress.read(outcomes.done());
                        if (!leftOut(source, row)) {
                            rows.accept(row);
                        }
                    },
                    misshapen -> {
                        tally.read();
                        outcomes.misshapen(source.place(), file, misshapen);
                    });
        }
    }

    private boolean leftOut(Mapping.Source source, Row row) {
        for (Mapping.Filter filter : source.filters()) {
            if (filter.leavesOut(row, outcomes.tally(row))) {
                outcomes.ignored(row, filter.reason());
                return true;
            }
        }
        return false;
    }

    private void partition(Partitions partitions, Mapping.Source source, Row row) {
        @Nullable Value keyed = source.complaintKey();
        try {
            Object key = keyed == null ? "" : keyed.of(row, outcomes.tally(row));
            partitions.add(String.valueOf(key), row);
        } catch (RowRefused e) {
            outcomes.refused(row, e.reason());
        } catch (IOException e) {
            throw new Interrupted("writing the rows of " + source.name() + " aside (is the disk full?)", e);
        }
    }

    private long bytes(List<Mapping.Source> sources) throws IOException {
        long bytes = 0;
        for (Mapping.Source source : sources) {
            for (String name : source.files()) {
                Path file = folder.resolve(name);
                long size = Files.exists(file) ? Files.size(file) : 0;
                bytes += name.endsWith(".gz") ? size * 8 : size;
            }
        }
        return bytes;
    }

    private long rows() {
        return outcomes.tallies().stream().mapToLong(Tally::rows).sum();
    }

    void commit(Batch batch) throws SQLException {
        if (dryRun) {
            connection.rollback();
        } else {
            batch.commit(connection, id, clock);
        }
        progress.written(outcomes.done());
    }

    /** What the database holds of these complaints. */
    Map<String, Existing> existing(Collection<String> keys) throws SQLException {
        return empty ? Map.of() : Existing.find(connection, mapping.register(), keys, !dryRun);
    }

    /** The place, if the profile knows it. */
    @Nullable
    String place(@Nullable String code, CaseRows rows) {
        if (code == null) {
            return null;
        }
        if (places == null) {
            places = loadPlaces();
        }
        CaseRows.@Nullable Piece opening = rows.opening();
        if (!places.contains(code) && opening != null) {
            outcomes.tally(opening.row()).unknown("place_code", code);
        }
        return places.contains(code) ? code : null;
    }

    private Set<String> loadPlaces() {
        Set<String> codes = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT code FROM place")) {
            while (found.next()) {
                codes.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new Interrupted("the places", e);
        }
        return codes;
    }

    private void begin(byte[] mappingDigest) throws SQLException {
        if (dryRun) {
            return;
        }
        for (Mapping.Institution one : mapping.institutions()) {
            if (!exists("SELECT 1 FROM institution WHERE code = ?", one.code())) {
                execute(
                        "INSERT INTO institution (code, name, kind, register) VALUES (?,?,?,?)",
                        one.code(),
                        one.name(),
                        one.kind(),
                        mapping.register());
            }
        }
        execute(
                "INSERT INTO import_run (id, register, mapping_digest, started_at) VALUES (?,?,?,?)",
                id,
                mapping.register(),
                mappingDigest,
                now());
        connection.commit();
    }

    private void end() throws SQLException {
        if (!dryRun) {
            StringBuilder counts = new StringBuilder("read ").append(rows());
            for (Tally.Outcome outcome : Tally.Outcome.values()) {
                long sum = outcomes.tallies().stream()
                        .mapToLong(tally -> tally.of(outcome))
                        .sum();
                counts.append(", ")
                        .append(outcome.name().toLowerCase(java.util.Locale.ROOT))
                        .append(' ')
                        .append(sum);
            }
            execute("UPDATE import_run SET ended_at = ?, summary = ? WHERE id = ?", now(), counts.toString(), id);
            connection.commit();
        }
        progress.finished();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private boolean exists(String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
