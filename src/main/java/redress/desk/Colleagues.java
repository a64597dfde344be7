package redress.desk;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redress.access.Actor;
import redress.access.Role;
import redress.wiring.Repository;

/** The directory of staff by actor id, filled as people sign in, so that pages show a name where acts hold an id. */
@Repository
class Colleagues {

    private final EntityManager entityManager;

    @Inject
    Colleagues(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Notes or renews who somebody is. */
    void note(Actor actor) {
        entityManager
                .createNativeQuery("INSERT INTO colleague (actor, display_name, investigator) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE display_name = VALUES(display_name),"
                        + " investigator = VALUES(investigator)")
                .setParameter(1, actor.id())
                .setParameter(2, actor.displayName())
                .setParameter(3, actor.hasAny(Role.INVESTIGATOR))
                .executeUpdate();
    }

    /** Actor id to name. */
    Map<String, String> names() {
        return read("SELECT actor, display_name FROM colleague");
    }

    /** Those who were investigators when they signed in last, by name; not each may be given each complaint. */
    Map<String, String> investigators() {
        return read("SELECT actor, display_name FROM colleague WHERE investigator ORDER BY display_name");
    }

    private Map<String, String> read(String sql) {
        Map<String, String> found = new LinkedHashMap<>();
        List<Object> rows = new ArrayList<>(entityManager.createNativeQuery(sql).getResultList());
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            found.put((String) columns[0], (String) columns[1]);
        }
        return found;
    }
}
