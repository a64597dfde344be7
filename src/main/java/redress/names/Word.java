package redress.names;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * One word of a personal name.
 *
 * @param written as it was written, without marks around it
 * @param forms its folded spellings, the plainest first: Đurić is duric and djuric, for people write it both ways
 * @param plain the first of the forms
 * @param sounding the last of the forms, the one nearest to the sound: dj says more of it than d
 */
record Word(String written, Set<String> forms, String plain, String sounding) {

    /** Longer words are cut; no name is longer, but what is sent to us can be. */
    static final int LONGEST = 40;

    static Word of(String written) {
        String latin = Letters.latin(written).toLowerCase(Locale.ROOT);
        String plain = cut(bare(Letters.fold(latin)));
        Set<String> forms = new LinkedHashSet<>();
        forms.add(plain.replace("dj", "d"));
        forms.add(cut(bare(Letters.fold(latin.replace("đ", "dj")))));
        // Kept as well, because d and dj may stand side by side in one word.
        forms.add(plain);
        return new Word(written, forms, forms.iterator().next(), last(forms));
    }

    private static String last(Set<String> forms) {
        String last = "";
        for (String form : forms) {
            last = form;
        }
        return last;
    }

    /** This word and the next one written as one. */
    Word with(Word next) {
        String joined = joined(next);
        return new Word(written + " " + next.written, Set.of(joined), joined, joined);
    }

    /** How this word and the next one are spelt as one. */
    String joined(Word next) {
        return cut(plain + next.plain);
    }

    boolean initial() {
        return plain.length() == 1;
    }

    boolean sharesFormWith(Word other) {
        if (forms.size() == 1 && other.forms.size() == 1) {
            return plain.equals(other.plain);
        }
        for (String form : forms) {
            if (other.forms.contains(form)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String folded) {
        StringBuilder bare = new StringBuilder();
        folded.chars().filter(Character::isLetterOrDigit).forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    private static String cut(String form) {
        return form.length() <= LONGEST ? form : form.substring(0, LONGEST);
    }
}
