package redress.profile;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The lists of a profile in a database, as a start of the portal brings them there, for tests of other rooms. */
public final class TestCountry {

    private TestCountry() {}

    /** Writes what the profile in this folder says now. */
    public static void load(DataSource database, Path profile) throws SQLException {
        new CountryLists(database, Profile.read(profile), InstantSource.system()).load(profile);
    }
}
