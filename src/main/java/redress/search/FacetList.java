package redress.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page offers to choose from: the most frequent values, and of the unit tree one level at a time. */
final class FacetList {

    private static final int MOST = 8;
    private static final int MOST_UNITS = 15;
    private static final int ONE_BY_ONE = 30;

    private final SearchQuery query;
    private final Answer answer;
    private final Gazetteer gazetteer;
    private final SearchAddress address;

    FacetList(SearchQuery query, Answer answer, Gazetteer gazetteer) {
        this.query = query;
        this.answer = answer;
        this.gazetteer = gazetteer;
        this.address = new SearchAddress(query);
    }

    List<SearchPage.Facet> facets() {
        List<SearchPage.Facet> facets = new ArrayList<>();
        for (Dimension dimension : Dimension.all()) {
            List<SearchPage.Option> options = dimension == Dimension.UNIT ? units() : options(dimension);
            if (!options.isEmpty()) {
                facets.add(new SearchPage.Facet("search.by." + dimension.word(), options));
            }
        }
        return facets;
    }

    private List<SearchPage.Option> options(Dimension dimension) {
        List<Answer.Count> counts = new ArrayList<>(answer.counts(dimension));
        List<String> wanted = query.wanted(dimension);
        boolean years = dimension == Dimension.YEAR || dimension == Dimension.INCIDENT_YEAR;
        if (years) {
            counts.sort(Comparator.comparing(Answer.Count::value).reversed());
        }
        List<SearchPage.Option> options = new ArrayList<>();
        for (Answer.Count count : counts) {
            boolean chosen = wanted.contains(count.value());
            if (chosen || options.size() < (years ? ONE_BY_ONE : MOST)) {
                options.add(new SearchPage.Option(
                        label(dimension, count.value()), count.count(), toggled(dimension, count.value()), chosen, 0));
            }
        }
        return options;
    }

    private String toggled(Dimension dimension, String value) {
        return query.wanted(dimension).contains(value)
                ? address.without(dimension, value)
                : address.with(dimension, value);
    }

    /** The way down to the chosen unit, then what stands below it. */
    private List<SearchPage.Option> units() {
        Map<String, Long> counts = answer.counts(Dimension.UNIT).stream()
                .collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
        List<String> wanted = query.wanted(Dimension.UNIT);
        List<SearchPage.Option> options = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String chosen : wanted) {
            List<Gazetteer.Unit> path = gazetteer.upwards(chosen).reversed();
            for (int depth = 0; depth < path.size(); depth++) {
                tell(options, told, path.get(depth), counts, depth);
            }
            below(options, told, chosen, counts, path.size());
        }
        if (wanted.isEmpty()) {
            below(options, told, null, counts, 0);
            if (options.size() == 1) {
                below(options, told, told.iterator().next(), counts, 1);
            }
        }
        return options;
    }

    private void below(
            List<SearchPage.Option> options,
            Set<String> told,
            @Nullable String key,
            Map<String, Long> counts,
            int depth) {
        gazetteer.below(key).stream()
                .filter(unit -> counts.getOrDefault(unit.key(), 0L) > 0)
                .sorted(Comparator.comparingLong((Gazetteer.Unit unit) -> counts.getOrDefault(unit.key(), 0L))
                        .reversed()
                        .thenComparing(Gazetteer.Unit::key))
                .limit(MOST_UNITS)
                .forEach(unit -> tell(options, told, unit, counts, depth));
    }

    private void tell(
            List<SearchPage.Option> options,
            Set<String> told,
            Gazetteer.Unit unit,
            Map<String, Long> counts,
            int depth) {
        if (told.add(unit.key())) {
            options.add(new SearchPage.Option(
                    unit.name(),
                    counts.getOrDefault(unit.key(), 0L),
                    toggled(Dimension.UNIT, unit.key()),
                    query.wanted(Dimension.UNIT).contains(unit.key()),
                    depth));
        }
    }

    /** A name, or the key of a text where the value is one of our own words. */
    String label(Dimension dimension, String value) {
        return switch (dimension) {
            case STAGE, FINDING, CHANNEL -> "desk." + dimension.word() + "." + value;
            case REGISTER -> value.equals(Dimension.OWN) ? "search.register.portal" : value;
            default -> gazetteer.label(dimension, value);
        };
    }
}
