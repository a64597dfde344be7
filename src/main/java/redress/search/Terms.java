package redress.search;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a text means, the same in both syntaxes: {@code unit:EB-12}, {@code date:2024-03..2024-06}. The list
 * of fields is closed. A field that is known with a value that is not gives no condition, only the reason why.
 */
final class Terms {

    private static final int MOST_MEANT = 50;

    private static final Map<String, TextField> TEXTS = Map.ofEntries(
            Map.entry("officer", TextField.NAMES),
            Map.entry("name", TextField.NAMES),
            Map.entry("names", TextField.NAMES),
            Map.entry("badge", TextField.BADGES),
            Map.entry("narrative", TextField.NARRATIVE),
            Map.entry("statements", TextField.WORDS),
            Map.entry("notes", TextField.NOTES),
            Map.entry("labels", TextField.LABELS),
            Map.entry("message", TextField.MESSAGE),
            Map.entry("note", TextField.NOTE),
            Map.entry("letter", TextField.LETTER),
            Map.entry("document", TextField.DOCUMENT));

    /** The fields that are neither texts nor dimensions. */
    private static final Set<String> FACTS = Set.of("number", "date", "before", "after", "received", "near");

    /** The words of the code lists; a test holds them against the lists themselves. */
    static final Map<Dimension, List<String>> WORDS = Map.of(
            Dimension.STAGE,
            List.of("RECEIVED", "SCREENING", "INVESTIGATION", "REFERRED", "MEDIATION", "REFUSED", "CLOSED"),
            Dimension.FINDING,
            List.of(
                    "SUSTAINED",
                    "EXONERATED",
                    "UNFOUNDED",
                    "NOT_SUSTAINED",
                    "SUBJECT_NOT_IDENTIFIED",
                    "COMPLAINANT_GONE",
                    "OTHER_CLOSURE"),
            Dimension.CHANNEL,
            List.of("WEB", "API", "PHONE", "LETTER", "IN_PERSON", "PARTNER", "REGISTER"),
            Dimension.INJURY,
            List.of("NONE", "INJURED", "DEATH", "UNKNOWN"),
            Dimension.HARMED,
            List.of("SELF", "FAMILY", "KNOWN", "STRANGER"));

    private final Gazetteer gazetteer;

    Terms(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * What a field was read as.
     *
     * @param clause the condition, or null where the value was not understood
     * @param meaning what it means in words; where there is no condition, the key of the text that says why
     */
    record Reading(@Nullable Clause clause, String meaning) {
        static Reading not(String why) {
            return new Reading(null, "search.why." + why);
        }
    }

    /** Whether a text field of that name can be asked; then phrases and word beginnings can be asked of it too. */
    static Optional<TextField> text(String field) {
        return Optional.ofNullable(TEXTS.get(field));
    }

    /** Whether there is such a field. */
    static boolean knows(String name) {
        String field = name.toLowerCase(Locale.ROOT);
        return FACTS.contains(field)
                || text(field).isPresent()
                || dimension(field).isPresent();
    }

    /** Reads a value of a field; empty where there is no such field. */
    Optional<Reading> read(String name, String value) {
        String field = name.toLowerCase(Locale.ROOT);
        Optional<TextField> text = text(field);
        if (text.isPresent()) {
            return Optional.of(new Reading(written(text.get(), value), value));
        }
        return switch (field) {
            case "place" -> Optional.of(place(value));
            case "number" -> Optional.of(new Reading(new Clause.Phrase(TextField.NUMBER, value, 0), value));
            case "date" -> Optional.of(days(Clause.Day.INCIDENT, Periods.read(value)));
            case "before" -> Optional.of(days(Clause.Day.INCIDENT, Periods.before(value)));
            case "after" -> Optional.of(days(Clause.Day.INCIDENT, Periods.after(value)));
            case "received" -> Optional.of(days(Clause.Day.RECEIVED, Periods.read(value)));
            case "near" -> Optional.of(near(value));
            default -> dimension(field).map(dimension -> value(dimension, value));
        };
    }

    /** A word in a kind of text. A badge is also looked for with and without what parts its letters from its digits. */
    static Clause written(@Nullable TextField in, String word) {
        String joined = word.replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
        String parted = parted(joined);
        Clause typed = new Clause.Word(in, word);
        return in != TextField.BADGES || parted.equals(joined)
                ? typed
                : new Clause.Either(List.of(typed, new Clause.Word(in, joined), new Clause.Phrase(in, parted, 0)));
    }

    /** What is made of a word with a sign of the syntax, of a badge likewise of each way in which it is written. */
    static Clause signed(@Nullable TextField in, String word, Function<String, Clause> made) {
        String joined = word.replaceAll("[^\\p{L}\\p{M}\\p{Nd}*?]", "");
        return in != TextField.BADGES || parted(joined).equals(joined)
                ? made.apply(word)
                : new Clause.Either(
                        Stream.of(word, joined, parted(joined)).map(made).toList());
    }

    private static String parted(String badge) {
        return badge.replaceAll("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})", " ");
    }

    /**
     * The kind of text in which the value of a field is looked for word by word; a code of the list of places is none.
     */
    Optional<TextField> text(String field, String value) {
        return field.equals("place") && !gazetteer.places().containsKey(value)
                ? Optional.of(TextField.PLACES)
                : text(field);
    }

    private static Optional<Dimension> dimension(String field) {
        return Dimension.all().stream()
                .filter(dimension -> dimension.word().toLowerCase(Locale.ROOT).equals(field))
                .findFirst();
    }

    /** A code of the list of places, else words in what was told of the place and in its names. */
    private Reading place(String value) {
        return gazetteer.places().containsKey(value)
                ? new Reading(new Clause.Has(Dimension.PLACE, List.of(value)), gazetteer.label(Dimension.PLACE, value))
                : new Reading(new Clause.Word(TextField.PLACES, value), value);
    }

    private static Reading days(Clause.Day of, Optional<Periods.Period> period) {
        return period.map(read -> new Reading(new Clause.Days(of, read.from(), read.to()), read.toString()))
                .orElseGet(() -> Reading.not("date"));
    }

    private Reading near(String value) {
        return Spots.read(value, gazetteer)
                .map(read -> new Reading(read.within(), read.meaning(gazetteer)))
                .orElseGet(() -> Reading.not("near"));
    }

    private Reading value(Dimension dimension, String value) {
        return switch (dimension) {
            case UNIT, CATEGORY, GROUP, COMMANDER, INSTITUTION -> named(dimension, value);
            case STAGE, FINDING, CHANNEL, INJURY, HARMED -> word(dimension, value);
            case WEEKDAY -> weekday(value);
            case HOUR -> hours(value);
            case PLACE -> place(value);
            case YEAR, INCIDENT_YEAR -> several(dimension, Periods.years(value), value, "year");
            case MONTH, INCIDENT_MONTH -> several(dimension, Periods.months(value), value, "month");
            case REGISTER -> has(dimension, List.of(value), value);
        };
    }

    /**
     * One value or a row of them, told by its ends, or by what was typed where one is left out; where there is none the
     * text could not be read as one.
     */
    private static Reading several(Dimension dimension, List<String> values, String typed, String why) {
        if (values.isEmpty()) {
            return Reading.not(why);
        }
        String first = values.getFirst();
        String ends = Periods.open(typed) ? typed : first + ".." + values.getLast();
        return has(dimension, values, values.size() == 1 ? first : ends);
    }

    private static Reading has(Dimension dimension, List<String> values, String meaning) {
        return new Reading(new Clause.Has(dimension, values), meaning);
    }

    private Reading named(Dimension dimension, String value) {
        List<String> meant = gazetteer.meant(dimension, value);
        if (meant.isEmpty()) {
            return Reading.not("name");
        }
        if (meant.size() > MOST_MEANT) {
            return Reading.not("many");
        }
        String labels = meant.stream()
                .limit(3)
                .map(key -> gazetteer.label(dimension, key))
                .collect(Collectors.joining("; "));
        return has(dimension, meant, meant.size() > 3 ? labels + "; …" : labels);
    }

    private static Reading word(Dimension dimension, String value) {
        String word = value.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return WORDS.getOrDefault(dimension, List.of()).contains(word)
                ? has(dimension, List.of(word), word.toLowerCase(Locale.ROOT).replace('_', ' '))
                : Reading.not("word");
    }

    private static Reading weekday(String value) {
        String typed = value.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean named = typed.length() >= 3 && day.name().startsWith(typed);
            if (named || typed.equals(Integer.toString(day.getValue()))) {
                return has(
                        Dimension.WEEKDAY,
                        List.of(Integer.toString(day.getValue())),
                        day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return Reading.not("word");
    }

    /** One hour or several over midnight: {@code 22..04}. */
    private static Reading hours(String value) {
        if (!value.matches("\\d{1,2}(\\.\\.\\d{1,2})?")) {
            return Reading.not("hour");
        }
        String[] ends = value.split("\\.\\.");
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[ends.length - 1]);
        if (from > 23 || to > 23) {
            return Reading.not("hour");
        }
        List<String> hours = new ArrayList<>();
        for (int hour = from; hour != to; hour = (hour + 1) % 24) {
            hours.add(hour(hour));
        }
        hours.add(hour(to));
        return several(Dimension.HOUR, hours, value, "hour");
    }

    /** An hour as the index has it. */
    static String hour(int hour) {
        return String.format("%02d", hour);
    }
}
