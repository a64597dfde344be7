package redress.pattern;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Officers who served in units of the same kind; their keys are their ids. */
record OfficerGroup(String own, Map<String, String> names) implements Group {

    @Override
    public Object members() {
        return List.of("officers", names);
    }

    @Override
    public Collection<String> counted(Accused accused) {
        String key = Long.toString(accused.officer());
        return names.containsKey(key) ? List.of(key) : List.of();
    }

    @Override
    public Collection<Served> served(Posting posting) {
        String key = Long.toString(posting.officer());
        return names.containsKey(key) ? List.of(new Served(key, posting.from(), posting.to())) : List.of();
    }
}
