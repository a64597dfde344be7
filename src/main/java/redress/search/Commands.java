package redress.search;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/**
 * Who commanded which unit when, for the complaints of one batch. The commander of a complaint is the one of its unit
 * on the day of the incident; where the unit had none then, the one of the nearest unit above it that had. Where it may
 * have been one of several days it is whoever commanded on all of them, and nobody where the unit had somebody else, or
 * nobody, on some.
 */
final class Commands {

    static final String POSTINGS = """
            SELECT p.unit_id, p.officer_id, p.from_on, p.to_on
            FROM posting p WHERE p.role = 'COMMANDER' AND p.unit_id %s""";

    /** A stretch of command, both days included; null leaves an end open. */
    private record Command(
            long officer,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final Gazetteer gazetteer;
    private final Map<String, List<Command>> commands = new HashMap<>();

    Commands(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The ids of all units of these complaints and of everything above them. */
    Set<Long> units(Iterable<ComplaintSheet> sheets) {
        Set<String> keys = new LinkedHashSet<>();
        for (ComplaintSheet sheet : sheets) {
            if (sheet.then() != null) {
                sheet.directUnits().forEach(unit -> gazetteer.upwards(unit).forEach(above -> keys.add(above.key())));
            }
        }
        Set<Long> ids = new LinkedHashSet<>();
        if (!keys.isEmpty()) {
            gazetteer.keys().forEach((id, key) -> {
                if (keys.contains(key)) {
                    ids.add(id);
                }
            });
        }
        return ids;
    }

    void posting(ResultSet row) throws SQLException {
        String key = gazetteer.keys().get(row.getLong("unit_id"));
        if (key != null) {
            posting(key, row.getLong("officer_id"), day(row.getDate("from_on")), day(row.getDate("to_on")));
        }
    }

    /** An officer commanded a unit from one day to another, both included; null leaves an end open. */
    void posting(String unit, long officer, @Nullable LocalDate from, @Nullable LocalDate to) {
        commands.computeIfAbsent(unit, u -> new ArrayList<>()).add(new Command(officer, from, to));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** Puts those who commanded then onto the sheet. */
    void told(ComplaintSheet sheet) {
        Span then = sheet.then();
        if (then == null) {
            return;
        }
        for (String unit : sheet.directUnits()) {
            gazetteer.upwards(unit).stream()
                    .map(above -> at(above.key(), then))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .ifPresent(found -> found.stream()
                            .collect(Collectors.groupingBy(Command::officer))
                            .forEach((officer, times) -> {
                                if (then.liesInSome(times, Command::from, Command::to)) {
                                    sheet.put(Dimension.COMMANDER, Long.toString(officer));
                                }
                            }));
        }
    }

    private List<Command> at(String unit, Span then) {
        return commands.getOrDefault(unit, List.of()).stream()
                .filter(command -> then.touches(command.from(), command.to()))
                .toList();
    }
}
