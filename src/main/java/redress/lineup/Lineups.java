package redress.lineup;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.complaint.Complaint;
import redress.complaint.Incident;
import redress.complaint.Subject;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.time.Ids;
import redress.time.Span;
import redress.wiring.UseCase;

/**
 * A member of staff asks who somebody may be. That it was asked is an act in the ledger, which commits to the question
 * and holds nothing of the answer.
 */
@UseCase
class Lineups {

    /** Of so many the postings are read; what stands behind them has a worse name however well the place fits. */
    private static final int LOOKED_AT = 400;

    private final Roster roster;
    private final Accusations accusations;
    private final Identifications identifications;
    private final IdentificationDenials denials;
    private final Ledger ledger;

    @Inject
    Lineups(
            Roster roster,
            Accusations accusations,
            Identifications identifications,
            IdentificationDenials denials,
            Ledger ledger) {
        this.roster = roster;
        this.accusations = accusations;
        this.identifications = identifications;
        this.denials = denials;
        this.ledger = ledger;
    }

    /**
     * Who may be meant.
     *
     * @throws redress.problem.Problem invalid where nothing was asked, not found for a subject that there is not or
     *     whose complaint the actor may not see
     */
    Lineup ask(Sought sought, Actor actor) {
        if (sought.complaint().isEmpty()) {
            sought.check();
            return lineup(sought, null, Circumstance.NONE, actor);
        }
        Accusations.Found found = accusations.require(sought.complaint(), sought.subject(), actor);
        Subject.Described told = found.subject().described();
        return lineup(
                sought.or(Objects.requireNonNullElse(told.name(), ""), Objects.requireNonNullElse(told.badge(), "")),
                accused(found),
                Circumstance.of(found.complaint(), found.subject()),
                actor);
    }

    private Lineup lineup(Sought sought, Lineup.@Nullable Accused accused, Circumstance circumstance, Actor actor) {
        ledger.append(NewAct.of(ActKind.SEARCHED, actor.id(), ("lineup\n" + sought).getBytes(StandardCharsets.UTF_8)));
        Set<String> out = accused == null
                ? Set.of()
                : accused.ruledOut().stream()
                        .map(one -> one.officer().officer())
                        .collect(Collectors.toSet());
        List<OfficerBook.Fit> fits = sought.asksSomething()
                ? roster.book().find(sought.name(), sought.badge()).stream()
                        .filter(fit -> !out.contains(Ids.text(fit.officer().id())))
                        .toList()
                : List.of();
        List<OfficerBook.Fit> best = fits.stream().limit(LOOKED_AT).toList();
        Map<Long, List<Roster.Posting>> postings =
                roster.postings(best.stream().map(fit -> fit.officer().id()).toList());
        List<Lineup.Candidate> candidates = best.stream()
                .map(fit -> candidate(fit, postings.getOrDefault(fit.officer().id(), List.of()), circumstance))
                .sorted(Comparator.comparingDouble(Lineup.Candidate::score).reversed())
                .limit(Lineup.MOST)
                .toList();
        return new Lineup(sought.name(), sought.badge(), accused, candidates, fits.size() - candidates.size());
    }

    private static Lineup.Candidate candidate(
            OfficerBook.Fit fit, List<Roster.Posting> postings, Circumstance circumstance) {
        Roster.Posting shown = circumstance.served(postings).orElse(postings.isEmpty() ? null : postings.getLast());
        List<Lineup.Because> reasons = new ArrayList<>();
        fit.reasons()
                .forEach(reason -> reasons.add(new Lineup.Because(reason.kind().name(), reason.one(), reason.other())));
        if (circumstance.there(postings)) {
            reasons.add(servedThere(circumstance.then(), shown));
        }
        return new Lineup.Candidate(
                Lineup.Person.of(fit.officer()),
                shown == null ? null : shown.name(),
                shown == null ? null : shown.code(),
                Math.round(1000 * fit.score() * circumstance.worth(fit.officer(), postings)) / 1000.0,
                reasons);
    }

    private static Lineup.Because servedThere(@Nullable Span then, Roster.@Nullable Posting shown) {
        boolean day = then != null && then.first().equals(then.last());
        return new Lineup.Because(
                day ? "SERVED_THERE" : "SERVED_THROUGHOUT", String.valueOf(then), shown == null ? "" : shown.name());
    }

    private Lineup.Accused accused(Accusations.Found found) {
        Complaint complaint = found.complaint();
        Subject subject = found.subject();
        Incident.When when = complaint.incident().when();
        Optional<Dated> dated = Dated.of(when.on(), when.precision());
        return new Lineup.Accused(
                complaint.number(),
                Ids.text(subject.id()),
                complaint.version(),
                subject.described().name(),
                subject.described().badge(),
                subject.described().looks(),
                dated.map(Dated::day).orElse(null),
                dated.map(known -> known.precision().name()).orElse(null),
                subject.officer()
                        .flatMap(roster::officer)
                        .map(Lineup.Person::of)
                        .orElse(null),
                identifications
                        .standing(subject.id())
                        .map(Identifications.Standing::told)
                        .orElse(null),
                denials.standing(subject.id()).stream()
                        .map(this::ruledOut)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Lineup.RuledOut> ruledOut(IdentificationDenials.Denied denied) {
        return roster.officer(denied.officer())
                .map(officer -> new Lineup.RuledOut(Lineup.Person.of(officer), denied.told()));
    }
}
