package redress.chance;

import java.util.Optional;
import java.util.function.Function;

/**
 * The answer to a comparison: what was found, or why nothing can be said. A number that means nothing is never given.
 *
 * @param <T> what is found
 */
public sealed interface Verdict<T> {

    /**
     * There was enough to compare with.
     *
     * @param value what was found
     */
    record Given<T>(T value) implements Verdict<T> {}

    /**
     * There is too little to compare with.
     *
     * @param lack what there is too little of
     * @param found how much of it there is
     * @param needed how much of it there must be
     */
    record None<T>(Lack lack, double found, double needed) implements Verdict<T> {}

    /** Of what there can be too little. */
    enum Lack {
        /** Other units that are like this one. */
        PEERS,
        /** Events (or cases with the outcome, and without it) that are expected among the peers. */
        PEER_EVENTS,
        /** Exposure, or cases, of the scope itself. */
        EXPOSURE,
        /** Events that are expected in a month. */
        MONTHLY_EVENTS
    }

    /** The same verdict on what follows from the value. */
    default <R> Verdict<R> map(Function<? super T, ? extends R> follows) {
        return switch (this) {
            case Given<T>(T found) -> new Given<>(follows.apply(found));
            case None<T>(Lack lack, double found, double needed) -> new None<>(lack, found, needed);
        };
    }

    /** What was found, if there is a verdict. */
    default Optional<T> given() {
        return this instanceof Given<T>(T found) ? Optional.of(found) : Optional.empty();
    }
}
