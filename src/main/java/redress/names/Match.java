package redress.names;

import java.util.List;

/**
 * A proposal that two names or two numbers may be the same. Nothing follows from it until somebody confirms it.
 *
 * @param score more than 0, at most 1; an order and no probability
 * @param reasons at least one, in the order of the words of the first name
 */
public record Match(double score, List<Reason> reasons) {

    /** Refuses a proposal without a reason. */
    public Match {
        if (!(score > 0 && score <= 1) || reasons.isEmpty()) {
            throw new IllegalArgumentException("a match of " + score + " for " + reasons.size() + " reasons");
        }
        reasons = List.copyOf(reasons);
    }

    /** Whether this was among the reasons. */
    public boolean says(Reason.Kind kind) {
        return reasons.stream().anyMatch(reason -> reason.kind() == kind);
    }
}
