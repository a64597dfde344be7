package redress.pattern;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import redress.access.Sight;
import redress.wiring.Part;

/**
 * Of which pairs it can still be said that both complaints are about the same unknown person or patrol: of neither it
 * is known which officers all are that it accuses, and of these two alone nobody has said yet that they are or are not.
 * What was said of more complaints than these two is another answer.
 */
@Part
class Unanswered {

    private static final String KNOWN = "SELECT c.number FROM complaint c JOIN subject s ON s.complaint_id = c.id"
            + " WHERE c.number IN ({numbers}) AND {sight} GROUP BY c.number HAVING COUNT(*) = COUNT(s.officer_id)";
    private static final String OF_TWO = "SELECT MIN(c.number), MAX(c.number) FROM %1$s k"
            + " JOIN %1$s_member m ON m.%2$s = k.id JOIN complaint c ON c.id = m.complaint_id"
            + " WHERE k.standing IS NOT NULL GROUP BY k.id HAVING COUNT(*) = 2";
    private static final String ANSWERED = OF_TWO.formatted("officer_cluster", "cluster_id") + " UNION ALL "
            + OF_TWO.formatted("cluster_denial", "denial_id");

    private final Tables tables;

    @Inject
    Unanswered(Tables tables) {
        this.tables = tables;
    }

    /** The same pairs, of which those that can be answered are open. Their complaints are seen by the reader. */
    List<Links.Link> among(List<Links.Link> links, Sight sight) {
        if (links.isEmpty()) {
            return links;
        }
        Set<String> known = known(links, sight);
        Set<Set<String>> answered = new HashSet<>(
                tables.read(Tables.Query.of(ANSWERED), row -> Set.of(row.getString(1), row.getString(2))));
        return links.stream()
                .map(link -> {
                    Set<String> both = numbers(link);
                    return both.stream().noneMatch(known::contains) && !answered.contains(both) ? link.opened() : link;
                })
                .toList();
    }

    private Set<String> known(List<Links.Link> links, Sight sight) {
        Set<String> numbers = new HashSet<>();
        links.forEach(link -> numbers.addAll(numbers(link)));
        String marks = String.join(",", numbers.stream().map(number -> "?").toList());
        return new HashSet<>(tables.read(
                Tables.Query.seen(KNOWN.replace("{numbers}", marks), sight, numbers.toArray()),
                row -> row.getString(1)));
    }

    private static Set<String> numbers(Links.Link link) {
        return new HashSet<>(
                Stream.of(link.one().number(), link.other().number()).toList());
    }
}
