package redress.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days, months and years as people type them: {@code 2024}, {@code 2024-03}, {@code 2024-03-05}, with dots. */
final class Periods {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final String TO = "..";

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
