package redress.complaint;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import redress.problem.Problem;
import redress.wiring.Repository;

/** All complaints of the office. */
@Repository
public class Complaints {

    private final EntityManager entityManager;
    private final ReceiptSeal seal;

    @Inject
    Complaints(EntityManager entityManager, ReceiptSeal seal) {
        this.entityManager = entityManager;
        this.seal = seal;
    }

    /**
     * A code that was used before.
     *
     * @param complaint the key of the complaint that was given the code
     * @param contentDigest SHA-256 of what was sent with it
     */
    public record Claimed(long complaint, byte[] contentDigest) {}

    /**
     * Claims a receipt code for a new complaint. Of all who send the same code at once, one gets an empty answer and
     * goes on; the others wait until that one has committed and are told whose the code is.
     */
    public Optional<Claimed> claim(ReceiptCode code, long complaint, byte[] contentDigest) {
        byte[] hash = seal.hash(code);
        int claimed = entityManager
                .createNativeQuery("INSERT IGNORE INTO receipt (hash, complaint_id, content_digest) VALUES (?, ?, ?)")
                .setParameter(1, hash)
                .setParameter(2, complaint)
                .setParameter(3, contentDigest)
                .executeUpdate();
        return claimed == 1 ? Optional.empty() : findClaim(hash);
    }

    /** Whose code this is, if anybody's. One keyed hash and one indexed read, whether it hits or not. */
    public Optional<Claimed> findClaim(ReceiptCode code) {
        return findClaim(seal.hash(code));
    }

    private Optional<Claimed> findClaim(byte[] hash) {
        List<?> rows = entityManager
                .createNativeQuery("SELECT complaint_id, content_digest FROM receipt WHERE hash = ?")
                .setParameter(1, hash)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Claimed(((Number) row[0]).longValue(), (byte[]) row[1]))
                .findFirst();
    }

    /** The complaint to which a receipt code belongs. */
    public Optional<Complaint> findByReceipt(ReceiptCode code) {
        return findClaim(code).flatMap(claim -> find(claim.complaint()));
    }

    /** Keeps a new complaint. */
    public void add(Complaint complaint) {
        entityManager.persist(complaint);
    }

    /** Sends what was kept so far to the database, so that plain SQL in the same transaction finds it. */
    public void flush() {
        entityManager.flush();
    }

    /** The complaint with that key. */
    public Optional<Complaint> find(long id) {
        return Optional.ofNullable(entityManager.find(Complaint.class, id));
    }

    /** The complaint with that number. */
    public Optional<Complaint> find(String number) {
        return entityManager
                .createQuery("select c from Complaint c where c.number = :number", Complaint.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The complaint with that number, or the refusal that there is none. */
    public Complaint require(String number) {
        return find(number).orElseThrow(Problem::notFound);
    }
}
