package redress.lineup;

import java.time.LocalDate;
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
     * Where somebody served then; the posting that began last where there are several. Empty where it may have been in
     * another unit on some of the days.
     */
    Optional<Roster.Posting> served(List<Roster.Posting> postings) {
        if (then == null) {
            return Optional.empty();
        }
        List<Optional<Roster.Posting>> served =
                then.days().map(day -> served(day, postings)).distinct().toList();
        boolean one = served.stream()
                        .map(each -> each.map(Roster.Posting::unit))
                        .distinct()
                        .count()
                == 1;
        return one ? served.getLast() : Optional.empty();
    }

    private static Optional<Roster.Posting> served(LocalDate day, List<Roster.Posting> postings) {
        return postings.stream()
                .filter(posting -> new Span(day, day).liesIn(posting.from(), posting.to()))
                .max(Comparator.comparing(Roster.Posting::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /** Whether somebody is known to have served in that unit then, on whichever of the days it was. */
    boolean there(List<Roster.Posting> postings) {
        return unit != null
                && then != null
                && then.liesInSome(
                        postings.stream()
                                .filter(posting -> posting.unit() == unit)
                                .toList(),
                        Roster.Posting::from,
                        Roster.Posting::to);
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
