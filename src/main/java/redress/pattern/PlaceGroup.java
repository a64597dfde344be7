package redress.pattern;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Places of one level; nobody serves in a place, so there is nothing to measure their counts against. */
record PlaceGroup(String own, Map<String, String> names, Tree places) implements Group {

    @Override
    public Object members() {
        return List.of("places", names);
    }

    @Override
    public Collection<String> counted(Accused accused) {
        return places.upwards(accused.complaint().place()).stream()
                .map(Node::key)
                .filter(names::containsKey)
                .toList();
    }

    @Override
    public Collection<Served> served(Posting posting) {
        return List.of();
    }
}
