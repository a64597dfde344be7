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
 * wrong letter, {@code field:value} asks a field, also with blanks behind the colon. In capitals OR and NOT are the
 * signs, and AND is what is meant anyway. What makes no sense is taken as plain words, and told.
 */
final class ForgivingSyntax {

    private static final int DEEPEST = 20;
    private static final int FARTHEST_APART = 20;
    private static final Pattern SLOP = Pattern.compile("~(\\d{1,2})\\d*");
    /** What does as a sign does, where something stands behind it. */
    private static final Pattern CAPITALS = Pattern.compile("(OR|NOT|AND)(?=[\\s\"(])(?=[\\s+]*[^\\s+)|])");

    private static final Pattern ANY_CAPITALS = Pattern.compile("\\b(OR|NOT|AND)\\b");
    /** Two words of capitals alone; with a digit it may be a code. */
    private static final Pattern SENTENCE = Pattern.compile("(?s)(?<![\\p{L}\\p{Nd}-])\\p{Lu}{2,}(?![\\p{L}\\p{Nd}-])"
            + ".*(?<![\\p{L}\\p{Nd}-])\\p{Lu}{2,}(?![\\p{L}\\p{Nd}-])");

    private static final Pattern FIELD = Pattern.compile("([A-Za-z]{2,20}):(.*)", Pattern.DOTALL);
    /** A place, in quotes or without, or degrees north, then numbers behind commas; blanks are parts of it. */
    private static final Pattern NEAR = Pattern.compile("\\s*(?:\"([^\"]+)\"|([^,\"|()]{1,200}?))"
            + "((?:\\s*,\\s*-?\\d{1,3}(?:\\.\\d{1,12})?){1,2}(?:\\s*km)?)(?![\\p{L}\\p{Nd}])");

    private static final String ENDS = "\"()|";
    /** Signs of the syntax: a value that stands apart from its field begins with none of them. */
    private static final String SIGNS = "()|-+";

    private final Meant meant;
    private String typed = "";
    private String text = "";
    private boolean shouted;
    private int at;

    ForgivingSyntax(Terms terms) {
        meant = new Meant(terms);
    }

    Understanding read(String asked) {
        typed = asked;
        text = Quotes.plain(asked);
        shouted = shouted(text);
        List<Clause> parts = new ArrayList<>();
        while (at < text.length()) {
            parts.addAll(sequence(0));
            // A closing bracket without an opening one says nothing.
            at++;
        }
        return new Understanding(Clause.all(parts), meant.told());
    }

    /** Parts up to a closing bracket or the end. */
    private List<Clause> sequence(int depth) {
        List<Clause> parts = new ArrayList<>();
        boolean joined = false;
        while (skipSpace() && text.charAt(at) != ')') {
            switch (text.charAt(at) == '|' ? "|" : capitals(parts.isEmpty())) {
                case "|" -> {
                    at++;
                    joined = !parts.isEmpty();
                }
                case "OR" -> joined = read("OR", "|");
                case "AND" -> read("AND", "");
                case "NOT" -> joined = put(parts, without(depth), joined);
                default -> joined = put(parts, part(depth), joined);
            }
        }
        return parts;
    }

    /** Puts a part beside the others, or into one with the part before it; whether it is still to be joined. */
    private static boolean put(List<Clause> parts, @Nullable Clause part, boolean joined) {
        if (part == null) {
            return joined;
        }
        if (joined) {
            Clause before = parts.removeLast();
            List<Clause> either =
                    new ArrayList<>(before instanceof Clause.Either some ? some.parts() : List.of(before));
            either.add(part);
            parts.add(new Clause.Either(either));
        } else {
            parts.add(part);
        }
        return false;
    }

    /** A word in capitals that stands here and does what a sign does; what joins two parts needs one before it. */
    private String capitals(boolean first) {
        Matcher word = CAPITALS.matcher(text).region(at, text.length());
        if (!word.lookingAt() || first && !word.group(1).equals("NOT")) {
            return "";
        }
        if (shouted) {
            meant.word(word.group(1));
            return "";
        }
        return word.group(1);
    }

    /** Whether all of it is in capitals: then none of them tells a sign from a word. */
    private static boolean shouted(String text) {
        String rest = ANY_CAPITALS.matcher(text).replaceAll(" ");
        return SENTENCE.matcher(rest).find() && rest.chars().noneMatch(Character::isLowerCase);
    }

    private boolean read(String capitals, String sign) {
        at += capitals.length();
        meant.sign(capitals, sign);
        return true;
    }

    /** What NOT leaves out, which may stand apart from it. */
    private @Nullable Clause without(int depth) {
        read("NOT", "-");
        skipSpace();
        Clause part = part(depth);
        return part == null ? null : new Clause.Not(part);
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
        return phrase == null ? null : meant.phrase(since(start), null, phrase);
    }

    /** What stands between this quote and the next one; null, and told, where there is none. */
    private Clause.@Nullable Phrase phrase(@Nullable TextField in, int start) {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            meant.otherwise(typed.substring(start), "quote", null);
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
            Clause near = field.group(1).equalsIgnoreCase("near") ? near(start) : null;
            return near == null ? field(field.group(1), field.group(2), start) : near;
        }
        return word.isEmpty() ? null : meant.plain(since(start), null, null, word);
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

    private @Nullable Clause field(String name, String behind, int start) {
        String rest = behind;
        if (rest.isEmpty()) {
            at = value(name);
            rest = letters();
        }
        if (rest.isEmpty() && at < text.length() && text.charAt(at) == '"') {
            return quoted(name, start);
        }
        if (rest.isBlank()) {
            return new Clause.Word(null, name);
        }
        return meant.value(since(start), name, rest);
    }

    /** A distance with blanks in it, as a place of two words has; null where it makes none. */
    private @Nullable Clause near(int start) {
        Matcher value = NEAR.matcher(text).region(start + "near:".length(), text.length());
        if (!value.lookingAt()) {
            return null;
        }
        String place = value.group(1) == null ? value.group(2) : value.group(1);
        String whole = place + value.group(3);
        if (!meant.reads("near", whole)) {
            return null;
        }
        at = value.end();
        return meant.resolved(since(start), "near", whole);
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
    private @Nullable Clause quoted(String name, int start) {
        Optional<TextField> in = Terms.text(name.toLowerCase(Locale.ROOT));
        Clause.Phrase phrase = phrase(in.orElse(null), start);
        if (phrase == null) {
            return new Clause.Word(null, name);
        }
        return in.isPresent()
                ? meant.phrase(since(start), name, phrase)
                : meant.resolved(since(start), name, phrase.text());
    }

    /** What was typed of the part that began there. */
    private String since(int start) {
        return typed.substring(start, at);
    }
}
