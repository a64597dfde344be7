package redress.search;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import redress.access.Actor;
import redress.access.NeedToKnow;
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

    private final SearchPort engine;
    private final ComplaintRows rows;
    private final NeedToKnow needToKnow;
    private final Clerks clerks;

    @Inject
    Searches(SearchPort engine, ComplaintRows rows, NeedToKnow needToKnow, Clerks clerks) {
        this.engine = engine;
        this.rows = rows;
        this.needToKnow = needToKnow;
        this.clerks = clerks;
    }

    /**
     * What this actor finds. The act is the only row that is written, by a statement that is durable when it returns: a
     * transaction around it and around the whole search would be three more ways to the database and back.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Answer search(SearchQuery query, Actor actor) {
        Clerks.Pending<Boolean> act = clerks.write(NewAct.of(ActKind.SEARCHED, actor.id(), question(query)));
        Sight sight = needToKnow.of(actor);
        AtomicReference<Clerks.Pending<Set<Long>>> seen = new AtomicReference<>(Set::of);
        Answer found = engine.answer(query, sight, ids -> seen.set(clerks.ask(() -> rows.seen(ids, sight))));
        act.await();
        return found.only(seen.get().await());
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
