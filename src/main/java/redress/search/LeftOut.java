package redress.search;

import java.util.List;
import java.util.function.Function;
import redress.problem.Problem;

/**
 * What a distance leaves out of an answer because no point is known for it. It is counted under the rights of whoever
 * asks, as the hits are, so that nobody takes what is near on the map for all that is near.
 */
final class LeftOut {

    private LeftOut() {}

    /**
     * The answer with the number of complaints that it would hold as well if they were near; as it is where the
     * question asks for no distance.
     *
     * @param ask the engine, under the rights of whoever asks
     */
    static Answer beside(Answer found, SearchQuery query, Function<SearchQuery, Answer> ask) {
        Clause asked = query.read().clause();
        boolean inText = asked.leaves().anyMatch(Clause.Within.class::isInstance);
        if (query.near() == null && !inText) {
            return found;
        }
        try {
            Answer all = ask.apply(unplaced(query, anywhere(asked)));
            if (query.near() != null || needed(asked)) {
                return found.leavingOut(all, 0);
            }
            // Two conditions that must hold: what is left out by "not" would be asked for more strictly.
            Answer there = ask.apply(unplaced(query, asked));
            return found.leavingOut(all, there.count());
        } catch (Problem refused) {
            // Asked again without its distance, a question that was answered can be too large: it is told without this.
            return found;
        }
    }

    /** The complaints without a point that fit this condition. */
    private static SearchQuery unplaced(SearchQuery query, Clause fitting) {
        return query.read(new Understanding(new Clause.All(List.of(fitting, new Clause.Unplaced())), List.of()))
                .atAnyDistance()
                .counting();
    }

    /** The condition with a distance in every place. */
    private static Clause anywhere(Clause clause) {
        return switch (clause) {
            case Clause.All all ->
                new Clause.All(all.parts().stream().map(LeftOut::anywhere).toList());
            case Clause.Either either ->
                new Clause.Either(either.parts().stream().map(LeftOut::anywhere).toList());
            case Clause.Not not -> new Clause.Not(anywhere(not.part()));
            case Clause.Within within -> new Clause.Everything();
            default -> clause;
        };
    }

    /** Whether nothing without a point can fit. */
    private static boolean needed(Clause clause) {
        return clause instanceof Clause.Within
                || clause instanceof Clause.All all && all.parts().stream().anyMatch(LeftOut::needed);
    }
}
