package redress.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The values that a question wants, dimension by dimension, as numbers of the columns. */
final class Narrowing {

    /** What {@link Segment#failing} tells of a document that has what is wanted. */
    static final int NONE = -1;

    /** What it tells of one that lacks it in more than one dimension. */
    static final int SEVERAL = -2;

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<BitSet> wanted = new ArrayList<>();

    Narrowing(Columns columns, Map<Dimension, List<String>> filters) {
        filters.forEach((dimension, values) -> {
            BitSet ordinals = new BitSet();
            for (String value : values) {
                int ordinal = columns.numbering(dimension).find(value);
                if (ordinal >= 0) {
                    ordinals.set(ordinal);
                }
            }
            dimensions.add(dimension);
            wanted.add(ordinals);
        });
    }

    /** Whether nothing narrows. */
    boolean nothing() {
        return dimensions.isEmpty();
    }

    Segment in(Map<Dimension, Column> columns) {
        return new Segment(columns);
    }

    /** The documents of one segment under these wants. */
    final class Segment {

        private final Column[] columns = new Column[dimensions.size()];

        private Segment(Map<Dimension, Column> all) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Objects.requireNonNull(all.get(dimensions.get(i)));
            }
        }

        /** The ordinal of the one dimension in which the document lacks what is wanted, or one of the two marks. */
        int failing(int doc) {
            int failing = NONE;
            for (int i = 0; i < columns.length; i++) {
                if (!columns[i].hasAny(doc, wanted.get(i))) {
                    if (failing != NONE) {
                        return SEVERAL;
                    }
                    failing = dimensions.get(i).ordinal();
                }
            }
            return failing;
        }
    }
}
