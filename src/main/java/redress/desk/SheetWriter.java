package redress.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.complaint.Allegation;
import redress.complaint.Complaint;
import redress.complaint.Finding;
import redress.complaint.Incident;
import redress.complaint.Standing;
import redress.complaint.Story;
import redress.complaint.Subject;
import redress.complaint.Together;
import redress.correspondence.Correspondence;
import redress.correspondence.Writing;
import redress.ledger.Act;
import redress.ledger.Ledger;
import redress.profile.Profile;
import redress.time.Ids;
import redress.time.Span;
import redress.triage.TriageDecision;
import redress.triage.TriageDecisions;
import redress.vault.Vault;

/** Puts together the sheet of a complaint. Whoever calls it has checked that the actor may see the complaint. */
@Singleton
class SheetWriter {

    /** A dossier looks at so many months up to the present one where nobody says which. */
    private static final int USUAL_MONTHS = 36;

    /** Nobody can ask a dossier for what was before. */
    private static final int FIRST_YEAR = 1900;

    private final Captions captions;
    private final Together together;
    private final Correspondence correspondence;
    private final Colleagues colleagues;
    private final TriageDecisions decisions;
    private final Vault vault;
    private final Ledger ledger;
    private final Profile profile;

    @Inject
    SheetWriter(
            Captions captions,
            Together together,
            Correspondence correspondence,
            Colleagues colleagues,
            TriageDecisions decisions,
            Vault vault,
            Ledger ledger,
            Profile profile) {
        this.captions = captions;
        this.together = together;
        this.correspondence = correspondence;
        this.colleagues = colleagues;
        this.decisions = decisions;
        this.vault = vault;
        this.ledger = ledger;
        this.profile = profile;
    }

    Sheet write(Complaint complaint, Sight sight, LocalDate today) {
        Standing standing = complaint.standing();
        Incident incident = complaint.incident();
        LocalDate due = standing.dueOn().orElse(null);
        Map<String, String> names = colleagues.names();
        List<Long> units = incident.unit().stream().toList();
        return new Sheet(
                complaint.number(),
                standing.stage().name(),
                standing.stage().awaitsTriage(),
                standing.severity(),
                standing.mustRefer(),
                standing.compartment(),
                complaint.channel().name(),
                complaint.language(),
                complaint.receivedAt(),
                due,
                due == null ? null : ChronoUnit.DAYS.between(today, due),
                standing.assignee().map(id -> names.getOrDefault(id, id)).orElse(null),
                when(incident.when()),
                where(incident.where()),
                institution(incident.where().institution()),
                incident.unit().map(captions.units(units)::get).orElse(null),
                incident.unit().map(captions.unitKeys(units)::get).orElse(null),
                complaint.story().narrative(),
                words(complaint),
                allegations(complaint),
                accused(complaint),
                clusters(complaint, sight),
                months(incident.when(), today),
                people(complaint),
                vault.holds(complaint.id()),
                timeline(complaint, names),
                papers(complaint, sight, names),
                complaint.version());
    }

    private List<Sheet.Cluster> clusters(Complaint complaint, Sight sight) {
        return together.clustersWith(complaint.id(), sight::maySee).stream()
                .map(said -> new Sheet.Cluster(
                        Ids.text(said.id()), said.label(), said.members().size() - 1))
                .toList();
    }

    /**
     * As many months as a dossier usually has, up to that of the incident, where the usual ones begin after it: these
     * end with the last month with data at the latest, so that none after it is taken for one without complaints.
     */
    static Sheet.@Nullable Months months(Incident.When when, LocalDate today) {
        LocalDate on = when.on();
        YearMonth usual = YearMonth.from(today).minusMonths(USUAL_MONTHS - 1);
        if (on == null || !YearMonth.from(on).isBefore(usual) || on.getYear() < FIRST_YEAR + USUAL_MONTHS / 12) {
            return null;
        }
        Span days = Span.of(on, when.precision().name());
        YearMonth to = YearMonth.from(days == null ? on : days.last());
        return new Sheet.Months(to.minusMonths(USUAL_MONTHS - 1), to);
    }

    private static List<Sheet.Person> people(Complaint complaint) {
        return complaint.people().stream()
                .map(p -> new Sheet.Person(p.part().name(), p.anonymous(), p.summary()))
                .toList();
    }

    private List<Paper> papers(Complaint complaint, Sight sight, Map<String, String> names) {
        return correspondence.of(complaint.id(), sight).stream()
                .map(writing -> paper(writing, names))
                .toList();
    }

    private static Paper paper(Writing writing, Map<String, String> names) {
        return new Paper(
                Ids.text(writing.id()),
                writing.kind().name(),
                writing.direction().name(),
                writing.writtenAt(),
                writing.writtenBy().map(id -> names.getOrDefault(id, id)).orElse(null),
                writing.party().orElse(null),
                writing.subject().orElse(null),
                writing.dated().orElse(null),
                writing.text().orElse(null));
    }

    /** Of the hour no more than the hour: minutes, where they were told, stand in the words. */
    static String when(Incident.When when) {
        String date = when.on() == null
                ? ""
                : switch (when.precision()) {
                    case DAY -> when.on().toString();
                    case MONTH -> when.on().toString().substring(0, 7);
                    case YEAR -> when.on().toString().substring(0, 4);
                    case ABOUT, UNKNOWN -> "~ " + when.on();
                };
        String hour = when.hour() == null ? "" : "%02d h".formatted(when.hour());
        return joined(", ", date, hour, when.words());
    }

    private String where(Incident.Where where) {
        String code = where.code();
        String place =
                code == null ? null : profile.findPlace(code).map(p -> p.name()).orElse(code);
        return joined(", ", place, where.words());
    }

    private static String joined(String by, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(by));
    }

    private @Nullable String institution(@Nullable String code) {
        return code == null
                ? null
                : profile.findInstitution(code)
                        .map(i -> i.name().in(profile.baseLanguage().tag()))
                        .orElse(code);
    }

    private static List<Sheet.Words> words(Complaint complaint) {
        Story story = complaint.story();
        List<Sheet.Words> words = new ArrayList<>();
        add(words, "desk.words.evidence", story.evidence());
        add(words, "desk.words.witnesses", story.witnesses());
        add(words, "desk.words.elsewhere", story.elsewhere());
        add(words, "desk.words.wanted", story.wanted());
        add(words, "desk.words.interpreter", complaint.interpreter());
        return words;
    }

    private static void add(List<Sheet.Words> words, String question, Optional<String> answer) {
        answer.ifPresent(given -> words.add(new Sheet.Words(question, given)));
    }

    private List<Sheet.AllegationRow> allegations(Complaint complaint) {
        Set<Long> units = new LinkedHashSet<>();
        Set<Long> officers = new LinkedHashSet<>();
        complaint.subjects().forEach(subject -> {
            subject.unit().ifPresent(units::add);
            subject.officer().ifPresent(officers::add);
        });
        Names known = new Names(
                captions.units(units),
                captions.unitKeys(units),
                captions.officers(officers),
                captions.officerKeys(officers));
        Map<String, String> labels = captions.categories(
                complaint.allegations().stream().map(Allegation::category).collect(Collectors.toSet()));
        Map<Long, Subject> subjects =
                complaint.subjects().stream().collect(Collectors.toMap(Subject::id, subject -> subject));
        return complaint.allegations().stream()
                .map(allegation ->
                        row(allegation, allegation.subject().map(subjects::get).orElse(null), labels, known))
                .toList();
    }

    /** What units and officers are called, and the keys by which a dossier can be asked for. */
    private record Names(
            Map<Long, String> units,
            Map<Long, String> unitKeys,
            Map<Long, String> officers,
            Map<Long, String> officerKeys) {}

    private static Sheet.AllegationRow row(
            Allegation allegation, @Nullable Subject subject, Map<String, String> labels, Names known) {
        Optional<Subject> accused = Optional.ofNullable(subject);
        Optional<Long> unit = accused.flatMap(Subject::unit);
        return new Sheet.AllegationRow(
                labels.getOrDefault(allegation.category(), allegation.category()),
                accused.map(one -> against(one, known.officers())).orElse(""),
                accused.flatMap(Subject::officer).map(known.officerKeys()::get).orElse(null),
                unit.map(known.units()::get).orElse(null),
                unit.map(known.unitKeys()::get).orElse(null),
                allegation.finding().map(Finding::name).orElse(null),
                allegation.findingLocal().orElse(null),
                allegation.imposedLocal().orElse(null));
    }

    private List<Sheet.Accused> accused(Complaint complaint) {
        Map<Long, String> officers = captions.officers(complaint.subjects().stream()
                .flatMap(subject -> subject.officer().stream())
                .collect(Collectors.toSet()));
        return complaint.subjects().stream()
                .sorted(Comparator.comparingLong(Subject::id))
                .map(subject -> new Sheet.Accused(
                        Ids.text(subject.id()),
                        against(subject, officers),
                        subject.officer().isPresent()))
                .toList();
    }

    private static String against(Subject subject, Map<Long, String> officers) {
        return subject.officer()
                .map(officers::get)
                .orElseGet(() -> joined(
                        ", ",
                        subject.described().name(),
                        subject.described().badge(),
                        subject.described().looks()));
    }

    private List<Sheet.Moment> timeline(Complaint complaint, Map<String, String> names) {
        List<TriageDecision> taken = new ArrayList<>(decisions.of(complaint.id()));
        return ledger.actsOf(complaint.id()).stream()
                .sorted(Comparator.comparingLong(Act::id).reversed())
                .map(act -> new Sheet.Moment(act.at(), act.kind().name(), names.get(act.actor()), detail(act, taken)))
                .toList();
    }

    /** A decision's reason stands beside its act; other acts have their short machine detail. */
    private static @Nullable String detail(Act act, List<TriageDecision> taken) {
        return taken.stream()
                .filter(decision -> act.kind().name().equals("TRIAGE_DECIDED")
                        && decision.decidedAt().equals(act.at())
                        && decision.decidedBy().equals(act.actor()))
                .findFirst()
                .map(decision -> decision.route() + ": " + decision.reason())
                .orElse(act.detail().orElse(null));
    }
}
