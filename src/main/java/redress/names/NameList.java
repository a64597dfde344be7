package redress.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that an office holds to be one name in several spellings, and the words before a name that are no part of
 * it. Knowledge of a country is a list here and never a rule in the code, so that whoever knows the names can mend it.
 *
 * <p>The file is plain text in UTF-8. One line is one family of spellings, parted by commas: {@code Diallo, Jallow,
 * Jalloh}. Case, accents and script do not matter. A word may stand in several lines; it is then equal to those of each
 * of its lines, but these are not equal to one another. A line that begins with {@code title:} lists titles and ranks.
 * What follows {@code #} is a remark.
 */
public final class NameList {

    /** The list of an office that has none. */
    public static final NameList EMPTY = new NameList(Map.of(), Map.of(), Set.of());

    private static final String TITLE = "title:";

    private final Map<String, Set<String>> spellings;
    private final Map<String, Set<String>> written;
    private final Set<String> titles;

    private NameList(Map<String, Set<String>> spellings, Map<String, Set<String>> written, Set<String> titles) {
        this.spellings = spellings;
        this.written = written;
        this.titles = titles;
    }

    /**
     * Reads a list.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException for a line that is no list of single words; the message tells which
     */
    public static NameList read(Reader file) throws IOException {
        Map<String, Set<String>> spellings = new HashMap<>();
        Map<String, Set<String>> written = new HashMap<>();
        Set<String> titles = new HashSet<>();
        int number = 0;
        BufferedReader lines = new BufferedReader(file);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String said = line.replaceFirst("#.*", "").strip();
            if (said.toLowerCase(Locale.ROOT).startsWith(TITLE)) {
                titles.addAll(words(said.substring(TITLE.length()), number));
            } else if (!said.isEmpty()) {
                join(words(said, number), number, spellings);
                for (String name : said.split(",", -1)) {
                    written.computeIfAbsent(Letters.words(name).getFirst(), n -> new TreeSet<>())
                            .add(name.strip());
                }
            }
        }
        return new NameList(spellings, written, titles);
    }

    private static void join(List<String> family, int line, Map<String, Set<String>> spellings) {
        if (family.size() < 2) {
            throw new IllegalArgumentException("line " + line + ": a name is equal to another one; here is only one.");
        }
        family.forEach(
                name -> spellings.computeIfAbsent(name, n -> new TreeSet<>()).addAll(family));
    }

    private static List<String> words(String line, int number) {
        return List.of(line.split(",", -1)).stream()
                .map(part -> {
                    List<String> words = Letters.words(part);
                    if (words.size() != 1) {
                        throw new IllegalArgumentException(
                                "line " + number + ": \"" + part.strip() + "\" is not one word.");
                    }
                    return words.getFirst();
                })
                .distinct()
                .toList();
    }

    /** The other spellings of a folded word, sorted; none for a word that is not listed. */
    Set<String> others(String folded) {
        Set<String> others = new TreeSet<>(spellings.getOrDefault(folded, Set.of()));
        others.remove(folded);
        return others;
    }

    /**
     * The spellings of a folded word's lines, itself among them, as they stand there: with their marks, their
     * apostrophes and their script, of which folding leaves nothing. Sorted; none for a word that is not listed.
     */
    Set<String> written(String folded) {
        Set<String> all = new TreeSet<>();
        spellings.getOrDefault(folded, Set.of()).forEach(name -> all.addAll(written.getOrDefault(name, Set.of())));
        return all;
    }

    /** Whether one line holds both, given their folded forms. */
    boolean listsTogether(Collection<String> some, Collection<String> others) {
        for (String form : some) {
            Set<String> family = spellings.get(form);
            if (family != null && !Collections.disjoint(family, others)) {
                return true;
            }
        }
        return false;
    }

    boolean isTitle(String folded) {
        return titles.contains(folded);
    }
}
