package redress.pattern;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.Form;

/**
 * What a dossier is asked for.
 *
 * @param kind what it is about
 * @param value its key as it was typed
 * @param from the first month, or null for the usual window
 * @param to the last month, or null for the last one with data
 */
record Question(
        Kind kind,
        String value,
        @Nullable YearMonth from,
        @Nullable YearMonth to) {

    private static final int MOST_MONTHS = 600;
    /** Nobody asks for what was before. */
    static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    /** What a dossier may be about. */
    enum Kind {
        /** A unit, or an institution, with everything below it. */
        UNIT,
        /** A member of a force. */
        OFFICER,
        /** The units under somebody's command, while it lasted. */
        COMMANDER,
        /** A place with everything in it. */
        PLACE,
        /** Complaints that a person confirmed to be about the same unknown person or patrol. */
        CLUSTER,
        /** What a search finds, as its address says behind the question mark. */
        SEARCH;

        /** Whether its counts are held against those of peers: nobody serves in a place, a cluster or a search. */
        boolean compared() {
            return this == UNIT || this == OFFICER || this == COMMANDER;
        }

        /** The parameter that names it. */
        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether anything was asked at all. */
    static boolean in(Form form) {
        return !asked(form).isEmpty();
    }

    private static List<Kind> asked(Form form) {
        return Stream.of(Kind.values())
                .filter(kind -> form.answered(kind.field()))
                .toList();
    }

    private static FieldError notOne(List<Kind> asked) {
        return asked.isEmpty()
                ? new FieldError(Kind.UNIT.field(), "pattern.fault.nothing")
                : new FieldError(asked.getLast().field(), "pattern.fault.several");
    }

    /** Whether these months can be asked for together. */
    static boolean fits(YearMonth from, YearMonth to) {
        return !to.isBefore(from) && !from.plusMonths(MOST_MONTHS).isBefore(to);
    }

    /** Reads a question; every fault is told beside its field. */
    static Question of(Form form) {
        List<FieldError> faults = new ArrayList<>();
        List<Kind> asked = asked(form);
        if (asked.size() != 1) {
            faults.add(notOne(asked));
        }
        YearMonth from = month(form, "from", faults);
        YearMonth to = month(form, "to", faults);
        if (from != null && to != null && !fits(from, to)) {
            faults.add(new FieldError("to", "pattern.fault.window"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Kind kind = asked.getFirst();
        return new Question(kind, form.value(kind.field()).strip(), from, to);
    }

    private static @Nullable YearMonth month(Form form, String field, List<FieldError> faults) {
        if (!form.answered(field)) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(form.value(field).strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() < LAST_YEAR) {
                return month;
            }
            faults.add(new FieldError(field, "pattern.fault.month"));
        } catch (DateTimeParseException unreadable) {
            faults.add(new FieldError(field, "pattern.fault.month"));
        }
        return null;
    }

    /**
     * The months from one to the last with data. Where that lies before a first month that was asked for, they go on to
     * the present one: that there is nothing in them is an answer, and other months would be none.
     *
     * @param first the first month: the one that was asked for, or the one with which a cluster begins
     * @param last the last month: the one that was asked for, or the last with data
     * @param present the month that it is
     * @throws Problem invalid where these are too many, as in {@link #of}
     */
    Window since(YearMonth first, YearMonth last, YearMonth present) {
        if (from == null) {
            return new Window(first.isAfter(last) ? last : first, last);
        }
        YearMonth end = !first.isAfter(last) ? last : first.isAfter(present) ? first : present;
        if (!fits(first, end)) {
            throw Problem.invalid(List.of(new FieldError("from", "pattern.fault.window")));
        }
        return new Window(first, end);
    }

    /** The refusal for a scope that is not there. */
    Problem unknown(String message) {
        return Problem.invalid(List.of(new FieldError(kind.field(), message)));
    }
}
