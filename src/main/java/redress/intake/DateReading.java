package redress.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as people write it in three fields, of which some may be empty, or whole in the first one: "5.3.2026",
 * "5/3/2026", "2026-03-05", in the digits of any script.
 *
 * @param day the day of the month, or null
 * @param month 1 to 12, or null
 * @param year the year, or null where none was written
 * @param fault the key of the text that says what is wrong, or null
 */
record DateReading(
        @Nullable Integer day,
        @Nullable Integer month,
        @Nullable Integer year,
        @Nullable String fault) {

    static final String NOT_REAL = "date.real";
    static final String FUTURE = "date.future";
    static final String SHORT_YEAR = "date.year";
    static final String TOO_OLD = "date.old";
    static final String DAY_ALONE = "date.dayAlone";

    private static final DateReading EMPTY = new DateReading(null, null, null, null);
    private static final int OLDEST = 1900;

    /** Reads the three fields as of that day in the country. */
    static DateReading of(Answers answers, LocalDate today) {
        List<String> parts = new ArrayList<>(Question.DATE_PARTS.stream()
                .map(answers::one)
                .map(DateReading::western)
                .toList());
        if (parts.stream().allMatch(String::isEmpty)) {
            return EMPTY;
        }
        if (parts.get(1).isEmpty() && parts.get(2).isEmpty()) {
            parts = whole(parts.getFirst());
        }
        Optional<List<@Nullable Integer>> numbers = numbers(parts);
        return numbers.isEmpty()
                ? wrong(NOT_REAL)
                : checked(
                        numbers.get().get(0),
                        numbers.get().get(1),
                        numbers.get().get(2),
                        today);
    }

    boolean isEmpty() {
        return year == null && fault == null;
    }

    boolean isDay() {
        return day != null;
    }

    boolean isMonth() {
        return day == null && month != null;
    }

    /** The first day that it may mean; only where it holds and is not empty. */
    LocalDate firstDay() {
        if (year == null) {
            throw new IllegalStateException("no date was written");
        }
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    private static DateReading checked(
            @Nullable Integer day, @Nullable Integer month, @Nullable Integer year, LocalDate today) {
        if (year == null || day != null && month == null) {
            return wrong(DAY_ALONE);
        }
        if (year < 100) {
            return wrong(SHORT_YEAR);
        }
        if (year < OLDEST) {
            return wrong(TOO_OLD);
        }
        DateReading reading = new DateReading(day, month, year, null);
        try {
            return reading.firstDay().isAfter(today) ? wrong(FUTURE) : reading;
        } catch (DateTimeException e) {
            return wrong(NOT_REAL);
        }
    }

    private static DateReading wrong(String fault) {
        return new DateReading(null, null, null, fault);
    }

    private static List<String> whole(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("[\\s./,-]+")));
        if (parts.size() == 3 && parts.getFirst().length() == 4) {
            return parts.reversed();
        }
        while (parts.size() < 3) {
            parts.addFirst("");
        }
        return parts;
    }

    private static Optional<List<@Nullable Integer>> numbers(List<String> parts) {
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (String part : parts) {
            if (!part.matches("\\d{0,4}")) {
                return Optional.empty();
            }
            numbers.add(part.isEmpty() ? null : Integer.valueOf(part));
        }
        return numbers.size() == 3 ? Optional.of(numbers) : Optional.empty();
    }

    /** The same text with the digits of every script as 0 to 9, and no full stop at its end. */
    static String western(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            digits.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return digits.toString().strip().replaceAll("[.\\s]+$", "");
    }
}
