package redress.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.complaint.Channel;
import redress.complaint.Harm;
import redress.complaint.Incident;
import redress.complaint.Incident.Precision;
import redress.complaint.ReceiptCode;
import redress.complaint.Story;
import redress.complaint.Subject;
import redress.vault.Identity;

/**
 * Writes checked answers down as a submission. What was told in several small fields is joined; nothing is left out.
 */
final class Writing {

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:\\s*[:.h]\\s*(\\d{2})?)?");

    private final Answers answers;
    private final LocalDate today;

    private Writing(Answers answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    /** What is sent; the answers must have passed the checks of the same day. */
    static Submission of(Turn turn, String language) {
        return new Writing(turn.answers(), turn.choices().today()).written(turn.code(), language);
    }

    /** The time of the day: its hour, where one can be read, and the words that tell more than that. */
    private record Time(@Nullable Integer hour, @Nullable String words) {}

    private Submission written(ReceiptCode code, String language) {
        return new Submission(
                code,
                Channel.WEB,
                language,
                Story.told(
                        answers.one(Question.NARRATIVE),
                        told(Question.EVIDENCE),
                        told(Question.WITNESSES),
                        told(Question.ELSEWHERE),
                        told(Question.WANTED)),
                answers.all(Question.KINDS),
                when(),
                where(),
                subjects(),
                Harm.told(
                        Harm.Whom.valueOf(answers.one(Question.HARMED)),
                        Harm.Injury.valueOf(answers.one(Question.INJURY))),
                contact(),
                answers.one(Question.PUBLISH).equals("YES"));
    }

    private Incident.When when() {
        String known = answers.one(Question.WHEN);
        DateReading date = DateReading.of(answers, today);
        Time time = time();
        boolean told = !known.equals(Choices.UNKNOWN) && date.fault() == null && !date.isEmpty();
        if (!told) {
            // A date beside "I do not remember" is kept as the words it is.
            String typed = answers.typed(Question.DATE);
            return new Incident.When(
                    null, Precision.UNKNOWN, joined(told(Question.WHEN_WORDS), time.words(), typed), time.hour());
        }
        return new Incident.When(
                date.firstDay(),
                precision(known.equals("EXACT"), date),
                joined(told(Question.WHEN_WORDS), time.words()),
                time.hour());
    }

    private static Precision precision(boolean exact, DateReading date) {
        if (date.isDay()) {
            return exact ? Precision.DAY : Precision.ABOUT;
        }
        return date.isMonth() ? Precision.MONTH : Precision.YEAR;
    }

    private Time time() {
        String typed = answers.one(Question.HOUR);
        Matcher read = HOUR.matcher(DateReading.western(typed));
        if (!read.matches() || Integer.parseInt(read.group(1)) > 23) {
            return new Time(null, told(Question.HOUR));
        }
        // The hour is what can be counted. Minutes have no field of their own and stay as they were typed.
        boolean bare = read.group(2) == null;
        return new Time(Integer.valueOf(read.group(1)), bare ? null : typed);
    }

    private Incident.Where where() {
        return new Incident.Where(
                told(Question.AREA), joined(told(Question.PLACE_WORDS), told(Question.LANDMARK)), service());
    }

    private @Nullable String service() {
        String service = answers.one(Question.SERVICE);
        return service.equals(Choices.UNKNOWN) ? null : service;
    }

    private List<Subject.Described> subjects() {
        String looks = joined(told(Question.OFFICER_UNIT), told(Question.DESCRIPTION), told(Question.VEHICLE));
        Subject.Described described =
                new Subject.Described(told(Question.OFFICER_NAMES), told(Question.OFFICER_NUMBER), looks);
        boolean anything = described.name() != null || described.badge() != null || looks != null;
        return anything ? List.of(described) : List.of();
    }

    private Submission.Contact contact() {
        String way = answers.one(Question.CONTACT);
        boolean reachable = !way.equals(Choices.NO_CONTACT);
        // Whoever said no is not reached by a number that stands in the form by mistake.
        String address = reachable ? joined(told(Question.CONTACT_DETAIL), told(Question.CONTACT_SAFE)) : null;
        return new Submission.Contact(
                new Identity(told(Question.NAME), address),
                reachable ? way.toLowerCase(java.util.Locale.ROOT) : null,
                joined(told(Question.SPOKEN), told(Question.INTERPRETER)));
    }

    private @Nullable String told(Question question) {
        String text = answers.one(question);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String all =
                Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
