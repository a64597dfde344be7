package redress.pattern;

import java.util.List;

/**
 * What the words of the complaints tell. Everything is taken from complaints that the reader may see, and nothing is
 * left of others, not even in a count.
 *
 * @param unusual words and phrases that are unusual here
 * @param copies texts that are copies of one another
 */
public record Told(UnusualWords unusual, Copies copies) {

    static Told lacking(Lack lack) {
        return new Told(UnusualWords.none(lack), new Copies(0, List.of(), lack));
    }
}
