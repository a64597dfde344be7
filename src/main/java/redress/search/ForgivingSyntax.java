package redress.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads whatever people type. All words must occur; quotes hold a phrase together, {@code |} between two parts means
 * either, {@code -} before one leaves it out, brackets group, {@code *} ends a word's beginning, {@code ~1} allows a
 * wrong letter, {@code field:value} asks a field, also with blanks behind the colon. What makes no sense is taken as
 * plain words, and told.
 */
final class ForgivingSyntax {

    private static final int MOST_INEXACT = 4;
    private static final int DEEPEST = 20;
    private static final int FARTHEST_APART = 20;
    private static final Pattern INEXACT = Pattern.compile("(.{3,})~(\\d?)\\d*");
    private static final Pattern SLOP = Pattern.compile("~(\\d{1,2})\\d*");
    /** Signs of a pattern that is none here; a question mark behind a word is mostly meant as one. */
    private static final Pattern PATTERN = Pattern.compile("\\*|\\?+[\\p{L}\\p{Nd}]");

    private static final Pattern FIELD = Pattern.compile("([A-Za-z]{2,20}):(.*)", Pattern.DOTALL);
    private static final String ENDS = "\"()|";
    /** Signs of the syntax: a value that stands apart from its field begins with none of them. */
    private static final String SIGNS = "()|-+";

    private final Terms terms;
    private final List<Understanding.Term> told = new ArrayList<>();
    private String typed = "";
    private String text = "";
    private int at;
    private int inexact;

    ForgivingSyntax(Terms terms) {
        this.terms = terms;
    }

    Understanding read(String asked) {
        typed = asked;
        text = Quotes.plain(asked);
        List<Clause> parts = new ArrayList<>();
        while (at < text.length()) {
            parts.addAll(sequence(0));
            // A closing bracket without an opening one says nothing.
            at++;
        }
        return new Understanding(Clause.all(parts), told);
    }

    /** Parts up to a closing bracket or the end. */
    private List<Clause> sequence(int depth) {
        List<Clause> parts = new ArrayList<>();
        boolean joined = false;
        while (skipSpace() && text.charAt(at) != ')') {
            if (text.charAt(at) == '|') {
                at++;
                joined = !parts.isEmpty();
                continue;
            }
            Clause part = part(depth);
            if (part == null) {
                continue;
            }
            if (joined) {
                Clause before = parts.remove(parts.size() - 1);
                List<Clause> either = new ArrayList<>(before instanceof Clause.Either some ? some.parts() : List.of());
                if (either.isEmpty()) {
                    either.add(before);
                }
                either.add(part);
                parts.add(new Clause.Either(either));
            } else {
                parts.add(part);
            }
            joined = false;
        }
        return parts;
    }

    private boolean skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '+')) {
            at++;
        }
        return at < text.length();
    }

    private @Nullable Clause part(int depth) {
        char first = text.charAt(at);
        if (first == '-') {
            return left(depth);
        }
        if (first == '(') {
            at++;
            if (depth == DEEPEST) {
                return null;
            }
            List<Clause> inside = sequence(depth + 1);
            at++;
            return inside.isEmpty() ? null : Clause.all(inside);
        }
        return first == '"' ? phrase() : word();
    }

    /** What a minus leaves out; alone or doubled it says nothing. */
    private @Nullable Clause left(int depth) {
        at++;
        boolean before =
                at < text.length() && !Character.isWhitespace(text.charAt(at)) && ")|-".indexOf(text.charAt(at)) < 0;
        Clause part = before ? part(depth) : null;
        return part == null ? null : new Clause.Not(part);
    }

    /** Null for one without words, and for a quote that nothing closes, behind which plain words follow. */
    private @Nullable Clause phrase() {
        int start = at;
        Clause.Phrase phrase = phrase(null, start);
        return phrase == null ? null : sought(start, null, phrase.text(), phrase);
    }

    /** What stands between this quote and the next one; null, and told, where there is none. */
    private Clause.@Nullable Phrase phrase(@Nullable TextField in, int start) {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            told.add(new Understanding.Term(typed.substring(start), null, "search.why.quote"));
            at++;
            return null;
        }
        String words = typed.substring(at + 1, end);
        at = end + 1;
        int apart = 0;
        if (at < text.length() && text.charAt(at) == '~') {
            Matcher slop = SLOP.matcher(text).region(at, text.length());
            if (slop.lookingAt()) {
                apart = Math.min(FARTHEST_APART, Integer.parseInt(slop.group(1)));
                at = slop.end();
            }
        }
        return new Clause.Phrase(in, words, apart);
    }

    private @Nullable Clause word() {
        int start = at;
        String word = letters();
        Matcher field = FIELD.matcher(word);
        if (field.matches()) {
            return field(field.group(1), field.group(2), start);
        }
        return word.isEmpty() ? null : plain(start, null, null, word);
    }

    /** What stands up to the next blank or sign that ends a word; a backslash takes a sign its meaning. */
    private String letters() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ENDS.indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                word.append(typed.charAt(at++));
            }
        }
        return word.toString();
    }

    /** A word with what its signs say; where they say nothing here it is looked for without them, and that is told. */
    private @Nullable Clause plain(int start, @Nullable String name, @Nullable TextField in, String word) {
        Matcher form = INEXACT.matcher(word);
        if (form.matches()) {
            return inexact(start, name, in, form);
        }
        String begun = word.substring(0, word.length() - 1);
        if (begun.length() >= Clause.Beginning.SHORTEST
                && word.endsWith("*")
                && !PATTERN.matcher(begun).find()) {
            return sought(start, name, word, new Clause.Beginning(in, begun));
        }
        Clause exact = Terms.written(in, word);
        return PATTERN.matcher(word).find() ? otherwise(start, "pattern", exact) : sought(start, name, word, exact);
    }

    private @Nullable Clause inexact(int start, @Nullable String name, @Nullable TextField in, Matcher form) {
        int letters = form.group(2).isEmpty() ? 2 : Math.min(2, Integer.parseInt(form.group(2)));
        Clause exact = new Clause.Word(in, form.group(1));
        if (letters == 0) {
            return sought(start, name, form.group(), exact);
        }
        inexact++;
        return inexact > MOST_INEXACT
                ? otherwise(start, "inexact", exact)
                : sought(start, name, form.group(), new Clause.Inexact(in, form.group(1), letters));
    }

    private @Nullable Clause field(String name, String behind, int start) {
        Optional<TextField> in = Terms.text(name.toLowerCase(Locale.ROOT));
        String rest = behind;
        if (rest.isEmpty()) {
            at = value(name);
            rest = letters();
        }
        if (rest.isEmpty() && at < text.length() && text.charAt(at) == '"') {
            return quoted(name, in, start);
        }
        if (rest.isBlank()) {
            return new Clause.Word(null, name);
        }
        return in.isPresent() ? plain(start, name, in.get(), rest) : resolved(start, name, rest);
    }

    /** Where the value of a field begins: behind the blanks after the colon, if there is such a field and a value. */
    private int value(String name) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && Terms.knows(name) && !otherPart(name, next) ? next : at;
    }

    /** Whether a part of its own begins there: a sign of the syntax, but for degrees south, or another field. */
    private boolean otherPart(String name, int from) {
        boolean south = text.charAt(from) == '-' && name.equalsIgnoreCase("near");
        Matcher field = FIELD.matcher(text).region(from, text.length());
        return SIGNS.indexOf(text.charAt(from)) >= 0 && !south || field.lookingAt() && Terms.knows(field.group(1));
    }

    /** A value in quotes: a phrase where the field holds text, else a value with spaces in it. */
    private @Nullable Clause quoted(String name, Optional<TextField> in, int start) {
        Clause.Phrase phrase = phrase(in.orElse(null), start);
        if (phrase == null) {
            return new Clause.Word(null, name);
        }
        return in.isPresent() ? sought(start, name, phrase.text(), phrase) : resolved(start, name, phrase.text());
    }

    private @Nullable Clause resolved(int start, String name, String value) {
        Optional<Terms.Reading> reading = terms.read(name, value);
        Clause clause = reading.map(Terms.Reading::clause).orElse(null);
        if (clause == null) {
            String why = reading.map(Terms.Reading::meaning).orElse("search.why.field");
            told.add(new Understanding.Term(typed.substring(start, at), null, why));
            return new Clause.Word(null, name + " " + value);
        }
        return sought(start, name, reading.orElseThrow().meaning(), clause);
    }

    /** Tells what a field was read as. What has no word would hold for everything: it is told, and not sought. */
    private @Nullable Clause sought(int start, @Nullable String name, String meaning, Clause clause) {
        if (clause.leaves().allMatch(Clause::wordless)) {
            return otherwise(start, "nothing", null);
        }
        if (name != null) {
            told.add(new Understanding.Term(typed.substring(start, at), name.toLowerCase(Locale.ROOT), meaning));
        }
        return clause;
    }

    private @Nullable Clause otherwise(int start, String why, @Nullable Clause clause) {
        boolean none = clause != null && clause.leaves().allMatch(Clause::wordless);
        told.add(new Understanding.Term(typed.substring(start, at), null, "search.why." + (none ? "nothing" : why)));
        return none ? null : clause;
    }
}
