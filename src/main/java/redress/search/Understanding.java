package redress.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text was read as.
 *
 * @param clause the condition
 * @param terms the parts that named a field, in the order of the text, understood or not
 */
record Understanding(Clause clause, List<Term> terms) {

    /** The field of a word in capitals that was read as a sign of the syntax, which is its meaning: OR as |. */
    static final String SIGN = "sign";

    /** Keeps its own copy. */
    Understanding {
        terms = List.copyOf(terms);
    }

    /**
     * A part of the text that named a field.
     *
     * @param text as it was typed
     * @param field the field, or null where the part was taken as plain words
     * @param meaning what the field was read as: a name, a period, a distance; where it was not understood, the key of
     *     the text that says why
     */
    record Term(String text, @Nullable String field, String meaning) {
        boolean understood() {
            return field != null;
        }

        /** Whether it is a word that was read as a sign. */
        boolean sign() {
            return SIGN.equals(field);
        }
    }

    /** The same, with more to be told. */
    Understanding and(List<Term> more) {
        return new Understanding(
                clause, Stream.concat(terms.stream(), more.stream()).toList());
    }

    /** What was understood. */
    List<Term> understood() {
        return terms.stream().filter(Term::understood).toList();
    }

    /** What was taken as plain words although it looked like a field. */
    List<Term> asWords() {
        return terms.stream().filter(term -> !term.understood()).toList();
    }
}
