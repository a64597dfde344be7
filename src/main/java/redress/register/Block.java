package redress.register;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part that a source feeds: how each field comes from a row, and what it refers to.
 *
 * @param part which one
 * @param values by the part's field index; null where the mapping does not fill the field
 * @param inner the officer, unit or category that it refers to
 * @param unknown what happens when a key refers to nothing that is known
 * @param explode how one row gives several allegations
 * @param merge whether a second row of the same key in a complaint is the same thing; otherwise it is numbered
 */
record Block(
        Part part,
        @Nullable Value[] values,
        Map<Part, Block> inner,
        Unknown unknown,
        @Nullable Explode explode,
        boolean merge) {

    /** What happens to a reference that leads nowhere. */
    enum Unknown {
        MAKE,
        REFUSE,
        BLANK
    }

    /** One row, several allegations: one for each of these texts that is not blank. */
    record Explode(List<Value> columns, @Nullable Pattern split) {

        List<String> texts(Row row, Notes notes) {
            return columns.stream()
                    .map(value -> value.text(row, notes))
                    .flatMap(text -> text == null
                            ? java.util.stream.Stream.of()
                            : split == null ? java.util.stream.Stream.of(text) : split.splitAsStream(text))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /** What a row says for this part. */
    Reading read(Row row, Notes notes) {
        @Nullable Object[] read = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            @Nullable Value value = values[i];
            read[i] = value == null ? null : value.of(row, notes);
        }
        return new Reading(part, read);
    }

    /** What a row says for the inner part, or null where the mapping does not mention it. */
    @Nullable
    Reading read(Part innerPart, Row row, Notes notes) {
        @Nullable Block block = inner.get(innerPart);
        return block == null ? null : block.read(row, notes);
    }

    Unknown unknown(Part innerPart) {
        @Nullable Block block = inner.get(innerPart);
        return block == null ? Unknown.REFUSE : block.unknown;
    }

    /** Values of one part, by field. */
    record Reading(Part part, @Nullable Object[] values) {

        @Nullable
        Object of(String field) {
            return values[part.index(field)];
        }

        @Nullable
        String text(String field) {
            return (String) of(field);
        }

        String text(String field, String otherwise) {
            @Nullable String text = text(field);
            return text == null ? otherwise : text;
        }

        Dates.@Nullable Day day(String field) {
            return (Dates.Day) of(field);
        }

        <T> @Nullable T map(String field, Function<Object, T> how) {
            @Nullable Object value = of(field);
            return value == null ? null : how.apply(value);
        }

        java.time.@Nullable LocalDate date(String field) {
            Dates.@Nullable Day day = day(field);
            return day == null ? null : day.date();
        }

        /** The values of this reading, and where it has none those of the other one, which is of the same fields. */
        Reading or(Reading other) {
            @Nullable Object[] both = values.clone();
            for (int i = 0; i < both.length; i++) {
                if (both[i] == null) {
                    both[i] = other.values[i];
                }
            }
            return new Reading(part, both);
        }
    }
}
