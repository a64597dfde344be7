package redress.pattern;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redress.access.Sight;
import redress.likeness.Evidence;
import redress.search.Sharing;
import redress.search.Texts;
import redress.wiring.Part;

/**
 * Looks for complaints that may be linked with those of a scope: the index says which share rare words or names, and of
 * these alone the rows are read and weighed.
 */
@Part
class Linking {

    /** Of so many complaints of the scope, the newest, others are looked for. */
    static final int MOST_ASKED = 200;

    private static final int MOST_FOR_EACH = 10;

    private final Texts texts;
    private final Statements statements;
    private final OfficeNames names;
    private final Unanswered unanswered;

    @Inject
    Linking(Texts texts, Statements statements, OfficeNames names, Unanswered unanswered) {
        this.texts = texts;
        this.statements = statements;
        this.names = names;
        this.unanswered = unanswered;
    }

    /**
     * The pairs for which enough speaks.
     *
     * @param categories the labels of the categories, by which reasons are told
     */
    Links links(Scoped scoped, Bundle bundle, Map<String, String> categories, Sight sight) {
        Set<Long> asked = scoped.own().stream()
                .sorted(Comparator.comparing((Filed each) -> each.way().received())
                        .thenComparing(Filed::id)
                        .reversed())
                .limit(MOST_ASKED)
                .map(Filed::id)
                .collect(Collectors.toSet());
        Set<Long> together = together(scoped.group());
        List<Sharing> pairs = news(texts.sharing(asked, MOST_FOR_EACH + together.size(), sight), together);
        if (pairs.isEmpty()) {
            return new Links(asked.size(), List.of(), 0, null);
        }
        Set<Long> paired = new TreeSet<>();
        pairs.forEach(pair -> {
            paired.add(pair.one());
            paired.add(pair.other());
        });
        Facts facts = scoped.facts();
        Map<Long, Statement> read =
                new HashMap<>(bundle.usual(facts.window(), sight, facts.usual(), ids -> statements.read(ids, sight)));
        // These with their narratives, which tell whether they are copies of one another.
        read.putAll(statements.read(paired, sight));
        Links links =
                new LinkCheck(read, names.book(), evidence(bundle.places(), categories)).look(asked.size(), pairs);
        return links.with(unanswered.among(links.found(), sight));
    }

    /**
     * Of whom a person said already that they are about one patrol: that they resemble one another is why, and says
     * nothing new.
     */
    static Set<Long> together(Group group) {
        return group instanceof ClusterGroup(Cluster cluster) ? cluster.members() : Set.of();
    }

    /** The pairs of which not both are among these. */
    static List<Sharing> news(List<Sharing> pairs, Set<Long> together) {
        return pairs.stream()
                .filter(pair -> !(together.contains(pair.one()) && together.contains(pair.other())))
                .toList();
    }

    private static Evidence evidence(Tree places, Map<String, String> categories) {
        return new Evidence(
                code -> places.find(code).map(Node::name).orElse(code), code -> categories.getOrDefault(code, code));
    }
}
