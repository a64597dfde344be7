package redress.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.names.Fragments;

/**
 * What an account has that makes it worth comparing with others that have the same: a fragment of a vehicle or badge
 * number at one place, two fragments anywhere, a word that at most {@value #MOST_WITH_A_WORD} say, a commoner word
 * together with a word of description, or a place, part of the day and word of description. Each is a number of 64 bits
 * (a hash), so that millions of them take little memory; two that fall on one number by chance cost a comparison.
 */
final class Traits {

    private static final int MOST_WITH_A_WORD = 40;

    /** Words that more say are narrowed no further: they and a description are the language of many. */
    private static final int MOST_WITH_A_NARROWED_WORD = 400;

    private static final int HOURS = 4;
    private static final int HOURS_A_DAY = 24;

    /** The kinds of traits, so that what is alike in kind only is not alike. */
    private enum Kind {
        VEHICLE_AT_A_PLACE,
        VEHICLE,
        BADGE_AT_A_PLACE,
        BADGE,
        WORD,
        WORD_AND_DESCRIPTION,
        DESCRIPTION_AT_A_PLACE,
        DESCRIPTION_AT_A_PLACE_LATER
    }

    private final Rarity words;
    private long[] found = new long[64];
    private int size;

    private Traits(Rarity words) {
        this.words = words;
    }

    /** The traits of an account, ascending, each once. */
    static long[] of(Sheet sheet, Rarity words) {
        Traits traits = new Traits(words);
        Account account = sheet.account();
        String place = account.where().place();
        traits.numbers(Kind.VEHICLE_AT_A_PLACE, Kind.VEHICLE, account.who().vehicles(), place);
        traits.numbers(Kind.BADGE_AT_A_PLACE, Kind.BADGE, account.who().badges(), place);
        traits.words(sheet);
        Integer hour = account.when().hour();
        if (place != null && hour != null) {
            traits.described(sheet.description(), place, hour);
        }
        return Arrays.stream(traits.found, 0, traits.size).sorted().distinct().toArray();
    }

    private void numbers(Kind atPlace, Kind anywhere, List<String> fragments, @Nullable String place) {
        for (String fragment : fragments) {
            List<String> pairs = new ArrayList<>(Fragments.keys(fragment));
            for (int i = 0; i < pairs.size(); i++) {
                if (place != null) {
                    add(atPlace, pairs.get(i).hashCode(), place.hashCode(), 0);
                }
                for (int j = i + 1; j < pairs.size(); j++) {
                    add(anywhere, pairs.get(i).hashCode(), pairs.get(j).hashCode(), 0);
                }
            }
        }
    }

    private void words(Sheet sheet) {
        for (int word : sheet.words()) {
            int saying = words.frequency(word);
            if (saying <= MOST_WITH_A_WORD) {
                add(Kind.WORD, word, 0, 0);
            } else if (saying <= MOST_WITH_A_NARROWED_WORD) {
                for (int trait : sheet.description()) {
                    add(Kind.WORD_AND_DESCRIPTION, word, trait, 0);
                }
            }
        }
    }

    /** Two parts of the day that overlap, so that an hour at the edge of one stands in the middle of the other. */
    private void described(int[] description, String place, int hour) {
        for (int word : description) {
            add(Kind.DESCRIPTION_AT_A_PLACE, word, place.hashCode(), hour / HOURS);
            add(Kind.DESCRIPTION_AT_A_PLACE_LATER, word, place.hashCode(), (hour + HOURS / 2) % HOURS_A_DAY / HOURS);
        }
    }

    private void add(Kind kind, int one, int other, int part) {
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        long parts = (long) kind.ordinal() << 32 | part;
        found[size++] = scattered(scattered(parts) ^ ((long) one << 32 | other & 0xffffffffL));
    }

    /** Each bit of what goes in changes about half of the bits that come out (Stafford 2011, variant 13). */
    private static long scattered(long bits) {
        long once = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
        return twice ^ twice >>> 31;
    }
}
