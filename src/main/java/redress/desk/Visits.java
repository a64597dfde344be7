package redress.desk;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import redress.access.DeskVisit;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.wiring.UseCase;

/** Writes down who came to the desk and who left, and notes the name for the pages of colleagues. */
@UseCase
class Visits {

    private final Ledger ledger;
    private final Colleagues colleagues;

    @Inject
    Visits(Ledger ledger, Colleagues colleagues) {
        this.ledger = ledger;
        this.colleagues = colleagues;
    }

    void came(@Observes DeskVisit.SignedIn visit) {
        colleagues.note(visit.actor());
        ledger.append(NewAct.of(
                ActKind.SIGNED_IN, visit.actor().id(), content(visit.actor().id())));
    }

    void left(@Observes DeskVisit.SignedOut visit) {
        ledger.append(NewAct.of(ActKind.SIGNED_OUT, visit.actorId(), content(visit.actorId())));
    }

    private static byte[] content(String actor) {
        return actor.getBytes(StandardCharsets.UTF_8);
    }
}
