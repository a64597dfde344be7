package redress.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads days, months and years as people type them: {@code 2024}, {@code 2024-03}, {@code 2024-03-05}, with dots. */
final class Periods {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");
    private static final Pattern MONTH = Pattern.compile("[1-9]\\d{3}-\\d{1,2}");
    private static final String TO = "..";
    private static final int MONTHS_OF_A_YEAR = 12;
    /** So far before the first year that no number of years leads back into it. */
    private static final int NONE = -1_000_000;

    /** So many years can be named at once; more are sooner asked for by day. */
    private static final int MOST_YEARS = 100;

    /** A stretch of days, both ends included; null leaves an end open. */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        /** Whether it begins before it ends, and one of both is known. */
        private boolean holdsADay() {
            return from == null || to == null ? from != to : !from.isAfter(to);
        }

        @Override
        public String toString() {
            return (from == null ? "" : from) + TO + (to == null ? "" : to);
        }
    }

    private static final Period OPEN = new Period(null, null);

    private Periods() {}

    /** One period, or two with {@code ..} between them; either end may be left out. Empty where it is no date. */
    static Optional<Period> read(String text) {
        int dots = text.indexOf(TO);
        if (dots < 0) {
            return one(text);
        }
        String first = text.substring(0, dots);
        String last = text.substring(dots + TO.length());
        Optional<Period> from = first.isEmpty() ? Optional.of(OPEN) : one(first);
        Optional<Period> to = last.isEmpty() ? Optional.of(OPEN) : one(last);
        return from.flatMap(begins -> to.map(ends -> new Period(begins.from(), ends.to())))
                .filter(Period::holdsADay);
    }

    /** Everything before a period. */
    static Optional<Period> before(String text) {
        return one(text).map(Period::from).map(from -> new Period(null, from.minusDays(1)));
    }

    /** Everything after a period. */
    static Optional<Period> after(String text) {
        return one(text).map(Period::to).map(to -> new Period(to.plusDays(1), null));
    }

    /**
     * The years that a text names, as the index has them: one, or two with {@code ..} between them and all from one to
     * the other. Either end may be left out: then it is as far away as can be named. None where it is no year, nothing
     * lies between them, or they are too many.
     */
    static List<String> years(String text) {
        return each(text, year -> YEAR.matcher(year).matches() ? Integer.parseInt(year) : NONE, MOST_YEARS)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** The months that a text names, likewise; the zero before the number of one may be left out. */
    static List<String> months(String text) {
        return each(text, Periods::month, MOST_YEARS * MONTHS_OF_A_YEAR)
                .mapToObj(month -> YearMonth.of(month / MONTHS_OF_A_YEAR, 1 + month % MONTHS_OF_A_YEAR)
                        .toString())
                .toList();
    }

    /** Whether an end of what the text names is left out. */
    static boolean open(String text) {
        return text.startsWith(TO) || text.endsWith(TO);
    }

    private static IntStream each(String text, ToIntFunction<String> number, int most) {
        int dots = text.indexOf(TO);
        return dots < 0
                ? between(text, text, number, most)
                : between(text.substring(0, dots), text.substring(dots + TO.length()), number, most);
    }

    private static IntStream between(String first, String last, ToIntFunction<String> number, int most) {
        if (first.isEmpty() && last.isEmpty()) {
            return IntStream.empty();
        }
        int to = last.isEmpty() ? number.applyAsInt(first) + most - 1 : number.applyAsInt(last);
        int from = first.isEmpty() ? to - most + 1 : number.applyAsInt(first);
        boolean none = from < 0 || to < 0 || to - from >= most;
        return none ? IntStream.empty() : IntStream.rangeClosed(from, to);
    }

    /** The number of a month, counted from the first year on; less than any where there is no such month. */
    private static int month(String text) {
        if (!MONTH.matcher(text).matches()) {
            return NONE;
        }
        String[] parts = text.split("-");
        int month = Integer.parseInt(parts[1]);
        return month < 1 || month > MONTHS_OF_A_YEAR ? NONE : Integer.parseInt(parts[0]) * MONTHS_OF_A_YEAR + month - 1;
    }

    private static Optional<Period> one(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        try {
            if (form.group(2) == null) {
                return Optional.of(new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
            if (form.group(3) == null) {
                return Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
            }
            LocalDate day = month.atDay(Integer.parseInt(form.group(3)));
            return Optional.of(new Period(day, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
