package redress.intake;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.ledger.Act;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.vault.Identity;
import redress.vault.Vault;
import redress.wiring.UseCase;

/**
 * Keeps arrivals, several in one transaction: the receipt codes are claimed, the complaints are kept, names go to the
 * vault, and the acts are written. When this returns all of them are durable; when it throws, nothing happened.
 */
@UseCase
class Entering {

    /** Who acts when a complainant does: nobody in particular. */
    private static final String COMPLAINANT = "complainant";

    private final Complaints complaints;
    private final Vault vault;
    private final Ledger ledger;

    @Inject
    Entering(Complaints complaints, Vault vault, Ledger ledger) {
        this.complaints = complaints;
        this.vault = vault;
        this.ledger = ledger;
    }

    /** Keeps what is new; gives an entry for each arrival, in their order. No receipt code may occur twice. */
    List<Entry> enter(List<Arrival> arrivals) {
        Map<Long, Complaints.Claimed> earlier = complaints.claim(arrivals.stream()
                .map(arrival -> new Complaints.Claim(
                        arrival.submission().code(), arrival.complaint().id(), arrival.digest()))
                .toList());
        List<Arrival> fresh = arrivals.stream()
                .filter(arrival -> !earlier.containsKey(arrival.complaint().id()))
                .toList();
        Iterator<Act> acts = keep(fresh).iterator();
        List<Entry> entries = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Complaints.Claimed claimed = earlier.get(arrival.complaint().id());
            entries.add(
                    claimed == null ? entry(Entry.Way.NEW, arrival.complaint(), acts.next()) : again(arrival, claimed));
        }
        return entries;
    }

    private List<Act> keep(List<Arrival> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        Map<Long, Identity> identities = new LinkedHashMap<>();
        List<NewAct> received = new ArrayList<>();
        for (Arrival arrival : fresh) {
            long id = arrival.complaint().id();
            identities.put(id, arrival.submission().contact().identity());
            received.add(NewAct.about(ActKind.COMPLAINT_RECEIVED, id, COMPLAINANT, arrival.digest()));
        }
        complaints.add(fresh.stream().map(Arrival::complaint).toList());
        vault.seal(identities);
        return ledger.append(received);
    }

    private Entry again(Arrival arrival, Complaints.Claimed earlier) {
        boolean same = MessageDigest.isEqual(arrival.digest(), earlier.contentDigest());
        Complaint complaint = complaints.find(earlier.complaint()).orElseThrow(Problem::notFound);
        Act act = ledger.actsOf(complaint.id()).stream()
                .filter(a -> a.kind() == ActKind.COMPLAINT_RECEIVED)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return entry(same ? Entry.Way.AGAIN : Entry.Way.REFUSED, complaint, act);
    }

    private static Entry entry(Entry.Way way, Complaint complaint, Act act) {
        return new Entry(way, complaint.number(), complaint.receivedAt(), act);
    }
}
