package redress.complaint;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import redress.problem.Problem;
import redress.wiring.Insertion;
import redress.wiring.Refused;
import redress.wiring.Repository;

/** All complaints of the office. */
@Repository
public class Complaints {

    private final EntityManager entityManager;
    private final DataSource dataSource;
    private final ReceiptSeal seal;

    @Inject
    Complaints(EntityManager entityManager, DataSource dataSource, ReceiptSeal seal) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
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
     * A receipt code that is to be claimed.
     *
     * @param code the code, once in a list
     * @param complaint the key of the new complaint
     * @param contentDigest SHA-256 of what was sent with it
     */
    public record Claim(ReceiptCode code, long complaint, byte[] contentDigest) {}

    /**
     * Claims receipt codes for new complaints, in one statement. Of all who send the same code at once, one gets it;
     * the others wait until that one has committed. The codes are claimed in the order of their hashes, so that two
     * nodes that claim the same ones do not wait for each other.
     *
     * @return for the complaints that did not get their code: whose it is
     */
    public Map<Long, Claimed> claim(List<Claim> claims) {
        List<Hashed> hashed = claims.stream()
                .map(claim -> new Hashed(seal.hash(claim.code()), claim))
                .sorted((a, b) -> Arrays.compareUnsigned(a.hash(), b.hash()))
                .toList();
        Insertion receipts = Insertion.whereFree("receipt", "hash", "complaint_id", "content_digest");
        hashed.forEach(one ->
                receipts.row(one.hash(), one.claim().complaint(), one.claim().contentDigest()));
        return receipts.send(dataSource) == claims.size() ? Map.of() : claimedEarlier(hashed);
    }

    private record Hashed(byte[] hash, Claim claim) {}

    private Map<Long, Claimed> claimedEarlier(List<Hashed> hashed) {
        Map<Long, Claimed> earlier = new HashMap<>();
        for (Hashed one : hashed) {
            findClaim(one.hash())
                    .filter(claimed -> claimed.complaint() != one.claim().complaint())
                    .ifPresent(claimed -> earlier.put(one.claim().complaint(), claimed));
        }
        return earlier;
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

    /**
     * Keeps new complaints with all that belongs to them, one statement for each table. Afterwards they are read as
     * entities; the objects given are not watched.
     */
    public void add(List<Complaint> complaints) {
        Insertion incidents = Incident.insertion();
        Insertion rows = Insertion.into("complaint", ComplaintRow.COLUMNS);
        Insertion subjects = Subject.insertion();
        Insertion allegations = Allegation.insertion();
        Insertion people = Complainant.insertion();
        for (Complaint complaint : complaints) {
            incidents.row(complaint.incident().row());
            rows.row(ComplaintRow.of(complaint));
            complaint.subjects().forEach(subject -> subjects.row(subject.row()));
            complaint.allegations().forEach(allegation -> allegations.row(allegation.row()));
            complaint.people().forEach(person -> people.row(person.row()));
        }
        Insertion.send(dataSource, List.of(incidents, rows, subjects, allegations, people));
    }

    /**
     * Sends what changed so far to the database, so that plain SQL in the same transaction finds it. Of two who read
     * the same version and change it at the same moment, the second learns here that somebody was faster; so does the
     * one that gives way where both wait for each other.
     */
    public void flush() {
        try {
            entityManager.flush();
        } catch (OptimisticLockException late) {
            throw Complaint.changedMeanwhile();
        } catch (PersistenceException refused) {
            throw Refused.held(refused) ? Complaint.changedMeanwhile() : refused;
        }
    }

    /** Raises the version of a complaint of which only a part was changed, and sends what changed. */
    public void renew(Complaint complaint) {
        entityManager.lock(complaint, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        flush();
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
