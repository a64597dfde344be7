package redress.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redress.access.Actor;
import redress.search.WatchPort;
import redress.web.Page;

/**
 * The queue of firings and the watches behind it.
 *
 * @param who who is signed in
 * @param actor the id of who is signed in
 * @param today the day in the office
 * @param waiting what waits for somebody to look: whose effect is due, the longest due first; then what is new, the
 *     newest first
 * @param watches the watches, the newest first
 * @param silent why some of them meet nothing though they should, by id
 * @param names what people and searches are called
 */
public record WatchesPage(
        String who,
        String actor,
        LocalDate today,
        List<Firing> waiting,
        List<Watch> watches,
        Map<Long, WatchPort.Silence> silent,
        Names names)
        implements Page {

    static WatchesPage of(WatchDesk.Queue queue, Actor actor) {
        return new WatchesPage(
                actor.displayName(),
                actor.id(),
                queue.today(),
                queue.waiting(),
                queue.watches(),
                queue.silent(),
                queue.names());
    }

    /** What nobody has looked at. */
    public List<Firing> fresh() {
        return waiting.stream()
                .filter(firing -> firing.state() == Firing.State.NEW)
                .toList();
    }

    /** What was acted on, and whose effect somebody has to look for by now. */
    public List<Firing> due() {
        return waiting.stream().filter(firing -> firing.effectDue(today)).toList();
    }

    /** Whether there are watches of others on the page: then it says whose each is. */
    public boolean others() {
        return watches.stream().anyMatch(watch -> !watch.owner().equals(actor));
    }
}
