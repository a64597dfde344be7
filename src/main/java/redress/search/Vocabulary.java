package redress.search;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** Numbers for words, the same in all segments: from 0 in the order in which words are first met. Only grows. */
final class Vocabulary {

    private final BytesRefHash words = new BytesRefHash();

    /** The number of a word, a new one if it was never met. */
    synchronized int number(BytesRef word) {
        int number = words.add(word);
        return number < 0 ? -number - 1 : number;
    }

    /** How many words there are. */
    synchronized int size() {
        return words.size();
    }

    /** The word with a number. */
    synchronized BytesRef word(int number) {
        BytesRef word = new BytesRef();
        words.get(number, word);
        return new BytesRef(Arrays.copyOfRange(word.bytes, word.offset, word.offset + word.length));
    }
}
