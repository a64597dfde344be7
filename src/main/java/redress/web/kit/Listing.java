package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a figure as a table. The first entry of a row is its head.
 *
 * @param caption what the table lists
 * @param head the heads of the columns, numeric where the column holds numbers
 * @param rows the rows, each as long as the head
 * @param rest what is not listed, in one sentence; null if everything is
 */
public record Listing(
        String caption,
        List<Entry> head,
        List<List<Entry>> rows,
        @Nullable String rest) {

    /**
     * One entry.
     *
     * @param text what stands there
     * @param href where it leads, or null
     * @param numeric whether it is a number and stands right
     */
    public record Entry(String text, @Nullable String href, boolean numeric) {

        /** Words. */
        public static Entry of(String text) {
            return new Entry(text, null, false);
        }

        /** Words that may lead somewhere. */
        public static Entry of(String text, @Nullable String href) {
            return new Entry(text, href, false);
        }

        /** A number, already written in the reader's way. */
        public static Entry number(String text) {
            return new Entry(text, null, true);
        }
    }

    /** Checks that every row has an entry for each head. */
    public Listing {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        int length = head.size();
        if (rows.stream().anyMatch(row -> row.size() != length)) {
            throw new IllegalArgumentException("Every row needs one entry for each head");
        }
    }

    /** The heads of a table whose first columns are words and whose others are numbers. */
    static List<Entry> head(int words, String... names) {
        List<Entry> head = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            head.add(i < words ? Entry.of(names[i]) : Entry.number(names[i]));
        }
        return head;
    }
}
