package redress.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has to be able to do for watches: say which of the searches that it holds match a complaint, without
 * running each of them. Rights are not its business: whoever asks holds what it says against the rights of the owners.
 */
public interface WatchPort {

    /**
     * A complaint that came or changed.
     *
     * @param id its id
     * @param version its version when it was read
     * @param compartment the compartment in which it lay then
     * @param assignee who worked on it then, or null
     * @param positions the places in the ledger of the acts that changed it, of those that were read, in order
     * @param matched the ids of the searches that match it
     * @param failed the ids of the searches that could not be run against it
     */
    record Changed(
            long id,
            int version,
            String compartment,
            @Nullable String assignee,
            List<Long> positions,
            Set<Long> matched,
            Set<Long> failed) {

        /** The place in the ledger of the last of these acts. */
        public long position() {
            return positions.getLast();
        }
    }

    /**
     * What happened after a position.
     *
     * @param position the last position that was read; the one asked for where nothing was there
     * @param more whether more waits behind it
     * @param complaints the complaints that came or changed, each once
     */
    record Happened(long position, boolean more, List<Changed> complaints) {}

    /**
     * Reads the parameters of a search page as a search to be kept.
     *
     * @throws redress.problem.Problem invalid, beside the parameter that makes no sense or asks for more than can be
     *     held against each complaint
     */
    SavedSearch saved(Map<String, List<String>> parameters);

    /**
     * Holds these searches and no others.
     *
     * @param ids the ids under which they are known
     * @param missing gives the searches of those ids that are not held yet
     */
    void hold(Collection<Long> ids, Function<Set<Long>, Map<Long, SavedSearch>> missing);

    /** Why a search that is on watch meets nothing. */
    enum Silence {
        /** It cannot be read any more, since something that it names is gone, or it asks for too much. */
        UNREADABLE,
        /** It could not be run against a complaint. */
        FAILING
    }

    /**
     * Says that a search was run against a complaint, or could not be. Only a caller knows whether whoever the search
     * is for may know of that complaint: of others it says nothing, or {@link #silence} would tell that one came.
     *
     * @param id the id under which the search is known
     * @param complaint one that it matches, or against which it failed
     */
    void ran(long id, Changed complaint);

    /**
     * Why a search meets nothing; empty where it is held, or would be by the node that goes the rounds.
     *
     * @param id the id under which it is known
     * @param search the search
     * @param compartments those of the reader: that it failed against a complaint in another one is not told
     */
    Optional<Silence> silence(long id, SavedSearch search, Set<String> compartments);

    /** What a search asks for, in its words and in labels of the lists; empty where it cannot be read any more. */
    Optional<String> told(SavedSearch search);

    /** What happened after a position, with the searches that match. */
    Happened after(long position);

    /** The last position of the ledger, -1 where it is empty. */
    long end();
}
