package redress.pattern;

import java.util.List;

/**
 * What the words of the complaints tell. Everything is taken from complaints that the reader may see, and nothing is
 * left of others, not even in a count.
 *
 * @param unusual words and phrases that are unusual here
 * @param copies texts that are copies of one another
 * @param links complaints that may be about the same people
 */
public record Told(UnusualWords unusual, Copies copies, Links links) {

    static Told lacking(Lack lack) {
        return new Told(
                UnusualWords.none(lack), new Copies(0, 0, List.of(), 0, lack), new Links(0, List.of(), 0, lack));
    }
}
