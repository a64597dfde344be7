package redress.profile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redress.time.WorkingCalendar;

/** Reads the working days: the weekend, holidays that come every year, and single days (moving feasts). */
final class OfficeCalendar {

    /** Holidays of every year are laid out over these years. */
    private static final int FIRST_YEAR = 2010;

    private static final int LAST_YEAR = 2050;

    private OfficeCalendar() {}

    static WorkingCalendar read(Yaml yaml) {
        Set<DayOfWeek> weekend = yaml.require("weekend").items().stream()
                .map(d -> d.oneOf(DayOfWeek.class))
                .collect(Collectors.toSet());
        Set<LocalDate> holidays = new HashSet<>();
        for (Yaml day : yaml.require("every_year").items()) {
            MonthDay feast = parsed(day, t -> MonthDay.parse("--" + t), "01-31");
            IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).forEach(year -> holidays.add(feast.atYear(year)));
        }
        yaml.require("single_days").items().forEach(day -> holidays.add(parsed(day, LocalDate::parse, "2026-01-31")));
        if (weekend.size() == DayOfWeek.values().length) {
            throw yaml.broken("a week needs a working day.");
        }
        return new WorkingCalendar(weekend, holidays);
    }

    private static <T> T parsed(Yaml yaml, Function<String, T> parse, String like) {
        try {
            return parse.apply(yaml.text());
        } catch (DateTimeParseException e) {
            throw yaml.broken("\"" + yaml.text() + "\" must be a day like " + like + ".");
        }
    }
}
