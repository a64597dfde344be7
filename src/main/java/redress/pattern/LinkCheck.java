package redress.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redress.likeness.Account;
import redress.likeness.Comparison;
import redress.likeness.Evidence;
import redress.likeness.LinkModel;
import redress.likeness.LinkScore;
import redress.likeness.NearDuplicates;
import redress.likeness.Score;
import redress.likeness.Signature;
import redress.names.NameBook;
import redress.search.Sharing;

/**
 * Weighs pairs of complaints that share rare words or names. How often things agree by chance is learnt from pairs at
 * random among the complaints that were read; what two copies of one text share, and what is known about one officer
 * already, says nothing new and is left out.
 */
final class LinkCheck {

    /** A hundred times as much must speak for a link as against it. */
    static final double LEAST = 2;

    private static final int MOST = 50;
    private static final int DRAWS = 5_000;
    private static final long SEED = 20_261_126;

    private final Map<Long, Statement> statements;
    private final LinkScore score;
    private final Evidence evidence;
    private final Map<Long, Signature> signatures = new HashMap<>();

    /**
     * The check.
     *
     * @param statements everything that was read: the pairs, and others that show what is usual
     * @param book the names that the office holds to be one
     * @param evidence tells what a link was seen by
     */
    LinkCheck(Map<Long, Statement> statements, NameBook book, Evidence evidence) {
        this.statements = statements;
        this.evidence = evidence;
        List<Account> accounts = statements.values().stream()
                .map(Statement::account)
                .sorted(Comparator.comparingLong(Account::id))
                .toList();
        Comparison comparison = Comparison.within(accounts, book);
        score = new LinkScore(LinkModel.defaults().fittedToChance(comparison, accounts, DRAWS, SEED), comparison);
    }

    private record Weighed(Statement one, Statement other, double log10) {}

    /**
     * The pairs for which enough speaks, the best first: the first fifty with their reasons, of the others only how
     * many they are. None is open yet.
     *
     * @param asked of how many complaints of the scope others were looked for
     * @param pairs what shares rare words or names
     */
    Links look(int asked, Collection<Sharing> pairs) {
        List<Weighed> weighed = new ArrayList<>();
        for (Sharing pair : pairs) {
            Statement one = statements.get(pair.one());
            Statement other = statements.get(pair.other());
            if (one != null && other != null && !one.accusesOneOf(other)) {
                double log10 = score.log10(one.account(), other.account());
                if (log10 >= LEAST) {
                    weighed.add(new Weighed(one, other, log10));
                }
            }
        }
        List<Weighed> enough = weighed.stream()
                .sorted(Comparator.comparingDouble((Weighed each) -> -each.log10())
                        .thenComparing(each -> each.one().number())
                        .thenComparing(each -> each.other().number()))
                .filter(each -> !copies(each))
                .toList();
        List<Links.Link> found = enough.stream().limit(MOST).map(this::link).toList();
        return new Links(asked, found, enough.size() - found.size(), null);
    }

    private boolean copies(Weighed each) {
        return signature(each.one()).share(signature(each.other())) >= NearDuplicates.LEAST_SHARE;
    }

    /** Of a complaint in many pairs it is made once. */
    private Signature signature(Statement statement) {
        return signatures.computeIfAbsent(statement.account().id(), id -> Signature.of(statement.narrative()));
    }

    /** The reasons are put together for those alone that are shown. */
    private Links.Link link(Weighed each) {
        Score found = score.compare(each.one().account(), each.other().account());
        return new Links.Link(
                one(each.one()),
                one(each.other()),
                found.log10(),
                found.contributions().stream().map(this::reason).toList(),
                false);
    }

    private Links.Reason reason(Score.Contribution part) {
        return new Links.Reason(
                part.factor().name(), part.level(), evidence.told(part.factor(), part.evidence()), part.log10());
    }

    private static Links.One one(Statement statement) {
        return new Links.One(statement.number(), statement.received());
    }
}
