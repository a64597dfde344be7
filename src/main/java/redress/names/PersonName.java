package redress.names;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A name as it was said: its words in their order, without titles. Which of them is the family's nobody can know. */
record PersonName(List<Word> words) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}'`\u00b4\u2018\u2019\u02b9-\u02c0]+");

    static PersonName read(String said, NameList list) {
        String name = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
        List<Word> all = new ArrayList<>();
        for (String part : GAP.split(name)) {
            Word word = Word.of(part);
            if (!word.plain().isEmpty() && all.size() < MOST_WORDS) {
                all.add(word);
            }
        }
        List<Word> named =
                all.stream().filter(word -> !list.isTitle(word.plain())).toList();
        // A name of nothing but a title is the only name there is: Alhaji is both.
        return new PersonName(named.isEmpty() ? List.copyOf(all) : named);
    }

    /** The same name with two neighbouring words written as one where the other name does so: Abdul Rahman. */
    PersonName joinedLike(PersonName other) {
        List<Word> joined = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Word word = words.get(at++);
            if (at < words.size() && other.has(word, words.get(at))) {
                word = word.with(words.get(at++));
            }
            joined.add(word);
        }
        return joined.size() == words.size() ? this : new PersonName(joined);
    }

    /** Whether one of the words is two words written as one; that is seldom so, and mostly the length tells. */
    private boolean has(Word first, Word second) {
        int length =
                Math.min(Word.LONGEST, first.plain().length() + second.plain().length());
        for (Word word : words) {
            for (String form : word.forms()) {
                if (form.length() == length && form.equals(first.joined(second))) {
                    return true;
                }
            }
        }
        return false;
    }
}
