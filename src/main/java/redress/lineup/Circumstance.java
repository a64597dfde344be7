package redress.lineup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.complaint.Complaint;
import redress.complaint.Subject;

/**
 * What is known of the place of the accused beside the name: when it was and of which unit or service.
 *
 * @param day the date of the incident, or null
 * @param unit the key of the unit, or null
 * @param institution the code of the service, or null
 */
record Circumstance(
        @Nullable LocalDate day,
        @Nullable Long unit,
        @Nullable String institution) {

    /** Nothing is known. */
    static final Circumstance NONE = new Circumstance(null, null, null);

    private static final double ELSEWHERE = 0.9;
    private static final double OTHER_SERVICE = 0.7;

    static Circumstance of(Complaint complaint, Subject subject) {
        return new Circumstance(
                complaint.incident().when().on(),
                subject.unit().or(complaint.incident()::unit).orElse(null),
                complaint.incident().where().institution());
    }

    /** Where somebody served on that day; the posting that began last where there are several. */
    Optional<Roster.Posting> then(List<Roster.Posting> postings) {
        return day == null
                ? Optional.empty()
                : postings.stream()
                        .filter(posting -> posting.covers(day))
                        .max(Comparator.comparing(
                                Roster.Posting::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /** Whether somebody is known to have served in that unit on that day. */
    boolean there(List<Roster.Posting> postings) {
        return unit != null
                && day != null
                && postings.stream().anyMatch(posting -> posting.unit() == unit && posting.covers(day));
    }

    /**
     * How much a resemblance is worth: all of it for somebody who was in that unit on that day or where nothing is
     * known of it, less for others of the service, least for those of another one. Judgement, to order a list.
     */
    double worth(Officer officer, List<Roster.Posting> postings) {
        if (institution != null && !institution.equals(officer.institution())) {
            return OTHER_SERVICE;
        }
        return unit == null && institution == null || there(postings) ? 1 : ELSEWHERE;
    }
}
