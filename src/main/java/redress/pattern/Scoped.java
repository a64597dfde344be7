package redress.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redress.search.Others;

/**
 * The facts of a window as one member of a peer group has them. A complaint counts once for each member, however many
 * of the member's people it accuses.
 */
final class Scoped {

    private final Facts facts;
    private final Group group;
    private final Peers peers;
    private final Map<Long, Accused> complaints;

    Scoped(Facts facts, Group group) {
        this.facts = facts;
        this.group = group;
        peers = facts.peers(group);
        complaints = peers.complaints(group.own());
    }

    Facts facts() {
        return facts;
    }

    Group group() {
        return group;
    }

    /** All members, the own one among them. */
    Peers peers() {
        return peers;
    }

    /** The complaints of what the dossier is about by their id, each with the first of its people whom it accuses. */
    Map<Long, Accused> complaints() {
        return complaints;
    }

    /** The same with all of its people whom they accuse, the rows of a complaint one after the other. */
    List<Accused> accused() {
        return peers.accused(group.own());
    }

    /** The complaints of what the dossier is about. */
    List<Filed> own() {
        return complaints.values().stream().map(Accused::complaint).toList();
    }

    /** The allegations against its people, and those against nobody known in its complaints. */
    List<Alleged> alleged() {
        Set<Long> subjects = peers.subjects(group.own());
        List<Alleged> alleged = new ArrayList<>();
        complaints
                .keySet()
                .forEach(complaint -> facts.alleged(complaint).stream()
                        .filter(each -> each.subject() == 0 || subjects.contains(each.subject()))
                        .forEach(alleged::add));
        return alleged;
    }

    /** Whether there is nobody else to compare with. */
    boolean alone() {
        return group.names().size() == 1;
    }

    /** The complaints of the other members that are not complaints of the own one too. */
    Others elsewhere() {
        return new Others(peers.complaints(), complaints.keySet());
    }

    /** How many of these there were in each month of the window, as far as their month is known. */
    int[] monthlyElsewhere() {
        int[] monthly = peers.monthly();
        own().stream()
                .filter(Filed::inMonth)
                .forEach(complaint -> monthly[facts.window().place(complaint.day())]--);
        return monthly;
    }

    /** How many complaints there are of which nobody knows the month. */
    long undated() {
        return own().stream().filter(complaint -> !complaint.inMonth()).count();
    }

    /** How many of the others there are of which nobody knows the month. */
    long undatedElsewhere() {
        return peers.undated() - undated();
    }
}
