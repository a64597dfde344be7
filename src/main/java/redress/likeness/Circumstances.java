package redress.likeness;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import redress.likeness.Account.When;
import redress.likeness.Account.Where;

/** Place, time and category of two accounts, side by side. */
final class Circumstances {

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double[] KILOMETRES = {20, 5, 1};
    private static final long[] DAYS = {366, 183, 31, 7};
    private static final int[] HOURS = {6, 2, 1};
    private static final int HOURS_A_DAY = 24;

    private Circumstances() {}

    static List<Seen> look(Account one, Account other) {
        List<Seen> seen = new ArrayList<>();
        place(one.where(), other.where(), seen);
        LocalDate day = one.when().date();
        LocalDate second = other.when().date();
        if (day != null && second != null) {
            days(day, second, seen);
        }
        hour(one.when(), other.when(), seen);
        if (!one.categories().isEmpty() && !other.categories().isEmpty()) {
            categories(one.categories(), other.categories(), seen);
        }
        return seen;
    }

    private static void place(Where one, Where other, List<Seen> seen) {
        String key = one.place();
        if (key != null && key.equals(other.place())) {
            seen.add(new Seen(Factor.PLACE, KILOMETRES.length + 1, () -> List.of(key)));
            return;
        }
        double apart = kilometres(one, other);
        if (!Double.isNaN(apart)) {
            int level = 0;
            while (level < KILOMETRES.length && apart <= KILOMETRES[level]) {
                level++;
            }
            seen.add(new Seen(Factor.PLACE, level, () -> List.of("%.1f km".formatted(apart))));
        } else if (key != null && other.place() != null) {
            // Two places without degrees: all that is known is that they are not one.
            seen.add(new Seen(Factor.PLACE, 0, List::of));
        }
    }

    /** Along the sphere (haversine), in kilometres; not a number where a place has no degrees. */
    private static double kilometres(Where one, Where other) {
        Double latitude = one.latitude();
        Double longitude = one.longitude();
        Double second = other.latitude();
        Double secondLongitude = other.longitude();
        if (latitude == null || longitude == null || second == null || secondLongitude == null) {
            return Double.NaN;
        }
        double north = Math.sin(Math.toRadians(second - latitude) / 2);
        double east = Math.sin(Math.toRadians(secondLongitude - longitude) / 2);
        double chord =
                north * north + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(second)) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
    }

    private static void days(LocalDate day, LocalDate second, List<Seen> seen) {
        long apart = Math.abs(ChronoUnit.DAYS.between(day, second));
        int level = 0;
        while (level < DAYS.length && apart <= DAYS[level]) {
            level++;
        }
        seen.add(new Seen(Factor.DAYS, level, () -> List.of(apart + " days")));
        boolean same = day.getDayOfWeek() == second.getDayOfWeek();
        int alike = same ? 2 : weekend(day) == weekend(second) ? 1 : 0;
        seen.add(new Seen(Factor.WEEKDAY, alike, () -> List.of(weekday(day), weekday(second))));
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static void hour(When one, When other, List<Seen> seen) {
        Integer hour = one.hour();
        Integer second = other.hour();
        if (hour == null || second == null) {
            return;
        }
        int straight = Math.abs(hour - second);
        int apart = Math.min(straight, HOURS_A_DAY - straight);
        int level = 0;
        while (level < HOURS.length && apart <= HOURS[level]) {
            level++;
        }
        seen.add(new Seen(Factor.HOUR, level, () -> List.of(hour + " h", second + " h")));
    }

    private static List<String> shared(Set<String> some, Set<String> others) {
        Set<String> shared = new TreeSet<>(some);
        shared.retainAll(others);
        return List.copyOf(shared);
    }

    private static void categories(Set<String> some, Set<String> others, List<Seen> seen) {
        int level = some.equals(others) ? 2 : Collections.disjoint(some, others) ? 0 : 1;
        seen.add(new Seen(Factor.CATEGORY, level, () -> shared(some, others)));
    }
}
