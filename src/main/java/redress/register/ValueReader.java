package redress.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a field comes from a row: a column's name, or a map that says more. */
final class ValueReader {

    private static final Set<String> KNOWN = Set.of(
            "column",
            "text",
            "constant",
            "first_of",
            "clean",
            "blank",
            "table",
            "present",
            "absent",
            "otherwise",
            "dates",
            "not_before",
            "not_after",
            "when_wrong",
            "required");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");

    private final Map<String, ValueTable> tables;
    private final Set<String> blanks;
    private final Dates dates;
    private final Columns columns;

    ValueReader(Map<String, ValueTable> tables, Set<String> blanks, Dates dates, Columns columns) {
        this.tables = tables;
        this.blanks = blanks;
        this.dates = dates;
        this.columns = columns;
    }

    Value read(Field field, Outline outline) {
        if (outline.isText()) {
            return new Value(field, column(outline), List.of(), blanks, rest(null, dates, null));
        }
        outline.only(KNOWN);
        Value.Origin origin = origin(field, outline);
        List<UnaryOperator<String>> cleaning = new ArrayList<>();
        outline.find("clean").ifPresent(c -> c.items().forEach(step -> cleaning.add(Cleaning.named(step))));
        Set<String> blank = new HashSet<>(blanks);
        outline.find("blank").ifPresent(words -> blank.addAll(words.texts()));
        return new Value(field, origin, cleaning, blank, rest(field, outline));
    }

    private Value.Rest rest(Field field, Outline outline) {
        Dates own = outline.find("dates").map(d -> Dates.read(d, dates)).orElse(dates);
        @Nullable ValueTable table = outline.find("table").map(this::table).orElse(null);
        if (table != null) {
            table.check(field, outline);
        }
        return new Value.Rest(
                table,
                fixed(field, outline, "present"),
                fixed(field, outline, "absent"),
                fixed(field, outline, "otherwise"),
                own,
                order(field, outline),
                outline.find("required").map(Outline::flag).orElse(false));
    }

    private static Value.Rest rest(@Nullable ValueTable table, Dates dates, Value.@Nullable Order order) {
        return new Value.Rest(table, null, null, null, dates, order, false);
    }

    private Value.@Nullable Order order(Field field, Outline outline) {
        boolean after = outline.find("not_before").isPresent();
        @Nullable
        Outline other = outline.find(after ? "not_before" : "not_after").orElse(null);
        if (other == null) {
            return null;
        }
        String policy = outline.find("when_wrong").map(Outline::text).orElse("keep");
        if (!Set.of("keep", "blank", "refuse").contains(policy)) {
            throw outline.require("when_wrong").bad("keep, blank or refuse is expected here.");
        }
        return new Value.Order(read(Field.date(field.name()), other), after, policy);
    }

    private Value.Origin origin(Field field, Outline outline) {
        List<String> given = List.of("column", "text", "constant", "first_of").stream()
                .filter(word -> outline.find(word).isPresent())
                .toList();
        if (given.size() != 1) {
            throw outline.bad("say exactly one of column, text, constant or first_of.");
        }
        Outline from = outline.require(given.getFirst());
        return switch (given.getFirst()) {
            case "column" -> column(from);
            case "text" -> template(from);
            case "constant" -> constant(field, from);
            default -> firstOf(field, from);
        };
    }

    private Value.Origin column(Outline outline) {
        String name = outline.text();
        if (name.equals(Columns.EACH)) {
            return (row, notes) -> row.each();
        }
        int place = columns.place(name, outline);
        return (row, notes) -> row.cells()[place];
    }

    private Value.Origin constant(Field field, Outline outline) {
        String constant = checked(field, outline);
        return (row, notes) -> constant;
    }

    private static @Nullable String fixed(Field field, Outline outline, String key) {
        return outline.find(key).map(word -> checked(field, word)).orElse(null);
    }

    private static String checked(Field field, Outline outline) {
        String word = outline.text();
        if (field.type() == Field.Type.WORD && !field.words().contains(word)) {
            throw outline.bad("'" + word + "' is no " + field.name() + "; possible: "
                    + String.join(", ", field.words().stream().sorted().toList()) + ".");
        }
        return word;
    }

    private Value.Origin firstOf(Field field, Outline outline) {
        Field asText = Field.text(field.name(), Integer.MAX_VALUE);
        List<Value> values =
                outline.items().stream().map(item -> read(asText, item)).toList();
        return (row, notes) -> {
            for (Value value : values) {
                @Nullable String text = value.text(row, notes);
                if (text != null) {
                    return text;
                }
            }
            return null;
        };
    }

    /** A text with columns in braces; blank where all of its columns are. */
    private Value.Origin template(Outline outline) {
        String template = outline.text();
        List<Value.Origin> parts = new ArrayList<>();
        List<String> between = new ArrayList<>();
        Matcher holes = HOLE.matcher(template);
        int last = 0;
        while (holes.find()) {
            between.add(template.substring(last, holes.start()));
            int place = columns.place(holes.group(1), outline);
            parts.add((row, notes) -> row.cells()[place]);
            last = holes.end();
        }
        String end = template.substring(last);
        return (row, notes) -> {
            StringBuilder text = new StringBuilder();
            boolean any = false;
            for (int i = 0; i < parts.size(); i++) {
                @Nullable String cell = parts.get(i).raw(row, notes);
                any |= cell != null && !cell.isEmpty();
                text.append(between.get(i)).append(cell == null ? "" : cell);
            }
            return any ? text.append(end).toString() : null;
        };
    }

    private ValueTable table(Outline outline) {
        if (!outline.isText()) {
            return ValueTable.read(outline);
        }
        @Nullable ValueTable named = tables.get(outline.text());
        if (named == null) {
            throw outline.bad("there is no table '" + outline.text() + "' under tables.");
        }
        return named;
    }
}
