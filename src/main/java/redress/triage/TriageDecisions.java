package redress.triage;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import redress.wiring.Repository;

/** The decisions on the routes of complaints, the newest last. */
@Repository
public class TriageDecisions {

    private final EntityManager entityManager;

    @Inject
    TriageDecisions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(TriageDecision decision) {
        entityManager.persist(decision);
    }

    /** All decisions on a complaint, in the order in which they were taken. */
    public List<TriageDecision> of(long complaint) {
        return entityManager
                .createQuery(
                        "select d from TriageDecision d where d.complaint = :complaint order by d.id",
                        TriageDecision.class)
                .setParameter("complaint", complaint)
                .getResultList();
    }
}
