package redress.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers that stand for the values of one dimension in every column of this process; they only grow. */
final class Ordinals {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();

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
}
