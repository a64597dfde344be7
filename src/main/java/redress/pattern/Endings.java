package redress.pattern;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, List<End>> ends = new ConcurrentHashMap<>();

    Endings(Peers peers) {
        this.peers = peers;
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

    /** How a member's complaints ended, in the order in which the member has them. */
    List<End> of(String member) {
        return ends.computeIfAbsent(member, this::ends);
    }

    private List<End> ends(String member) {
        Set<Long> subjects = peers.subjects(member);
        return peers.complaints(member).values().stream()
                .map(Accused::complaint)
                .map(complaint -> closed(complaint) ? end(complaint, subjects) : End.OPEN)
                .toList();
    }

    private End end(Filed complaint, Set<Long> subjects) {
        End most = End.NO_FINDING;
        for (Alleged alleged : peers.facts().alleged(complaint.id())) {
            if (alleged.subject() == 0 || subjects.contains(alleged.subject())) {
                End end = end(alleged.finding());
                most = end.compareTo(most) > 0 ? end : most;
            }
        }
        return most;
    }
}
