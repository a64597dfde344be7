package redress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.LongHeap;

/** The numbers that stand for the values of one dimension in every column of this process; they only grow. */
final class Ordinals {

    private static final int LAST = Integer.MAX_VALUE;

    private static final Comparator<Answer.Count> BY_COUNT =
            Comparator.comparingLong(Answer.Count::count).reversed().thenComparing(Answer.Count::value);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private Order order = new Order(new String[0], new int[0]);

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

    /**
     * The values in order.
     *
     * @param names the values
     * @param ranks the place of each number among them
     */
    private record Order(String[] names, int[] ranks) {}

    private synchronized Order order() {
        if (order.names.length != values.size()) {
            String[] names = values.toArray(String[]::new);
            Arrays.sort(names);
            int[] ranks = new int[names.length];
            for (int rank = 0; rank < names.length; rank++) {
                ranks[of(names[rank])] = rank;
            }
            order = new Order(names, ranks);
        }
        return order;
    }

    /**
     * The values with the largest counts, the largest first, equal ones by value. Compared as numbers, the count above
     * the place in the order of names, so that no name is; what cannot be among the largest is not put in order.
     */
    List<Answer.Count> largest(int[] counts, int most) {
        Order now = order();
        int room = Math.max(1, Math.min(most, counts.length));
        LongHeap largest = new LongHeap(room);
        int least = 1;
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] >= least) {
                largest.insertWithOverflow((long) counts[ordinal] << Integer.SIZE | LAST - now.ranks[ordinal]);
                least = largest.size() < room ? 1 : (int) (largest.top() >> Integer.SIZE);
            }
        }
        Answer.Count[] found = new Answer.Count[largest.size()];
        for (int i = found.length - 1; i >= 0; i--) {
            long packed = largest.pop();
            found[i] = new Answer.Count(now.names[LAST - (int) packed], packed >> Integer.SIZE);
        }
        return List.of(found);
    }

    /** The same, and behind them those of {@code besides} that occur and are not among them. */
    List<Answer.Count> largest(int[] counts, int most, Set<String> besides) {
        List<Answer.Count> largest = largest(counts, most);
        if (largest.size() < most || besides.isEmpty()) {
            return largest;
        }
        Answer.Count last = largest.getLast();
        List<Answer.Count> all = new ArrayList<>(largest);
        besides.stream()
                .map(value -> new Answer.Count(value, count(counts, find(value))))
                .filter(count -> count.count() > 0 && BY_COUNT.compare(last, count) < 0)
                .sorted(BY_COUNT)
                .forEach(all::add);
        return all.size() == largest.size() ? largest : List.copyOf(all);
    }

    /** What was met after the counting had begun has none. */
    private static int count(int[] counts, int ordinal) {
        return ordinal >= 0 && ordinal < counts.length ? counts[ordinal] : 0;
    }
}
