package redress.statistics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import redress.profile.Profile;
import redress.time.HouseClock;

/**
 * Releases the figures from the command line, as the demo does once after its records are loaded. The database comes
 * from REDRESS_DATABASE_URL, _USER and _PASSWORD, the profile's folder is the only argument.
 */
public final class ReleaseCommand {

    private ReleaseCommand() {}

    /** Makes one release. */
    public static void main(String[] arguments) throws SQLException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Usage: ReleaseCommand PROFILE-FOLDER");
        }
        InstantSource clock = HouseClock.ticking();
        int threshold = Profile.read(Path.of(arguments[0])).threshold();
        try (Connection connection = DriverManager.getConnection(
                environment("REDRESS_DATABASE_URL"),
                environment("REDRESS_DATABASE_USER"),
                environment("REDRESS_DATABASE_PASSWORD"))) {
            connection.setAutoCommit(false);
            ReleaseMaker.make(connection, "release", threshold, clock.instant());
            connection.commit();
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
