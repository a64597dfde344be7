package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complaints that may be about the same people or the same matter, as pairs of one of the scope and any other that the
 * reader may see. A person decides; nothing is linked by this list.
 *
 * @param asked of how many complaints of the scope others were looked for
 * @param found the pairs, the best first, fifty at most
 * @param left how many further pairs there are for which enough speaks, none of them more than for these
 * @param lack why nothing can be said, or null
 */
public record Links(
        int asked, List<Link> found, int left, @Nullable Lack lack) {

    /** The same with these pairs. */
    Links with(List<Link> pairs) {
        return new Links(asked, pairs, left, lack);
    }

    /**
     * A pair.
     *
     * @param one the complaint of the scope
     * @param other the other one
     * @param log10 what speaks for a link: each whole number is ten times more. It orders and is no probability
     * @param reasons what this is made of, the most telling first
     * @param open whether a person can still say that both are about the same unknown person or patrol, or are not
     */
    public record Link(One one, One other, double log10, List<Reason> reasons, boolean open) {

        /** A pair that a person can still decide. */
        Link opened() {
            return new Link(one, other, log10, reasons, true);
        }
    }

    /**
     * One of a pair.
     *
     * @param number its number
     * @param received the day on which it came in, such as 2026-05-03
     */
    public record One(String number, String received) {}

    /**
     * What one factor adds.
     *
     * @param factor what was compared, such as PLACE
     * @param level what was seen, in English words
     * @param evidence what it was seen by, in words: names of places and categories, not their codes
     * @param log10 above zero for a link, below zero against it
     */
    public record Reason(String factor, String level, List<String> evidence, double log10) {}
}
