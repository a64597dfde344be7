package redress.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import redress.names.Fragments;

/**
 * Which accounts are compared at all: those that share a fragment of a vehicle or badge number at one place, two
 * fragments anywhere, a rare word, or a place, part of the day and word of description. A trait that more than
 * {@value #MOST} accounts share says too little and is left out, so the work grows with the number of accounts and not
 * with its square.
 */
final class Blocks {

    private static final int MOST = 100;
    private static final int MOST_WITH_A_WORD = 40;
    private static final int HOURS = 4;

    private final List<List<String>> keys = new ArrayList<>();
    private final Map<String, List<Integer>> blocks = new HashMap<>();

    Blocks(List<Sheet> sheets, Rarity words) {
        for (int i = 0; i < sheets.size(); i++) {
            List<String> traits = List.copyOf(traits(sheets.get(i), words));
            keys.add(traits);
            for (String trait : traits) {
                blocks.computeIfAbsent(trait, t -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Tells of each later account that may be linked to this one, once. */
    void each(int number, IntConsumer found) {
        Set<Integer> others = new TreeSet<>();
        for (String key : keys.get(number)) {
            List<Integer> block = blocks.getOrDefault(key, List.of());
            if (block.size() <= MOST) {
                block.stream().filter(other -> other > number).forEach(others::add);
            }
        }
        others.forEach(found::accept);
    }

    private static Set<String> traits(Sheet sheet, Rarity words) {
        Set<String> traits = new TreeSet<>();
        Account account = sheet.account();
        String place = account.where().place();
        numbers("v", account.who().vehicles(), place, traits);
        numbers("b", account.who().badges(), place, traits);
        for (int word : sheet.words()) {
            if (words.frequency(word) <= MOST_WITH_A_WORD) {
                traits.add("w" + word);
            }
        }
        Integer hour = account.when().hour();
        if (place != null && hour != null) {
            // Two parts of the day that overlap, so that an hour at the edge of one stands in the middle of the other.
            for (int word : sheet.description()) {
                traits.add("d" + word + "/" + hour / HOURS + "/" + place);
                traits.add("e" + word + "/" + (hour + HOURS / 2) % 24 / HOURS + "/" + place);
            }
        }
        return traits;
    }

    private static void numbers(String kind, List<String> fragments, @Nullable String place, Set<String> traits) {
        for (String fragment : fragments) {
            List<String> pairs = List.copyOf(Fragments.keys(fragment));
            for (int i = 0; i < pairs.size(); i++) {
                if (place != null) {
                    traits.add(kind + pairs.get(i) + "/" + place);
                }
                for (int j = i + 1; j < pairs.size(); j++) {
                    traits.add(kind + pairs.get(i) + pairs.get(j));
                }
            }
        }
    }
}
