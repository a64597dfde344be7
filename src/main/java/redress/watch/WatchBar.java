package redress.watch;

import jakarta.inject.Inject;
import redress.access.CurrentActor;
import redress.web.Waiting;
import redress.wiring.Part;

/** Tells the bar of the desk how many firings of their own watches wait for the reader. */
@Part
class WatchBar implements Waiting {

    private final WatchDesk desk;
    private final CurrentActor current;

    @Inject
    WatchBar(WatchDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Override
    public long forReader() {
        return current.actor().map(desk::waiting).orElse(0L);
    }
}
