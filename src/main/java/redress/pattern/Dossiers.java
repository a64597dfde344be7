package redress.pattern;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Sight;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.search.Matching;
import redress.search.SavedSearch;
import redress.wiring.UseCase;

/**
 * A member of staff opens a dossier. What may be seen is a part of every query; that it was opened is an act in the
 * ledger, which commits to the question and holds nothing of the answer.
 */
@UseCase
class Dossiers {

    private final Roster roster;
    private final Files files;
    private final Binder binder;
    private final Telling telling;
    private final Clusters clusters;
    private final Elsewhere elsewhere;
    private final Matching matching;
    private final NeedToKnow needToKnow;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Dossiers(
            Roster roster,
            Files files,
            Binder binder,
            Telling telling,
            Clusters clusters,
            Elsewhere elsewhere,
            Matching matching,
            NeedToKnow needToKnow,
            Ledger ledger,
            InstantSource clock) {
        this.roster = roster;
        this.files = files;
        this.binder = binder;
        this.telling = telling;
        this.clusters = clusters;
        this.elsewhere = elsewhere;
        this.matching = matching;
        this.needToKnow = needToKnow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What this actor may know of the scope; an unknown scope is a fault beside its field. */
    Dossier open(Question question, Actor actor) {
        Sight sight = needToKnow.of(actor);
        Bundle bundle = binder.bundle();
        Subject subject = subject(question, bundle, sight);
        List<TimeServed> service = service(question, subject);
        Window window = window(question, subject, bundle, sight);
        Facts facts = bundle.facts(window, today(), sight);
        Scoped scoped = new Scoped(facts, group(question, subject, bundle, facts));
        ledger.append(NewAct.of(ActKind.SEARCHED, actor.id(), words(question)));
        Map<String, String> categories = files.categories();
        CopyCheck copies = telling.copies(scoped, sight);
        Repeats repeats = Repeats.of(scoped, copies);
        Outliers outliers = question.kind().compared() ? new OutlierCheck(scoped).look(repeats) : null;
        Dossier dossier = new Dossier(
                head(question, subject, scoped, elsewhere.of(question.kind(), subject.sought(), scoped, sight)),
                service,
                boards(scoped, bundle, categories),
                outliers,
                new ChangeCheck(scoped, outliers == null ? null : outliers.own(), categories).look(repeats),
                process(subject, scoped, bundle, sight),
                new NetworkCheck(scoped).look(roster::names, categories),
                areas(question, scoped, bundle),
                telling.of(scoped, copies, bundle, categories, sight));
        return sight.assignedOnly() ? dossier.assignedOnly() : dossier;
    }

    private List<TimeServed> service(Question question, Subject subject) {
        Officer officer = subject.officer();
        if (officer == null) {
            return List.of();
        }
        boolean commander = question.kind() == Question.Kind.COMMANDER;
        List<TimeServed> service = roster.service(officer.id(), commander);
        if (commander && service.isEmpty()) {
            throw question.unknown("pattern.fault.command");
        }
        return service;
    }

    private List<Dossier.Board> boards(Scoped scoped, Bundle bundle, Map<String, String> categories) {
        Commanders commanders = bundle.commanders(scoped.facts().window());
        List<Dossier.Board> boards = new ArrayList<>(new Answerable(scoped, commanders, roster::names).boards());
        boards.addAll(new Boards(scoped, categories).all());
        return boards;
    }

    private static Areas areas(Question question, Scoped scoped, Bundle bundle) {
        String place = question.kind() == Question.Kind.PLACE ? question.value() : null;
        return bundle.areas().count(scoped.own(), place);
    }

    private Process process(Subject subject, Scoped scoped, Bundle bundle, Sight sight) {
        return new ProcessCheck(scoped, bundle.known(today(), sight).until(subject.institution())).look();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whom a dossier is about: a node of a tree, an officer, a cluster or a search. */
    private record Subject(
            Tree units,
            Tree places,
            @Nullable Node node,
            @Nullable Officer officer,
            @Nullable Cluster cluster,
            @Nullable Sought sought) {

        static Subject at(Tree units, Tree places, Node node) {
            return new Subject(units, places, node, null, null, null);
        }

        static Subject of(Tree units, @Nullable Officer officer, @Nullable Cluster cluster, @Nullable Sought sought) {
            return new Subject(units, new Tree(List.of()), null, officer, cluster, sought);
        }

        @Nullable
        String institution() {
            if (officer != null) {
                return officer.institution();
            }
            return node == null || places.find(node.key()).isPresent() ? null : node.institution();
        }

        String name() {
            if (cluster != null) {
                return cluster.label();
            }
            if (sought != null) {
                return sought.told();
            }
            return officer != null ? officer.name() : node != null ? node.name() : "";
        }
    }

    private Subject subject(Question question, Bundle bundle, Sight sight) {
        Tree units = bundle.units();
        return switch (question.kind()) {
            case UNIT ->
                Subject.at(
                        units,
                        new Tree(List.of()),
                        units.find(question.value()).orElseThrow(() -> question.unknown("pattern.fault.unit")));
            case PLACE -> {
                Tree places = bundle.places();
                Node place = places.find(question.value()).orElseThrow(() -> question.unknown("pattern.fault.place"));
                yield Subject.at(units, places, place);
            }
            case OFFICER, COMMANDER -> {
                Optional<Officer> officer = roster.officer(question.value());
                yield Subject.of(
                        units, officer.orElseThrow(() -> question.unknown("pattern.fault.officer")), null, null);
            }
            case CLUSTER ->
                Subject.of(
                        units,
                        null,
                        clusters.find(question.value(), sight)
                                .orElseThrow(() -> question.unknown("pattern.fault.cluster")),
                        null);
            case SEARCH -> Subject.of(units, null, null, sought(question, sight));
        };
    }

    private Sought sought(Question question, Sight sight) {
        return asSearched(question, () -> {
            SavedSearch search = matching.read(question.value());
            return new Sought(matching.told(search), matching.all(search, sight));
        });
    }

    /** What is wrong with a search is told beside the one field that holds all of it. */
    private static <T> T asSearched(Question question, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (Problem refused) {
            throw refused.kind() == Problem.Kind.INVALID && !refused.errors().isEmpty()
                    ? question.unknown(refused.errors().getFirst().message())
                    : refused;
        }
    }

    private Group group(Question question, Subject subject, Bundle bundle, Facts facts) {
        Sought sought = subject.sought();
        if (sought != null) {
            return new SearchGroup(sought.told(), sought.found());
        }
        Cluster cluster = subject.cluster();
        if (cluster != null) {
            return new ClusterGroup(cluster);
        }
        Officer officer = subject.officer();
        if (officer != null) {
            List<Officer> all = bundle.officersOf(officer.institution());
            if (question.kind() == Question.Kind.OFFICER) {
                return Groups.ofOfficer(officer, all, facts);
            }
            return Groups.ofCommander(officer, bundle.commanders(facts.window()).all(), all, facts);
        }
        Node node = subject.node();
        if (node == null) {
            throw question.unknown("pattern.fault.nothing");
        }
        return question.kind() == Question.Kind.PLACE
                ? Groups.ofPlace(node, subject.places())
                : Groups.ofUnit(node, facts);
    }

    private Window window(Question question, Subject subject, Bundle bundle, Sight sight) {
        Cluster cluster = subject.cluster();
        Question asked = cluster == null ? question : cluster.whole(question);
        YearMonth from = asked.from();
        YearMonth to = asked.to();
        if (to == null) {
            to = lastMonth(subject, bundle, today(), sight).orElse(YearMonth.from(today()));
            if (from == null && question.kind() == Question.Kind.COMMANDER) {
                to = whileInCommand(subject, Window.upTo(to));
            }
        }
        return from == null ? Window.upTo(to) : question.since(from, to, YearMonth.from(today()));
    }

    /** The last month of the usual ones; that of the last command where it was over before they begin. */
    private YearMonth whileInCommand(Subject subject, Window usual) {
        return Optional.ofNullable(subject.officer())
                .flatMap(officer -> roster.lastCommand(officer.id()))
                .map(YearMonth::from)
                .filter(last -> last.isBefore(usual.from()))
                .orElse(usual.to());
    }

    /** Of a search the last month with anything that it finds: it may look for what is long past. */
    private Optional<YearMonth> lastMonth(Subject subject, Bundle bundle, LocalDate today, Sight sight) {
        Sought sought = subject.sought();
        Optional<YearMonth> found = sought == null ? Optional.empty() : files.lastMonth(sought.found(), today, sight);
        return found.or(() -> bundle.lastMonth(subject.institution(), today, sight));
    }

    private static Dossier.Head head(Question question, Subject subject, Scoped scoped, Elsewhere.Count elsewhere) {
        Window window = scoped.facts().window();
        Node node = subject.node();
        return new Dossier.Head(
                question.kind().field(),
                question.value(),
                subject.name(),
                window.from().toString(),
                window.to().toString(),
                scoped.own().size(),
                elsewhere.found(),
                elsewhere.undated(),
                scoped.alleged().size(),
                Math.max(0, scoped.group().names().size() - 1),
                node == null ? "" : node.kind());
    }

    /** The question as one text, the same for the same question; only its salted digest is kept. */
    private static byte[] words(Question question) {
        return ("dossier\n" + question).getBytes(StandardCharsets.UTF_8);
    }
}
