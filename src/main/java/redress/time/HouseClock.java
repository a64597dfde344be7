package redress.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * The one clock of the office. It ticks whole seconds, because what is hashed, stored and shown must be the same value
 * and the database keeps seconds.
 */
@Dependent
public class HouseClock {

    /** The clock outside a container: for the importer, the generator and the launcher. */
    public static InstantSource ticking() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return ticking();
    }
}
