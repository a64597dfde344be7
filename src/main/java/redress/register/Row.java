package redress.register;

import org.jspecify.annotations.Nullable;

/**
 * One row of a source, with the cells that the mapping uses, trimmed and without control characters.
 *
 * @param source the place of the source in the mapping
 * @param file the place of the file in the source
 * @param line the line in the file where the row starts, from 1
 * @param hash of the whole row as it stands in the file, used columns or not: equal rows have equal hashes
 * @param cells in the order of {@link Columns}
 * @param each the value that an exploded allegation stands for
 */
record Row(
        int source,
        int file,
        long line,
        long hash,
        String[] cells,
        @Nullable String each) {

    /** The row seen for one of the values of a multi-column allegation. */
    Row forEach(String value) {
        return new Row(source, file, line, hash, cells, value);
    }
}
