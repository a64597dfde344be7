package redress.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            boolean tree = dimension.kind() == Dimension.Kind.TREE;
            List<SearchPage.Option> options = tree ? branches(dimension) : options(dimension);
            if (!options.isEmpty()) {
                facets.add(new SearchPage.Facet("search.by." + dimension.word(), options));
            }
        }
        return facets;
    }

    private List<SearchPage.Option> options(Dimension dimension) {
        List<Answer.Count> counts = new ArrayList<>(answer.counts(dimension));
        List<String> wanted = query.wanted(dimension);
        Dimension.Kind kind = dimension.kind();
        Comparator<Answer.Count> byValue = Comparator.comparing(Answer.Count::value);
        boolean all = kind == Dimension.Kind.TIME || kind == Dimension.Kind.ORDER;
        if (all) {
            counts.sort(kind == Dimension.Kind.TIME ? byValue.reversed() : byValue);
        }
        List<SearchPage.Option> options = new ArrayList<>();
        for (Answer.Count count : counts) {
            boolean chosen = wanted.contains(count.value());
            if (chosen || options.size() < (all ? ONE_BY_ONE : MOST)) {
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

    /** The way down to what was chosen, then what stands below it. */
    private List<SearchPage.Option> branches(Dimension dimension) {
        Map<String, Long> counts =
                answer.counts(dimension).stream().collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
        List<String> wanted = query.wanted(dimension);
        Map<String, SearchPage.Option> options = new LinkedHashMap<>();
        for (String chosen : wanted) {
            List<? extends Gazetteer.Branch> path = gazetteer.path(dimension, chosen);
            for (int depth = 0; depth < path.size(); depth++) {
                tell(options, dimension, path.get(depth), counts, depth);
            }
            below(options, dimension, chosen, counts, path.size());
        }
        if (wanted.isEmpty()) {
            below(options, dimension, null, counts, 0);
            if (options.size() == 1) {
                below(options, dimension, options.keySet().iterator().next(), counts, 1);
            }
        }
        return List.copyOf(options.values());
    }

    private void below(
            Map<String, SearchPage.Option> options,
            Dimension dimension,
            @Nullable String key,
            Map<String, Long> counts,
            int depth) {
        gazetteer.below(dimension, key).stream()
                .filter(branch -> counts.getOrDefault(branch.key(), 0L) > 0)
                .sorted(Comparator.comparingLong((Gazetteer.Branch branch) -> counts.getOrDefault(branch.key(), 0L))
                        .reversed()
                        .thenComparing(Gazetteer.Branch::key))
                .limit(MOST_UNITS)
                .forEach(branch -> tell(options, dimension, branch, counts, depth));
    }

    private void tell(
            Map<String, SearchPage.Option> options,
            Dimension dimension,
            Gazetteer.Branch branch,
            Map<String, Long> counts,
            int depth) {
        options.putIfAbsent(
                branch.key(),
                new SearchPage.Option(
                        branch.name(),
                        counts.getOrDefault(branch.key(), 0L),
                        toggled(dimension, branch.key()),
                        query.wanted(dimension).contains(branch.key()),
                        depth));
    }

    /** A name, or the key of a text where the value is one of our own words. */
    String label(Dimension dimension, String value) {
        return switch (dimension) {
            case HOUR -> value + ":00";
            case WEEKDAY, INJURY, HARMED -> "search." + dimension.word() + "." + value;
            case STAGE, FINDING, CHANNEL -> "desk." + dimension.word() + "." + value;
            case REGISTER -> value.equals(Dimension.OWN) ? "search.register.portal" : value;
            default -> gazetteer.label(dimension, value);
        };
    }
}
