package redress.register;

import java.util.Set;

/**
 * One field that a mapping can fill.
 *
 * @param name the word in the mapping
 * @param type what its values are
 * @param max for texts the longest that is stored, for whole numbers the largest
 * @param min for whole numbers the smallest
 * @param words for words the allowed ones
 * @param required whether a row without it is refused
 */
record Field(String name, Type type, int max, int min, Set<String> words, boolean required) {

    /** What the values of a field are. */
    enum Type {
        /** Any text; longer than it may be is cut and noted. */
        TEXT,
        /** A text that identifies; longer than it may be is refused. */
        KEY,
        DATE,
        WHOLE,
        NUMBER,
        /** One of the house's own words. */
        WORD,
        FLAG
    }

    static Field text(String name, int max) {
        return new Field(name, Type.TEXT, max, 0, Set.of(), false);
    }

    static Field key(String name, int max) {
        return new Field(name, Type.KEY, max, 0, Set.of(), false);
    }

    static Field date(String name) {
        return new Field(name, Type.DATE, 0, 0, Set.of(), false);
    }

    static Field whole(String name, int min, int max) {
        return new Field(name, Type.WHOLE, max, min, Set.of(), false);
    }

    static Field number(String name) {
        return new Field(name, Type.NUMBER, 0, 0, Set.of(), false);
    }

    static Field flag(String name) {
        return new Field(name, Type.FLAG, 0, 0, Set.of(), false);
    }

    static Field word(String name, String... words) {
        return new Field(name, Type.WORD, 0, 0, Set.of(words), false);
    }

    Field must() {
        return new Field(name, type, max, min, words, true);
    }

    Field may() {
        return new Field(name, type, max, min, words, false);
    }
}
