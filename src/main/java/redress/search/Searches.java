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

    private final SearchPort engine;
    private final ComplaintRows rows;
    private final NeedToKnow needToKnow;
    private final Clerks clerks;
    private final Map<Who, Sight> last = new ConcurrentHashMap<>();

    @Inject
    Searches(SearchPort engine, ComplaintRows rows, NeedToKnow needToKnow, Clerks clerks) {
        this.engine = engine;
        this.rows = rows;
        this.needToKnow = needToKnow;
        this.clerks = clerks;
    }

    /** Whose rights are remembered, under which roles. */
    private record Who(String id, Set<Role> roles) {}

    /** What this actor might see when the database was asked, and which of the hits it then had for that. */
    private record Checked(Sight sight, Set<Long> seen) {}

    /** What was found, and how it was checked. */
    private record Trial(Answer found, Clerks.Pending<Checked> checked) {}

    /**
     * What this actor finds. The act is the only row that is written, by a statement that is durable when it returns: a
     * transaction around it and around the whole search would be three more ways to the database and back. Nobody waits
     * for the rights either: the index is searched under what the actor might see the last time, and while the texts of
     * the hits are read the database says what holds now; where that is something else, nothing of it is told and the
     * index is searched again.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Answer search(SearchQuery query, Actor actor) {
        Clerks.Pending<Boolean> act = clerks.write(NewAct.of(ActKind.SEARCHED, actor.id(), question(query)));
        Who who = new Who(actor.id(), actor.roles());
        Sight remembered = last.get(who);
        Sight supposed =
                remembered == null ? clerks.ask(() -> needToKnow.of(actor)).await() : remembered;
        Trial trial = search(query, supposed, actor);
        Checked checked = trial.checked().await();
        while (!checked.sight().equals(supposed)) {
            supposed = checked.sight();
            trial = search(query, supposed, actor);
            checked = trial.checked().await();
        }
        remember(who, supposed);
        Answer answer = trial.found().only(checked.seen());
        act.await();
        return answer;
    }

    /** The database is asked for the rights and for the hits as soon as these are known, while their texts are read. */
    private Trial search(SearchQuery query, Sight sight, Actor actor) {
        AtomicReference<Clerks.@Nullable Pending<Checked>> checked = new AtomicReference<>();
        Answer found = engine.answer(query, sight, ids -> checked.set(clerks.ask(() -> check(ids, actor))));
        Clerks.Pending<Checked> begun = checked.get();
        return new Trial(found, begun == null ? clerks.ask(() -> check(List.of(), actor)) : begun);
    }

    private Checked check(List<Long> ids, Actor actor) {
        Sight now = needToKnow.of(actor);
        return new Checked(now, rows.seen(ids, now));
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
