package redress.portal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the newest version before anything reads it. SQL owns the schema; a database that cannot be
 * migrated stops the deployment, so that no page is ever served on a wrong schema. Where the schema says that it is the
 * newest already, which is every start but the first, nothing else is loaded to find that out again.
 */
@Singleton
class Migrations {

    /** The version of the last file in {@code db/migration}; a test compares the two. */
    static final String NEWEST = "0021";

    private final DataSource dataSource;

    @Inject
    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object started) {
        if (isNewest()) {
            return;
        }
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /**
     * Whether the last step that was taken is ours and succeeded. A database without any history knows no such table.
     */
    private boolean isNewest() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
                ResultSet last = query.executeQuery()) {
            return last.next() && NEWEST.equals(last.getString(1)) && last.getBoolean(2);
        } catch (SQLException noHistory) {
            return false;
        }
    }
}
