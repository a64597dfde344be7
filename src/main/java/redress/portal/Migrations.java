package redress.portal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the newest version before anything reads it. SQL owns the schema; a database that cannot be
 * migrated stops the deployment, so that no page is ever served on a wrong schema.
 */
@Singleton
class Migrations {

    private final DataSource dataSource;

    @Inject
    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object started) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
