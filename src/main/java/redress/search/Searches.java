package redress.search;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Role;
import redress.access.Sight;
import redress.ledger.ActKind;
import redress.ledger.NewAct;
import redress.wiring.UseCase;

/**
 * A member of staff searches. The policy is a part of the query; that a search was made is an act in the ledger, which
 * commits to the question and holds nothing of the answer.
 */
@UseCase
class Searches {

    /** Of so many the last rights are remembered; a commission has fewer. */
    private static final int MOST_REMEMBERED = 1_000;

    private final SearchPort engine;
    private final ComplaintRows rows;
    private final NeedToKnow needToKnow;
    private final Clerks clerks;
    private final Spellings spellings;
    private final Map<Who, Sight> last = new ConcurrentHashMap<>();

    @Inject
    Searches(SearchPort engine, ComplaintRows rows, NeedToKnow needToKnow, Clerks clerks, Spellings spellings) {
        this.engine = engine;
        this.rows = rows;
        this.needToKnow = needToKnow;
        this.clerks = clerks;
        this.spellings = spellings;
    }

    /** Whose rights are remembered, under which roles. */
    private record Who(String id, Set<Role> roles) {}

    /** What was found under a sight, in words too, and which of its hits the database still has for it. */
    private record Trial<T>(Answer found, T told, Clerks.Pending<Set<Long>> seen) {}

    /**
     * What this actor finds. The act is the only row that is written, by a statement that is durable when it returns: a
     * transaction around it and around the whole search would be three more ways to the database and back. Nobody waits
     * for the rights either: the index is searched under what the actor might see the last time, and beside it the
     * database says what holds now; where that is something else, nothing of it is told and the index is searched
     * again. In the same way the answer is put into words before the database has said which hits are still there, and
     * once more without those that are not.
     *
     * @param telling puts an answer into words; nothing of what it makes leaves before all is known, and it may be
     *     asked again
     * @param wider whether, where nothing is found, questions that ask for less are tried
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    <T> T search(SearchQuery query, Actor actor, Function<Answer, T> telling, boolean wider) {
        Clerks.Pending<Boolean> act = clerks.write(NewAct.of(ActKind.SEARCHED, actor.id(), question(query)));
        Who who = new Who(actor.id(), actor.roles());
        Clerks.Pending<Sight> rights = clerks.ask(() -> needToKnow.of(actor));
        Sight remembered = last.get(who);
        Sight supposed = remembered == null ? rights.await() : remembered;
        Trial<T> trial = search(query, supposed, telling, wider);
        Sight now = rights.await();
        remember(who, now);
        if (!now.equals(supposed)) {
            trial = search(query, now, telling, wider);
        }
        Set<Long> seen = trial.seen().await();
        Answer found = trial.found();
        T told = found.all(seen) ? trial.told() : telling.apply(found.only(seen));
        act.await();
        return told;
    }

    /** The database is asked for the hits as soon as they are known, while their texts are read. */
    private <T> Trial<T> search(SearchQuery query, Sight sight, Function<Answer, T> telling, boolean wider) {
        AtomicReference<Clerks.Pending<Set<Long>>> seen = new AtomicReference<>(Set::of);
        Answer found = engine.answer(query, sight, ids -> seen.set(clerks.ask(() -> rows.seen(ids, sight))));
        Answer answer =
                wider ? Wider.beside(found, query, less -> engine.answer(less, sight), spellings::widened) : found;
        return new Trial<>(answer, telling.apply(answer), seen.get());
    }

    private void remember(Who who, Sight now) {
        if (last.size() >= MOST_REMEMBERED) {
            last.clear();
        }
        last.put(who, now);
    }

    /** The question as one text, the same for the same question; only its salted digest is kept. */
    private static byte[] question(SearchQuery query) {
        TreeMap<Dimension, List<String>> filters = new TreeMap<>(query.filters());
        SearchQuery.Near near = query.near();
        String kinds = query.in().stream().map(TextField::word).sorted().collect(Collectors.joining(","));
        return String.join(
                        "\n",
                        query.analyst() ? "analyst" : "search",
                        query.text(),
                        filters.toString(),
                        kinds,
                        near == null ? "" : near.text())
                .getBytes(StandardCharsets.UTF_8);
    }
}
