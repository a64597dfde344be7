package redress.search;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** So often an index that lags is asked again; it is seldom behind by more than one complaint. */
    private static final int MOST_ROUNDS = 3;

    private final SearchPort engine;
    private final NeedToKnow needToKnow;
    private final Clerks clerks;
    private final Spellings spellings;
    private final Map<Who, Sight> last = new ConcurrentHashMap<>();

    @Inject
    Searches(SearchPort engine, NeedToKnow needToKnow, Clerks clerks, Spellings spellings) {
        this.engine = engine;
        this.needToKnow = needToKnow;
        this.clerks = clerks;
        this.spellings = spellings;
    }

    /** Whose rights are remembered, under which roles. */
    private record Who(String id, Set<Role> roles) {}

    /** What was found under that sight, in words too, and what the database says of the sight and of the hits. */
    private record Trial<T>(Sight sight, Answer found, T told, Clerks.Pending<NeedToKnow.Standing> standing) {}

    /**
     * What this actor finds. The act is the only row that is written, by a statement that is durable when it returns: a
     * transaction around it and around the whole search would be three more ways to the database and back. Nobody waits
     * for the rights either: the index is searched under what the actor might see the last time, and while the texts of
     * the hits are read and the answer is put into words the database says, at once, what holds now and which of the
     * hits may be seen. Where the rights are others, nothing of it is told and the index is searched again; where a hit
     * may not be seen any more, it is searched once more without it, so that no count holds it. What lies behind the
     * page is counted as the index has it until that has caught up, as a rule within a tenth of a second.
     *
     * @param telling puts an answer into words; nothing of what it makes leaves before all is known, and it may be
     *     asked again
     * @param wider whether, where nothing is found, questions that ask for less are tried
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    <T> T search(SearchQuery query, Actor actor, Function<Answer, T> telling, boolean wider) {
        Clerks.Pending<Boolean> act = clerks.write(NewAct.of(ActKind.SEARCHED, actor.id(), question(query)));
        Who who = new Who(actor.id(), actor.roles());
        Sight supposed = last.get(who);
        Sight sight = supposed == null ? needToKnow.of(actor) : supposed;
        Trial<T> trial = search(query, actor, sight, telling, wider);
        NeedToKnow.Standing standing = trial.standing().await();
        if (!standing.sight().equals(sight)) {
            trial = search(query, actor, standing.sight(), telling, wider);
            standing = trial.standing().await();
        }
        remember(who, standing.sight());
        for (int round = 0; round < MOST_ROUNDS && !trial.found().all(standing.seen()); round++) {
            // The index does not know yet what the database does. Asked without these, no count holds them either.
            trial = search(query, actor, without(trial, standing), telling, wider);
            standing = trial.standing().await();
        }
        Answer found = trial.found();
        T told = found.all(standing.seen()) ? trial.told() : telling.apply(found.only(standing.seen()));
        act.await();
        return told;
    }

    /** The database is asked as soon as it is known which hits there are, while their texts are read. */
    private <T> Trial<T> search(
            SearchQuery query, Actor actor, Sight sight, Function<Answer, T> telling, boolean wider) {
        AtomicReference<Clerks.@Nullable Pending<NeedToKnow.Standing>> asked = new AtomicReference<>();
        Answer found = engine.answer(query, sight, ids -> asked.set(clerks.ask(() -> needToKnow.of(actor, ids))));
        Answer placed = LeftOut.beside(found, query, others -> engine.answer(others, sight));
        Answer answer =
                wider ? Wider.beside(placed, query, less -> engine.answer(less, sight), spellings::widened) : placed;
        T told = telling.apply(answer);
        Clerks.Pending<NeedToKnow.Standing> standing = asked.get();
        return new Trial<>(sight, answer, told, standing == null ? () -> needToKnow.of(actor, List.of()) : standing);
    }

    /** What was searched under without the hits that may not be seen. */
    private static Sight without(Trial<?> trial, NeedToKnow.Standing standing) {
        Set<Long> hidden = new HashSet<>(trial.sight().recused());
        trial.found().hits().stream()
                .map(Answer.Hit::id)
                .filter(id -> !standing.seen().contains(id))
                .forEach(hidden::add);
        Sight sight = standing.sight();
        hidden.addAll(sight.recused());
        return new Sight(sight.actorId(), sight.assignedOnly(), sight.compartments(), hidden, sight.reads());
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
