package redress.pattern;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The complaints that a search finds, beside all others of the window. Nobody serves in a search, so that there is no
 * exposure; words and months can be compared all the same.
 *
 * @param told what the search asks for
 * @param found the ids of what it finds
 */
record SearchGroup(String told, Set<Long> found) implements Group {

    private static final String OWN = "found";
    private static final String REST = "rest";

    @Override
    public String own() {
        return OWN;
    }

    @Override
    public Map<String, String> names() {
        return Map.of(OWN, told, REST, REST);
    }

    @Override
    public Object members() {
        return found;
    }

    @Override
    public Collection<String> counted(Accused accused) {
        return List.of(found.contains(accused.complaint().id()) ? OWN : REST);
    }

    @Override
    public Collection<Served> served(Posting posting) {
        return List.of();
    }

    @Override
    public Lack uncompared() {
        return Lack.ONE_OTHER;
    }
}
