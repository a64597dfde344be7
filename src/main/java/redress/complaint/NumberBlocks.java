package redress.complaint;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import redress.wiring.Repository;

/**
 * The counter of complaint numbers in the database. A block is taken outside the caller's transaction: its row is
 * locked for one statement only, and a rolled-back submission cannot give the same block to somebody else.
 */
@Repository
class NumberBlocks {

    private final EntityManager entityManager;

    @Inject
    NumberBlocks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The first serial of a fresh block of that size for that year. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int take(int year, int size) {
        entityManager
                .createNativeQuery("INSERT IGNORE INTO complaint_number (year, next_serial) VALUES (?, 1)")
                .setParameter(1, year)
                .executeUpdate();
        Number first = (Number) entityManager
                .createNativeQuery("SELECT next_serial FROM complaint_number WHERE year = ? FOR UPDATE")
                .setParameter(1, year)
                .getSingleResult();
        entityManager
                .createNativeQuery("UPDATE complaint_number SET next_serial = ? WHERE year = ?")
                .setParameter(1, first.intValue() + size)
                .setParameter(2, year)
                .executeUpdate();
        return first.intValue();
    }
}
