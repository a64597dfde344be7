package redress.watch;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import redress.access.RightsExample;
import redress.profile.Profile;
import redress.search.WatchPort;
import redress.search.WatchingExample;

/** A process that goes the rounds of the watches until it is killed. */
final class WatchVictim {

    private WatchVictim() {}

    /** Address of the database, account, password. */
    public static void main(String[] arguments) throws InterruptedException {
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        Rounds rounds = rounds(database);
        while (true) {
            System.out.println("goes");
            if (!rounds.go()) {
                Thread.sleep(2);
            }
        }
    }

    /** The rounds as the portal goes them. */
    static Rounds rounds(DataSource database) {
        return rounds(database, WatchingExample.over(database));
    }

    /** The same with this engine. */
    static Rounds rounds(DataSource database, WatchPort port) {
        Statements statements = new Statements(database);
        return new Rounds(
                statements,
                new Watches(statements),
                new ActTimes(statements),
                port,
                new EarlyWarning(statements, new PeerRows(statements, new CommandRows(statements))),
                RightsExample.absent(database),
                Profile.read(Path.of("config/profiles/demo")),
                InstantSource.system());
    }
}
