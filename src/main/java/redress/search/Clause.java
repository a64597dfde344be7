package redress.search;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a complaint, in words of our own and of no engine's: what the two syntaxes are read into, and what an
 * engine translates. Text is as it was typed; how it becomes words is the engine's matter, the same for all of them.
 */
sealed interface Clause {

    /** Every complaint. */
    record Everything() implements Clause {}

    /** All parts hold. */
    record All(List<Clause> parts) implements Clause {
        /** Keeps its own copy. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Either(List<Clause> parts) implements Clause {
        /** Keeps its own copy. */
        public Either {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Clause part) implements Clause {}

    /** The words occur, in one kind of text or in any that everyday questions look into. */
    record Word(@Nullable TextField in, String text) implements Clause {}

    /** One of these other spellings of a name occurs; it counts less than the name that was asked for. */
    record Spelled(@Nullable TextField in, List<String> spellings) implements Clause {
        /** Keeps its own copy. */
        public Spelled {
            spellings = List.copyOf(spellings);
        }
    }

    /** A word begins like this; at least {@value #SHORTEST} letters. */
    record Beginning(@Nullable TextField in, String text) implements Clause {
        static final int SHORTEST = 3;
    }

    /** A word like this occurs, but for so many letters: 1 or 2. */
    record Inexact(@Nullable TextField in, String text, int letters) implements Clause {}

    /** A word of this shape: {@code ?} is one letter, {@code *} any number. */
    record Shape(@Nullable TextField in, String text) implements Clause {}

    /** The words occur one after the other, with at most so many others between them. */
    record Phrase(@Nullable TextField in, String text, int apart) implements Clause {}

    /** The dimension has one of the values. */
    record Has(Dimension dimension, List<String> values) implements Clause {
        /** Keeps its own copy. */
        public Has {
            values = List.copyOf(values);
        }
    }

    /** Which day is meant. */
    enum Day {
        /** Of the incident; complaints without one do not match. */
        INCIDENT,
        /** Of the receipt, UTC. */
        RECEIVED
    }

    /** The day lies between two, both included; null leaves an end open. */
    record Days(Day of, @Nullable LocalDate from, @Nullable LocalDate to) implements Clause {}

    /**
     * The incident happened within a distance of a point.
     *
     * @param latitude degrees north, WGS 84
     * @param longitude degrees east
     * @param km the distance, more than 0 and at most {@value #FARTHEST}
     */
    record Within(double latitude, double longitude, double km) implements Clause {
        static final double FARTHEST = 500;
    }

    /** No point is known at which the incident happened, so that no distance can be told. */
    record Unplaced() implements Clause {}

    /** What it is made of, through all its parts: conditions that have no parts of their own. */
    default Stream<Clause> leaves() {
        return switch (this) {
            case All all -> all.parts().stream().flatMap(Clause::leaves);
            case Either either -> either.parts().stream().flatMap(Clause::leaves);
            case Not not -> not.part().leaves();
            default -> Stream.of(this);
        };
    }

    /** Whether it is one on words whose text has none, so that it would hold for everything. */
    default boolean wordless() {
        return switch (this) {
            case Word word -> Words.none(word.text());
            case Phrase phrase -> Words.none(phrase.text());
            case Beginning beginning -> Words.none(beginning.text());
            case Inexact inexact -> Words.none(inexact.text());
            default -> false;
        };
    }

    /** All of them, without a needless nesting. */
    static Clause all(List<Clause> parts) {
        return switch (parts.size()) {
            case 0 -> new Everything();
            case 1 -> parts.get(0);
            default -> new All(parts);
        };
    }

    /** One of them, without a needless nesting. */
    static Clause either(List<Clause> parts) {
        return parts.size() == 1 ? parts.get(0) : new Either(parts);
    }
}
