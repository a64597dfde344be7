package redress.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How one field comes from a row: an origin, cleaning, blanks, a table, and at the end the field's own type. */
final class Value {

    /** Where the raw text comes from; null where there is none. */
    @FunctionalInterface
    interface Origin {
        @Nullable
        String raw(Row row, Notes notes);
    }

    /** Whether a date may stand where it does beside another one of its row. */
    record Order(Value other, boolean after, String policy) {}

    private final Field field;
    private final Origin origin;
    private final List<UnaryOperator<String>> cleaning;
    private final Set<String> blanks;
    private final Rest rest;

    /** What only some values have. */
    record Rest(
            @Nullable ValueTable table,
            @Nullable String present,
            @Nullable String absent,
            @Nullable String otherwise,
            Dates dates,
            @Nullable Order order,
            boolean required) {}

    Value(Field field, Origin origin, List<UnaryOperator<String>> cleaning, Set<String> blanks, Rest rest) {
        this.field = field;
        this.origin = origin;
        this.cleaning = cleaning;
        this.blanks = blanks;
        this.rest = rest;
    }

    /** The value in the field's type: String, LocalDate (or Dates.Day), Integer, Double or Boolean; null for blank. */
    @Nullable
    Object of(Row row, Notes notes) {
        @Nullable String text = text(row, notes);
        @Nullable Object typed = text == null ? null : typed(text, row, notes);
        if (typed == null && (rest.required || field.required())) {
            throw new RowRefused(field.name() + ": is blank and must not be");
        }
        return typed;
    }

    /** The text before it is given its type; null for blank. */
    @Nullable
    String text(Row row, Notes notes) {
        @Nullable String text = cleaned(origin.raw(row, notes));
        if (text == null) {
            return rest.absent != null ? rest.absent : rest.otherwise;
        }
        if (rest.present != null) {
            return rest.present;
        }
        if (rest.table != null) {
            text = rest.table.look(text, field.name(), notes);
        }
        return text == null ? rest.otherwise : text;
    }

    private @Nullable String cleaned(@Nullable String raw) {
        if (raw == null || raw.isEmpty() || blanks.contains(raw)) {
            return null;
        }
        String text = raw;
        for (UnaryOperator<String> step : cleaning) {
            text = step.apply(text);
        }
        text = text.strip();
        return text.isEmpty() || blanks.contains(text) ? null : text;
    }

    private @Nullable Object typed(String text, Row row, Notes notes) {
        return switch (field.type()) {
            case TEXT -> cut(text, notes);
            case KEY -> key(text);
            case DATE -> ordered(rest.dates.day(text, field.name(), notes), row, notes);
            case WHOLE -> whole(text, notes);
            case NUMBER -> number(text, notes);
            case WORD -> word(text);
            case FLAG -> flag(text);
        };
    }

    private String cut(String text, Notes notes) {
        if (text.length() <= field.max()) {
            return text;
        }
        notes.note(field.name(), "longer than " + field.max() + " characters, cut");
        int end = Character.isHighSurrogate(text.charAt(field.max() - 1)) ? field.max() - 1 : field.max();
        return text.substring(0, end);
    }

    private String key(String text) {
        if (text.length() > field.max()) {
            throw new RowRefused(field.name() + ": longer than " + field.max() + " characters");
        }
        return text;
    }

    private Dates.@Nullable Day ordered(Dates.@Nullable Day day, Row row, Notes notes) {
        @Nullable Order order = rest.order;
        if (day == null || order == null || !(order.other.of(row, Silent.NOTES) instanceof Dates.Day other)) {
            return day;
        }
        LocalDate mine = day.date();
        boolean wrong = order.after ? mine.isBefore(other.date()) : mine.isAfter(other.date());
        if (!wrong) {
            return day;
        }
        String what = order.after ? "date before the one it must follow" : "date after the one it must precede";
        return switch (order.policy) {
            case "refuse" -> throw new RowRefused(field.name() + ": " + what);
            case "blank" -> {
                notes.note(field.name(), what + ", left blank");
                yield null;
            }
            default -> {
                notes.note(field.name(), what + ", kept");
                yield day;
            }
        };
    }

    private @Nullable Integer whole(String text, Notes notes) {
        int point = text.endsWith(".0") ? text.length() - 2 : text.length();
        try {
            int number = Integer.parseInt(text.substring(0, point).strip());
            if (number >= field.min() && number <= field.max()) {
                return number;
            }
            notes.note(field.name(), "not between " + field.min() + " and " + field.max() + ", left blank");
        } catch (NumberFormatException e) {
            notes.note(field.name(), "no whole number, left blank");
        }
        return null;
    }

    private @Nullable Double number(String text, Notes notes) {
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for one that is no finite number
        }
        notes.note(field.name(), "no number, left blank");
        return null;
    }

    private String word(String text) {
        if (!field.words().contains(text)) {
            throw new RowRefused(field.name() + ": not one of the words that the house knows; give the field a table");
        }
        return text;
    }

    private Boolean flag(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "true", "1", "y" -> true;
            case "no", "false", "0", "n" -> false;
            default -> throw new RowRefused(field.name() + ": neither yes nor no");
        };
    }
}
