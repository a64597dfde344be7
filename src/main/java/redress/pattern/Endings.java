package redress.pattern;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the complaints of each member ended. A finding counts for the members whose people it is about, and one against
 * nobody known for all members of its complaint.
 */
final class Endings {

    /** How a complaint ended, from the least to the most that was found. */
    enum End {
        /** It is not closed. */
        OPEN,
        /** It was closed and nobody said whether it happened. */
        NO_FINDING,
        /** It was found on, and nothing was sustained. */
        FOUND,
        /** An allegation was sustained. */
        SUSTAINED
    }

    private static final Set<String> ON_THE_MATTER = Set.of("SUSTAINED", "EXONERATED", "UNFOUNDED", "NOT_SUSTAINED");
    private static final Set<String> OVER = Set.of("CLOSED", "REFUSED");

    private final Peers peers;
    private final Map<String, Map<Long, End>> found = new HashMap<>();

    Endings(Peers peers) {
        this.peers = peers;
        Map<Long, Collection<String>> bySubject = new HashMap<>();
        Map<Long, Collection<String>> byComplaint = new HashMap<>();
        for (Accused accused : peers.facts().accused()) {
            Collection<String> members = peers.group().counted(accused);
            if (!members.isEmpty()) {
                bySubject.put(accused.subject(), members);
                byComplaint.merge(accused.complaint().id(), members, Endings::both);
            }
        }
        for (Alleged alleged : peers.facts().alleged()) {
            End end = end(alleged.finding());
            Collection<String> members = alleged.subject() == 0
                    ? byComplaint.getOrDefault(alleged.complaint(), List.of())
                    : bySubject.getOrDefault(alleged.subject(), List.of());
            members.forEach(member -> found.computeIfAbsent(member, key -> new HashMap<>())
                    .merge(alleged.complaint(), end, Endings::higher));
        }
    }

    private static Collection<String> both(Collection<String> some, Collection<String> others) {
        return some.equals(others)
                ? some
                : Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static End higher(End one, End other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static End end(@Nullable String finding) {
        if (finding == null || !ON_THE_MATTER.contains(finding)) {
            return End.NO_FINDING;
        }
        return finding.equals("SUSTAINED") ? End.SUSTAINED : End.FOUND;
    }

    /** Whether a complaint is closed, with or without a known day. */
    static boolean closed(Filed complaint) {
        return complaint.way().closed() != null || OVER.contains(complaint.way().stage());
    }

    /** How a member's complaints ended. */
    List<End> of(String member) {
        Map<Long, End> ends = Objects.requireNonNullElse(found.get(member), Map.of());
        return peers.complaints(member).values().stream()
                .map(Accused::complaint)
                .map(complaint -> closed(complaint) ? ends.getOrDefault(complaint.id(), End.NO_FINDING) : End.OPEN)
                .toList();
    }
}
