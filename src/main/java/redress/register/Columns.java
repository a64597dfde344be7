package redress.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a source that the mapping uses; each has a fixed place in {@link Row#cells}. */
final class Columns {

    /** The name under which a value of an exploded allegation is read. */
    static final String EACH = "each";

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Outline> askedBy = new LinkedHashMap<>();

    /** The place of the column; asking for it makes it a used one. */
    int place(String column, Outline asked) {
        askedBy.putIfAbsent(column, asked);
        @Nullable Integer place = places.get(column);
        if (place == null) {
            place = places.size();
            places.put(column, place);
        }
        return place;
    }

    int count() {
        return places.size();
    }

    /** For each used column its position in a file with this header. */
    int[] positions(List<String> header, String file) {
        int[] positions = new int[places.size()];
        for (Map.Entry<String, Integer> entry : places.entrySet()) {
            int position = header.indexOf(entry.getKey());
            if (position < 0) {
                throw asked(entry.getKey())
                        .bad("the file " + file + " has no column '" + entry.getKey() + "'; it has: "
                                + String.join(", ", header) + ".");
            }
            positions[entry.getValue()] = position;
        }
        return positions;
    }

    private Outline asked(String column) {
        @Nullable Outline outline = askedBy.get(column);
        if (outline == null) {
            throw new IllegalStateException("a column that nobody asked for: " + column);
        }
        return outline;
    }
}
