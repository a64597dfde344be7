package redress.search;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A course over time: months or years in which nothing happened are a part of it. */
final class Course {

    /** The most months or years that are told; the latest are kept. */
    static final int LONGEST = 1_200;

    private Course() {}

    /** The same counts, the earliest first, with a zero for every month or year between that has none. */
    static List<Answer.Count> whole(List<Answer.Count> counts) {
        List<Answer.Count> whole = new ArrayList<>();
        for (Answer.Count count : counts) {
            if (!whole.isEmpty()) {
                String gap = after(whole.get(whole.size() - 1).value());
                while (whole.size() < LONGEST && gap.compareTo(count.value()) < 0) {
                    whole.add(new Answer.Count(gap, 0));
                    gap = after(gap);
                }
            }
            whole.add(count);
        }
        return List.copyOf(whole.subList(Math.max(0, whole.size() - LONGEST), whole.size()));
    }

    private static String after(String value) {
        return value.length() == 4
                ? Year.parse(value).plusYears(1).toString()
                : YearMonth.parse(value).plusMonths(1).toString();
    }
}
