package redress.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** Hands the one persistence unit and the one data source to the repositories, so that they can be constructed. */
@Singleton
class Persistence {

    @PersistenceContext(unitName = "redress")
    @SuppressWarnings("NullAway.Init")
    private EntityManager entityManager;

    @Resource(lookup = "java:app/jdbc/redress")
    @SuppressWarnings("NullAway.Init")
    private DataSource dataSource;

    @Produces
    @Singleton
    EntityManager entityManager() {
        return entityManager;
    }

    @Produces
    @Singleton
    DataSource dataSource() {
        return dataSource;
    }
}
