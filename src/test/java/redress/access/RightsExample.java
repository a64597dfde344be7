package redress.access;

import java.time.InstantSource;
import javax.sql.DataSource;

/** The rights that a database holds, for tests of other rooms that have no server. */
public final class RightsExample {

    private RightsExample() {}

    /** What somebody may see who is here. */
    public static NeedToKnow present(DataSource database) {
        return new NeedToKnow(database);
    }

    /** What somebody may see who is not here. */
    public static AbsentSight absent(DataSource database) {
        return new AbsentSight(database, new NeedToKnow(database), InstantSource.system());
    }
}
