package redress.statistics;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import redress.access.Actor;
import redress.profile.Profile;
import redress.wiring.Repository;
import redress.wiring.UseCase;

/** Releases figures: the one act by which numbers leave the office. */
@UseCase
public class Publishing {

    /** The connection of the use case's transaction. */
    @Repository
    static class Counting {

        private final DataSource dataSource;

        @Inject
        Counting(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        Release make(String actor, int threshold, InstantSource clock) {
            try (Connection connection = dataSource.getConnection()) {
                return ReleaseMaker.make(connection, actor, threshold, clock.instant());
            } catch (SQLException e) {
                throw Figures.unavailable();
            }
        }
    }

    private final Counting counting;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Publishing(Counting counting, Profile profile, InstantSource clock) {
        this.counting = counting;
        this.profile = profile;
        this.clock = clock;
    }

    /** Counts, hides what is small and publishes. */
    public Release release(Actor actor) {
        return counting.make(actor.id(), profile.threshold(), clock);
    }
}
