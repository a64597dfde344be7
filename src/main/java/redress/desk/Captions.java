package redress.desk;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redress.wiring.Repository;

/** What codes and keys are called: categories, units, officers. One read for all keys of a page. */
@Repository
class Captions {

    private final EntityManager entityManager;

    @Inject
    Captions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Category codes to labels. */
    Map<String, String> categories(Collection<String> codes) {
        Map<String, String> found = new HashMap<>();
        read("SELECT code, label FROM category WHERE code IN ", codes)
                .forEach((key, label) -> found.put(key.toString(), label));
        return found;
    }

    /** Unit keys to names. */
    Map<Long, String> units(Collection<Long> keys) {
        return byKey("SELECT id, name FROM unit WHERE id IN ", keys);
    }

    /** Officer keys to names with the badge. */
    Map<Long, String> officers(Collection<Long> keys) {
        return byKey(
                "SELECT id, CONCAT_WS(' ', given_name, family_name, CONCAT('(', badge, ')')) FROM officer WHERE id IN ",
                keys);
    }

    /** Units to the keys by which a dossier can be asked for: institution/code. */
    Map<Long, String> unitKeys(Collection<Long> keys) {
        return byKey("SELECT id, CONCAT(institution_code, '/', code) FROM unit WHERE id IN ", keys);
    }

    /** Officers to the same: institution/service key. */
    Map<Long, String> officerKeys(Collection<Long> keys) {
        return byKey("SELECT id, CONCAT(institution_code, '/', service_key) FROM officer WHERE id IN ", keys);
    }

    private Map<Long, String> byKey(String sql, Collection<Long> keys) {
        Map<Long, String> found = new HashMap<>();
        read(sql, keys).forEach((key, label) -> found.put(((Number) key).longValue(), label));
        return found;
    }

    private Map<Object, String> read(String sql, Collection<?> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var query = entityManager.createNativeQuery(
                sql + "(" + String.join(",", java.util.Collections.nCopies(keys.size(), "?")) + ")");
        int parameter = 1;
        for (Object key : keys) {
            query.setParameter(parameter++, key);
        }
        Map<Object, String> found = new HashMap<>();
        List<?> rows = query.getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            found.put(columns[0], (String) columns[1]);
        }
        return found;
    }
}
