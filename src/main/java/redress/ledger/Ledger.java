package redress.ledger;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import redress.wiring.Insertion;
import redress.wiring.Repository;

/**
 * The append-only record of what was done. An act is inserted in the caller's transaction and so exists if and only if
 * what it tells of does; its position follows within about a second after the commit. Nothing here changes or removes
 * an act.
 */
@Repository
public class Ledger {

    private final EntityManager entityManager;
    private final DataSource dataSource;
    private final Tree tree;
    private final InstantSource clock;
    private final Event<ActAppended> appended;

    @Inject
    Ledger(
            EntityManager entityManager,
            DataSource dataSource,
            Tree tree,
            InstantSource clock,
            Event<ActAppended> appended) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
        this.tree = tree;
        this.clock = clock;
        this.appended = appended;
    }

    /** Writes an act into the open transaction; takes no lock and waits for nobody. */
    public Act append(NewAct act) {
        return append(List.of(act)).getFirst();
    }

    /** The same for several at once, in this order. */
    public List<Act> append(List<NewAct> acts) {
        List<Act> done =
                acts.stream().map(act -> Act.done(act, clock.instant())).toList();
        Insertion rows = Act.insertion();
        done.forEach(act -> rows.row(act.row()));
        rows.send(dataSource);
        if (!done.stream().allMatch(act -> act.kind().onlyLooked())) {
            appended.fire(new ActAppended());
        }
        return done;
    }

    /** The act with that id. */
    public Optional<Act> find(long id) {
        return Optional.ofNullable(entityManager.find(Act.class, id));
    }

    /** All acts about a complaint or a batch, the oldest first, those without a position too. */
    public List<Act> actsOf(long subject) {
        return acts("SELECT * FROM act WHERE subject = ? ORDER BY id", subject);
    }

    /** The acts with a position greater than this one, in order and without gaps; -1 for the beginning. */
    public List<Act> after(long position, int limit) {
        return acts("SELECT * FROM act WHERE position > ? ORDER BY position LIMIT " + limit, position);
    }

    /** The newest signed head. */
    public TreeHead head() {
        return tree.head();
    }

    /** The proof that an act stands in the tree; empty while it has no position, or where there is no such act. */
    public Optional<InclusionProof> proofOf(long actId) {
        return proof(acts("SELECT * FROM act WHERE id = ?", actId));
    }

    /** The same by leaf hash, which is what the holder of a receipt knows. */
    public Optional<InclusionProof> proofOf(byte[] leafHash) {
        return proof(acts("SELECT * FROM act WHERE leaf_hash = ?", leafHash));
    }

    /** The proof between two sizes of the tree; empty unless {@code 1 <= from <= to <= size}. */
    public Optional<ConsistencyProof> consistency(long from, long to) {
        return from < 1 || from > to || to > tree.head().size()
                ? Optional.empty()
                : Optional.of(tree.consistency(from, to));
    }

    private Optional<InclusionProof> proof(List<Act> acts) {
        // The act is read before the head: a position that is seen lies under the head that is read after it.
        return acts.stream()
                .filter(act -> act.position().isPresent())
                .findFirst()
                .map(act -> tree.proof(act.position().orElseThrow(), act.leafHash(), tree.head()));
    }

    @SuppressWarnings("unchecked")
    private List<Act> acts(String sql, Object parameter) {
        return entityManager
                .createNativeQuery(sql, Act.class)
                .setParameter(1, parameter)
                .getResultList();
    }
}
