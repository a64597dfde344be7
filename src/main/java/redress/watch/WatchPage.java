package redress.watch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.search.WatchPort;
import redress.web.Form;
import redress.web.Page;

/**
 * One watch: what it looks for and why, what it brought up, and how long it runs.
 *
 * @param who who is signed in
 * @param today the day in the office
 * @param watch the watch
 * @param silent why it meets nothing though it should, or null
 * @param firings what it brought up, the newest first
 * @param names what people and searches are called
 * @param mayChange whether the reader may renew or end it
 * @param form the last day as typed, with what is wrong in it
 */
public record WatchPage(
        String who,
        LocalDate today,
        Watch watch,
        WatchPort.@Nullable Silence silent,
        List<Firing> firings,
        Names names,
        boolean mayChange,
        Form form)
        implements Page {}
