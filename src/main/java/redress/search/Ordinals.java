package redress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers that stand for the values of one dimension in every column of this process; they only grow. */
final class Ordinals {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private int[] ranks = new int[0];

    /** The number of a value, given now if it had none. */
    synchronized int of(String value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        numbers.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    /** The number of a value, or -1 where no document has ever had it. */
    synchronized int find(String value) {
        return numbers.getOrDefault(value, -1);
    }

    synchronized int size() {
        return values.size();
    }

    synchronized String value(int ordinal) {
        return values.get(ordinal);
    }

    /** The place of each number when the values stand in order; not to be written to. */
    synchronized int[] ranks() {
        if (ranks.length != values.size()) {
            List<Integer> order = new ArrayList<>(numbers.values());
            order.sort(Comparator.comparing(values::get));
            int[] made = new int[values.size()];
            for (int rank = 0; rank < made.length; rank++) {
                made[order.get(rank)] = rank;
            }
            ranks = made;
        }
        return ranks;
    }

    /** The values of these numbers. */
    synchronized List<String> values(int[] ordinals) {
        return Arrays.stream(ordinals).mapToObj(values::get).toList();
    }

    /**
     * The values with the largest counts, the largest first, equal ones by value. Sorted as numbers, the count above
     * the place in the order of names, so that no name is compared.
     */
    List<Answer.Count> largest(int[] counts, int most) {
        int[] ranks = ranks();
        int[] byRank = new int[ranks.length];
        long[] packed = new long[counts.length];
        int some = 0;
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                packed[some++] = (long) -counts[ordinal] << Integer.SIZE | ranks[ordinal];
                byRank[ranks[ordinal]] = ordinal;
            }
        }
        Arrays.sort(packed, 0, some);
        int[] told = new int[Math.min(most, some)];
        for (int i = 0; i < told.length; i++) {
            told[i] = byRank[(int) packed[i]];
        }
        List<String> names = values(told);
        List<Answer.Count> found = new ArrayList<>(told.length);
        for (int i = 0; i < told.length; i++) {
            found.add(new Answer.Count(names.get(i), counts[told[i]]));
        }
        return Collections.unmodifiableList(found);
    }
}
