package redress.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What single parts of a text in the forgiving syntax mean. Keeps what is to be told of them: what a field was read as,
 * and what could not be looked for as it was typed.
 */
final class Meant {

    private static final int MOST_INEXACT = 4;
    private static final Pattern INEXACT = Pattern.compile("(.{3,})~(\\d?)\\d*");
    /** Signs of a pattern that is none here; a question mark behind a word is mostly meant as one. */
    private static final Pattern PATTERN = Pattern.compile("\\*|\\?+[\\p{L}\\p{Nd}]");

    private final Terms terms;
    private final List<Understanding.Term> told = new ArrayList<>();
    private int inexact;

    Meant(Terms terms) {
        this.terms = terms;
    }

    /** What is to be told of all parts, in their order. */
    List<Understanding.Term> told() {
        return told;
    }

    /** A word that was read as a sign; told once. */
    void sign(String word, String sign) {
        Understanding.Term term = new Understanding.Term(word, Understanding.SIGN, sign);
        if (!told.contains(term)) {
            told.add(term);
        }
    }

    /** A word in capitals that could be a sign and is read as a word, as all of the text is in capitals. */
    void word(String word) {
        Understanding.Term term = new Understanding.Term(word, null, "search.why.capitals");
        if (!told.contains(term)) {
            told.add(term);
        }
    }

    /** A phrase; null for one without words. Its words stand as they are, so a star in it says nothing. */
    @Nullable
    Clause phrase(String typed, @Nullable String name, Clause.Phrase phrase) {
        return phrase.text().indexOf('*') >= 0
                ? otherwise(typed, "quoted", phrase)
                : sought(typed, name, phrase.text(), phrase);
    }

    /** A word with what its signs say; where they say nothing here it is looked for without them, and that is told. */
    @Nullable
    Clause plain(String typed, @Nullable String name, @Nullable TextField in, String word) {
        Matcher form = INEXACT.matcher(word);
        if (form.matches()) {
            return inexact(typed, name, in, form);
        }
        String begun = word.substring(0, word.length() - 1);
        if (word.endsWith("*") && !PATTERN.matcher(begun).find() && Jointed.enough(in, Jointed.begun(begun))) {
            return sought(typed, name, word, Terms.signed(in, begun, text -> new Clause.Beginning(in, text)));
        }
        Clause exact = Terms.written(in, word);
        return PATTERN.matcher(word).find() ? otherwise(typed, "pattern", exact) : sought(typed, name, word, exact);
    }

    private @Nullable Clause inexact(String typed, @Nullable String name, @Nullable TextField in, Matcher form) {
        int letters = form.group(2).isEmpty() ? 2 : Math.min(2, Integer.parseInt(form.group(2)));
        String word = form.group(1);
        Clause exact = Terms.written(in, word);
        if (letters == 0) {
            return sought(typed, name, form.group(), exact);
        }
        int words = Jointed.inexact(word);
        inexact += words;
        if (words == 0 || inexact > MOST_INEXACT) {
            return otherwise(typed, words == 0 ? "short" : "inexact", exact);
        }
        return sought(typed, name, form.group(), Terms.signed(in, word, text -> new Clause.Inexact(in, text, letters)));
    }

    /** The value of a field as it stands there without quotes. */
    @Nullable
    Clause value(String typed, String name, String value) {
        Optional<TextField> in = terms.text(name.toLowerCase(Locale.ROOT), value);
        if (in.isPresent()) {
            return plain(typed, name, in.get(), value);
        }
        boolean signs = PATTERN.matcher(value).find() || INEXACT.matcher(value).matches();
        return signs && name.equalsIgnoreCase("number")
                ? plain(typed, name, TextField.NUMBER, value)
                : resolved(typed, name, value);
    }

    /** Whether the field takes that value. */
    boolean reads(String name, String value) {
        return terms.read(name, value).map(Terms.Reading::clause).isPresent();
    }

    /** The value of a field that is read as a whole; words only where it stood in quotes. */
    @Nullable
    Clause resolved(String typed, String name, String value) {
        Optional<Terms.Reading> reading = terms.read(name, value);
        Clause clause = reading.map(Terms.Reading::clause).orElse(null);
        if (clause == null) {
            String why = reading.map(Terms.Reading::meaning).orElse("search.why.field");
            told.add(new Understanding.Term(typed, null, why));
            return new Clause.Word(null, name + " " + value);
        }
        boolean words = clause.leaves().anyMatch(leaf -> leaf instanceof Clause.Word || leaf instanceof Clause.Phrase);
        return words && value.indexOf('*') >= 0
                ? otherwise(typed, "quoted", clause)
                : sought(typed, name, reading.orElseThrow().meaning(), clause);
    }

    /** Tells what a field was read as. What has no word would hold for everything: it is told, and not sought. */
    private @Nullable Clause sought(String typed, @Nullable String name, String meaning, Clause clause) {
        if (clause.leaves().allMatch(Clause::wordless)) {
            return otherwise(typed, "nothing", null);
        }
        if (name != null) {
            told.add(new Understanding.Term(typed, name.toLowerCase(Locale.ROOT), meaning));
        }
        return clause;
    }

    /** Tells why a part is looked for in another way than it was typed, or not at all. */
    @Nullable
    Clause otherwise(String typed, String why, @Nullable Clause clause) {
        boolean none = clause != null && clause.leaves().allMatch(Clause::wordless);
        told.add(new Understanding.Term(typed, null, "search.why." + (none ? "nothing" : why)));
        return none ? null : clause;
    }
}
