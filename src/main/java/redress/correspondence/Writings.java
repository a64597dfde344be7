package redress.correspondence;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Insertion;
import redress.wiring.Repository;

/** All messages, notes and letters. */
@Repository
class Writings {

    private final EntityManager entityManager;
    private final DataSource dataSource;

    @Inject
    Writings(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
    }

    /**
     * Keeps a text, unless the same was sent before. It does not touch the complaint's row, so nobody who decides on
     * the complaint meanwhile is told that it has changed.
     *
     * @param key the same for the same text sent a second time
     * @return whether it is new
     */
    boolean add(long complaint, Draft draft, @Nullable String by, Instant at, byte[] key) {
        Draft.Letterhead head = draft.letterhead();
        return Insertion.whereFree(
                                "correspondence",
                                "id",
                                "complaint_id",
                                "kind",
                                "direction",
                                "party",
                                "subject",
                                "dated",
                                "text",
                                "written_by",
                                "written_at",
                                "send_key")
                        .row(
                                Ids.next(),
                                complaint,
                                draft.kind(),
                                draft.direction(),
                                head.party().isEmpty() ? null : head.party(),
                                head.subject().isEmpty() ? null : head.subject(),
                                head.dated(),
                                draft.text(),
                                by,
                                at,
                                key)
                        .send(dataSource)
                == 1;
    }

    /** Everything kept with a complaint, the oldest first. */
    List<Writing> of(long complaint) {
        return entityManager
                .createQuery("select w from Writing w where w.complaint = :complaint order by w.id", Writing.class)
                .setParameter("complaint", complaint)
                .getResultList();
    }

    /** One of them. */
    Optional<Writing> find(long id) {
        return Optional.ofNullable(entityManager.find(Writing.class, id));
    }

    /** How many messages came from the complainant since then. */
    long received(long complaint, Instant since) {
        return entityManager
                .createQuery(
                        "select count(w) from Writing w where w.complaint = :complaint and w.direction = :in"
                                + " and w.writtenBy is null and w.writtenAt >= :since",
                        Long.class)
                .setParameter("complaint", complaint)
                .setParameter("in", Direction.IN)
                .setParameter("since", since)
                .getSingleResult();
    }
}
