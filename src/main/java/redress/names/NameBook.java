package redress.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Personal names across spellings and scripts. An index stores {@link #keys} of every name and asks for {@link #asked}
 * of the name that is looked for; whatever shares a key is a candidate, and {@link #compare} says how good a one and
 * why. No phonetic code alone is safe, so candidates are many and each is to be confirmed by a person.
 *
 * <p>Words are taken in any order; initials, missing parts and titles are allowed for. Names are cut after 200 signs
 * and eight words. Safe for use by several threads.
 */
public final class NameBook {

    /** One candidate among several. */
    public record Ranked(String name, Match match) {}

    /** A name that has been read, to be compared with many others. */
    public static final class Read {

        private final PersonName name;

        private Read(PersonName name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Read read && name.equals(read.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private static final int KEPT = 20_000;

    private final NameList list;
    private final Sounds sounds = new Sounds();
    private final ConcurrentMap<String, PersonName> known = new ConcurrentHashMap<>();

    private NameBook(NameList list) {
        this.list = list;
    }

    /** The book of an office with that list. */
    public static NameBook of(NameList list) {
        return new NameBook(list);
    }

    /**
     * What to index for a name. Does not depend on the office's list, so that a mended list needs no new index.
     *
     * @return short keys, sorted: {@code =} the word as spelt, {@code -} what one slip leaves of it, {@code b} and
     *     {@code m} its sounds. None for a name without a whole word
     */
    public Set<String> keys(String name) {
        Set<String> keys = new TreeSet<>();
        List<Word> words = read(name).words();
        for (int i = 0; i < words.size(); i++) {
            add(words.get(i), keys);
            if (i > 0) {
                keys.add("=" + words.get(i - 1).with(words.get(i)).plain());
            }
        }
        return keys;
    }

    /** What to look for: the keys of the name, and the spellings that are listed as the same. */
    public Set<String> asked(String name) {
        Set<String> keys = keys(name);
        read(name).words().stream()
                .flatMap(word -> word.forms().stream())
                .flatMap(form -> list.others(form).stream())
                .forEach(spelling -> keys.add("=" + spelling));
        return keys;
    }

    /**
     * Other spellings of one word of a name that the list knows: those of its lines as they stand there, and the word
     * itself with d for dj. For a search in texts, where there are no keys; of spellings that a text cannot tell apart
     * one, and none for a word that is not listed.
     */
    public Set<String> spellings(String word) {
        Set<String> listed = new TreeSet<>();
        Set<String> own = new LinkedHashSet<>();
        for (Word read : read(word).words()) {
            read.forms().forEach(form -> listed.addAll(list.written(form)));
            own.addAll(read.forms());
        }
        Map<String, String> inTexts = new LinkedHashMap<>();
        listed.forEach(spelling -> inTexts.putIfAbsent(inTexts(spelling), spelling));
        if (!listed.isEmpty() && Letters.alike(word)) {
            own.forEach(form -> inTexts.putIfAbsent(form, form));
        }
        inTexts.remove(inTexts(word.strip()));
        return new LinkedHashSet<>(inTexts.values());
    }

    /**
     * What a text keeps of a spelling: no case or marks, but its apostrophe, and letters that are neither Latin nor
     * Serbian.
     */
    private static String inTexts(String spelling) {
        return Letters.alike(spelling) ? Letters.fold(spelling).replace('\u2019', '\'') : spelling;
    }

    /** Kept, because names of a country repeat; bounded, because whoever writes to us may send ever new ones. */
    private PersonName read(String name) {
        PersonName read = known.get(name);
        if (read == null) {
            read = PersonName.read(name, list);
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(name, read);
        }
        return read;
    }

    private void add(Word word, Set<String> keys) {
        if (word.initial()) {
            return;
        }
        for (String form : word.forms()) {
            keys.add("=" + form);
            if (form.length() >= WordPair.SHORTEST_FOR_A_SLIP) {
                Slips.shortened(form).forEach(rest -> keys.add("-" + rest));
            }
        }
        Sounds.Codes codes = sounds.of(word.sounding());
        codes.beiderMorse().codes().forEach(code -> keys.add("b" + code));
        codes.metaphone().codes().forEach(code -> keys.add("m" + code));
    }

    /** Reads a name that will be compared with many. */
    public Read reading(String name) {
        return new Read(read(name));
    }

    /** Whether two names may be one, and why; empty if nothing speaks for it, or too many of their words differ. */
    public Optional<Match> compare(String one, String other) {
        return compare(read(one), read(other));
    }

    /** The same of names that this book has read. */
    public Optional<Match> compare(Read one, Read other) {
        return compare(one.name, other.name);
    }

    private Optional<Match> compare(PersonName said, PersonName known) {
        return said.words().isEmpty() || known.words().isEmpty()
                ? Optional.empty()
                : NamePair.compare(said, known, (a, b) -> WordPair.compare(a, b, list, sounds));
    }

    /** Those that may be the name, the best first and names of equal score in the order of their letters. */
    public List<Ranked> rank(String name, Collection<String> others) {
        return others.stream()
                .distinct()
                .flatMap(other -> compare(name, other).map(match -> new Ranked(other, match)).stream())
                .sorted(Comparator.comparingDouble((Ranked r) -> -r.match().score())
                        .thenComparing(Ranked::name))
                .toList();
    }

    /** Whether two names share a key, which is how an index finds candidates. */
    public boolean candidates(String asked, String known) {
        Set<String> found = keys(known);
        return asked(asked).stream().anyMatch(found::contains);
    }
}
