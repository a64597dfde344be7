package redress.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redress.complaint.Incident;
import redress.complaint.Subject;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.profile.Profile;

/**
 * Says everything that does not hold in a submission, beside its field, in text keys of the area {@code submission}.
 * Whatever door it came through, the same is asked: a narrative, codes that the profile offers, a date that is not in
 * the future. Nothing else is required: officer, place and date may all be unknown.
 */
@Singleton
public class SubmissionCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Set<String> WAYS = Set.of("phone", "sms", "email", "post", "person");

    private final Profile profile;
    private final InstantSource clock;

    @Inject
    SubmissionCheck(Profile profile, InstantSource clock) {
        this.profile = profile;
        this.clock = clock;
    }

    /** Refuses a submission in which anything does not hold. */
    void require(Submission submission) {
        List<FieldError> errors = errors(submission);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Everything that does not hold, once beside its field, in the order of the questions; empty when all does. */
    public List<FieldError> errors(Submission submission) {
        List<FieldError> errors = new ArrayList<>();
        language(errors, submission.language());
        if (submission.story().narrative().isBlank()) {
            errors.add(new FieldError("narrative", "submission.narrative.missing"));
        }
        text(errors, "narrative", submission.story().narrative(), Submission.LONGEST_NARRATIVE);
        categories(errors, submission.categories());
        date(errors, submission.when());
        place(errors, submission.where());
        subjects(errors, submission.subjects());
        allegations(errors, submission);
        words(errors, submission);
        contact(errors, submission.contact());
        return errors.stream().distinct().toList();
    }

    /** The form of a tag by BCP 47; which languages there are is not asked. */
    private static void language(List<FieldError> errors, String tag) {
        if (tag.length() > Submission.LONGEST_LANGUAGE || !LANGUAGE.matcher(tag).matches()) {
            errors.add(new FieldError("language", "submission.language.unknown"));
        }
    }

    private void categories(List<FieldError> errors, List<String> codes) {
        if (codes.size() > Submission.MOST_CATEGORIES) {
            errors.add(new FieldError("categories", "submission.categories.many"));
            return;
        }
        for (String code : codes) {
            if (profile.findCategory(code).filter(c -> c.validOn(today())).isEmpty()) {
                errors.add(new FieldError("categories", "submission.categories.unknown"));
                return;
            }
        }
    }

    private void date(List<FieldError> errors, Incident.When when) {
        LocalDate on = when.on();
        if (on != null && on.isAfter(today())) {
            errors.add(new FieldError("incident.date", "submission.date.future"));
        }
        if (on != null && on.isBefore(EARLIEST)) {
            errors.add(new FieldError("incident.date", "submission.date.early"));
        }
        Integer hour = when.hour();
        if (hour != null && (hour < 0 || hour > 23)) {
            errors.add(new FieldError("incident.hour", "submission.hour.range"));
        }
        text(errors, "incident.dateWords", when.words(), Submission.LONGEST_LINE);
    }

    private void place(List<FieldError> errors, Incident.Where where) {
        String code = where.code();
        if (code != null && profile.findPlace(code).isEmpty()) {
            errors.add(new FieldError("incident.place", "submission.place.unknown"));
        }
        text(errors, "incident.placeWords", where.words(), Submission.LONGEST_LINE * 2);
        String institution = where.institution();
        if (institution != null && profile.findInstitution(institution).isEmpty()) {
            errors.add(new FieldError("institution", "submission.institution.unknown"));
        }
    }

    private static void subjects(List<FieldError> errors, List<Subject.Described> subjects) {
        for (Subject.Described subject : subjects) {
            text(errors, "officers.name", subject.name(), Submission.LONGEST_LINE);
            text(errors, "officers.badge", subject.badge(), 60);
            text(errors, "officers.description", subject.looks(), Submission.LONGEST_WORDS);
        }
        if (subjects.size() > Submission.MOST_OFFICERS) {
            errors.add(new FieldError("officers", "submission.officers.many"));
        }
    }

    /** Two short lists make many allegations, and every one of them is counted in public. */
    private static void allegations(List<FieldError> errors, Submission submission) {
        long kinds = submission.categories().stream().distinct().count();
        if (kinds * submission.subjects().size() > Submission.MOST_ALLEGATIONS) {
            errors.add(new FieldError("officers", "submission.allegations.many"));
        }
    }

    private static void words(List<FieldError> errors, Submission submission) {
        optional(errors, "evidence", submission.story().evidence());
        optional(errors, "witnesses", submission.story().witnesses());
        optional(errors, "elsewhere", submission.story().elsewhere());
        optional(errors, "wanted", submission.story().wanted());
    }

    private static void contact(List<FieldError> errors, Submission.Contact contact) {
        text(errors, "contact.name", contact.identity().name(), Submission.LONGEST_LINE);
        text(errors, "contact.address", contact.identity().address(), Submission.LONGEST_LINE * 2);
        text(errors, "contact.interpreter", contact.interpreter(), 100);
        String way = contact.way();
        if (way != null && !WAYS.contains(way)) {
            errors.add(new FieldError("contact.way", "submission.way.unknown"));
        }
        if (way != null && contact.identity().address() == null) {
            errors.add(new FieldError("contact.address", "submission.address.missing"));
        }
    }

    private static void optional(List<FieldError> errors, String field, Optional<String> words) {
        text(errors, field, words.orElse(null), Submission.LONGEST_WORDS);
    }

    private static void text(List<FieldError> errors, String field, @Nullable String words, int longest) {
        if (words == null) {
            return;
        }
        if (words.length() > longest) {
            errors.add(new FieldError(
                    field,
                    longest == Submission.LONGEST_NARRATIVE ? "submission.narrative.long" : "submission.words.long"));
        }
        if (unprintable(words)) {
            errors.add(new FieldError(field, "submission.words.control"));
        }
    }

    private static boolean unprintable(String words) {
        int point;
        for (int i = 0; i < words.length(); i += Character.charCount(point)) {
            point = words.codePointAt(i);
            if (unprintable(point)) {
                return true;
            }
        }
        return false;
    }

    /** Control characters other than line breaks and tabs, and code points that are no characters at all. */
    private static boolean unprintable(int point) {
        int type = Character.getType(point);
        return (type == Character.CONTROL && point != '\n' && point != '\r' && point != '\t')
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), profile.zone());
    }
}
