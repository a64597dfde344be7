package redress.lineup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.complaint.Complaint;
import redress.complaint.Incident;
import redress.complaint.Subject;
import redress.time.Span;

/**
 * What is known of the place of the accused beside the name: when it was and of which unit or service.
 *
 * @param then the days on one of which the incident was, or null
 * @param unit the key of the unit, or null
 * @param institution the code of the service, or null
 */
record Circumstance(
        @Nullable Span then, @Nullable Long unit, @Nullable String institution) {

    /** Nothing is known. */
    static final Circumstance NONE = new Circumstance(null, null, null);

    private static final double ELSEWHERE = 0.9;
    private static final double OTHER_SERVICE = 0.7;

    static Circumstance of(Complaint complaint, Subject subject) {
        Incident.When when = complaint.incident().when();
        return new Circumstance(
                Span.of(when.on(), when.precision().name()),
                subject.unit().or(complaint.incident()::unit).orElse(null),
                complaint.incident().where().institution());
    }

    /**
     * Where somebody served then; the posting that began last where there are several. Empty where it may have been
     * another one on some of the days.
     */
    Optional<Roster.Posting> served(List<Roster.Posting> postings) {
        return then == null
                ? Optional.empty()
                : postings.stream()
                        .filter(posting -> then.touches(posting.from(), posting.to()))
                        .max(Comparator.comparing(
                                Roster.Posting::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .filter(posting -> then.liesIn(posting.from(), posting.to()));
    }

    /** Whether somebody is known to have served in that unit then, on whichever of the days it was. */
    boolean there(List<Roster.Posting> postings) {
        return unit != null
                && then != null
                && postings.stream()
                        .anyMatch(posting -> posting.unit() == unit && then.liesIn(posting.from(), posting.to()));
    }

    /**
     * How much a resemblance is worth: all of it for somebody who was in that unit then or where nothing is known of
     * it, less for others of the service, least for those of another one. Judgement, to order a list.
     */
    double worth(Officer officer, List<Roster.Posting> postings) {
        if (institution != null && !institution.equals(officer.institution())) {
            return OTHER_SERVICE;
        }
        return unit == null && institution == null || there(postings) ? 1 : ELSEWHERE;
    }
}
