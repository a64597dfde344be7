package redress.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How dates are read: formats in order of trial, a range of plausible dates, and what happens to the others. A format
 * without a day gives the first of the month with precision MONTH, one without a month the first of January with YEAR.
 */
final class Dates {

    private static final int REMEMBERED = 50_000;

    /** A day and how exactly it is known. */
    record Day(LocalDate date, String precision) {}

    private record Format(DateTimeFormatter formatter, String precision) {}

    private final List<Format> formats = new ArrayList<>();
    private final Map<String, Optional<Day>> remembered = new HashMap<>();
    private LocalDate from = LocalDate.of(1850, 1, 1);
    private LocalDate to = LocalDate.of(2100, 12, 31);
    private boolean refuseOutside;
    private boolean refuseUnreadable;

    private Dates() {}

    static Dates iso() {
        Dates dates = new Dates();
        dates.formats.add(format("uuuu-MM-dd"));
        return dates;
    }

    /** Reads {@code formats, from, to, outside, unreadable}; what is not said is as in {@code fallback}. */
    static Dates read(Outline outline, Dates fallback) {
        Dates dates = new Dates();
        dates.from = fallback.from;
        dates.to = fallback.to;
        dates.refuseOutside = fallback.refuseOutside;
        dates.refuseUnreadable = fallback.refuseUnreadable;
        if (!outline.isMap()) {
            outline.items().forEach(item -> dates.formats.add(format(item)));
            return dates;
        }
        outline.only(Set.of("formats", "from", "to", "outside", "unreadable"));
        outline.find("formats").ifPresent(f -> f.items().forEach(item -> dates.formats.add(format(item))));
        if (dates.formats.isEmpty()) {
            dates.formats.addAll(fallback.formats);
        }
        outline.find("from").ifPresent(from -> dates.from = limit(from));
        outline.find("to").ifPresent(to -> dates.to = limit(to));
        outline.find("outside").ifPresent(policy -> dates.refuseOutside = refuses(policy));
        outline.find("unreadable").ifPresent(policy -> dates.refuseUnreadable = refuses(policy));
        return dates;
    }

    private static boolean refuses(Outline policy) {
        return switch (policy.text()) {
            case "blank" -> false;
            case "refuse" -> true;
            default -> throw policy.bad("blank or refuse is expected here.");
        };
    }

    private static LocalDate limit(Outline outline) {
        try {
            return LocalDate.parse(outline.text());
        } catch (DateTimeException e) {
            throw outline.bad("a date like 1990-01-31 is expected here.");
        }
    }

    private static Format format(Outline outline) {
        try {
            return format(outline.text());
        } catch (IllegalArgumentException e) {
            throw outline.bad(
                    "'" + outline.text() + "' is no date format; examples: uuuu-MM-dd, M/d/uu, d.M.uuuu H:mm.");
        }
    }

    private static Format format(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern.replace('y', 'u'));
        String precision = pattern.contains("d") ? "DAY" : pattern.contains("M") ? "MONTH" : "YEAR";
        if (!precision.equals("DAY")) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        if (precision.equals("YEAR")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        return new Format(builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT), precision);
    }

    /** The day that the text means, or null where the mapping says that an unusable one is a blank. */
    @Nullable
    Day day(String text, String field, Notes notes) {
        @Nullable Day day = parsed(text).orElse(null);
        if (day == null) {
            return miss(refuseUnreadable, field, "date not readable", notes);
        }
        if (day.date.isBefore(from) || day.date.isAfter(to)) {
            return miss(refuseOutside, field, "date outside " + from + " to " + to, notes);
        }
        return day;
    }

    private static @Nullable Day miss(boolean refuse, String field, String what, Notes notes) {
        if (refuse) {
            throw new RowRefused(field + ": " + what);
        }
        notes.note(field, what + ", left blank");
        return null;
    }

    private Optional<Day> parsed(String text) {
        @Nullable Optional<Day> known = remembered.get(text);
        if (known == null) {
            known = tried(text);
            if (remembered.size() < REMEMBERED) {
                remembered.put(text, known);
            }
        }
        return known;
    }

    private Optional<Day> tried(String text) {
        for (Format format : formats) {
            try {
                return Optional.of(new Day(LocalDate.parse(text, format.formatter), format.precision));
            } catch (DateTimeException notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }
}
