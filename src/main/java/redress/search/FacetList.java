package redress.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page offers to choose from: the most frequent values first, the latest of times, and of the unit tree one
 * level at a time. Of a long list the beginning is seen at once, and a part of the rest can be unfolded.
 */
final class FacetList {

    private static final int AT_ONCE = 8;
    /** To fold so few would take about as much room as they do. */
    private static final int FEW = 2;

    private static final int IN_ALL = 30;

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

    /** The lists in the order of the page; none for a dimension that the result has no value of. */
    List<SearchPage.Facet> facets() {
        return Dimension.all().stream()
                .sorted(Comparator.comparing((Dimension dimension) -> !dimension.foremost()))
                .map(dimension -> dimension.kind() == Dimension.Kind.TREE ? branches(dimension) : options(dimension))
                .filter(facet -> !facet.options().isEmpty())
                .toList();
    }

    private SearchPage.Facet options(Dimension dimension) {
        List<String> wanted = query.wanted(dimension);
        List<Answer.Count> counts = ordered(dimension);
        int atOnce = atOnce(counts.size());
        List<SearchPage.Option> options = new ArrayList<>();
        List<SearchPage.Option> more = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Answer.Count count = counts.get(i);
            boolean chosen = wanted.contains(count.value());
            if (chosen || i < IN_ALL) {
                (chosen || i < atOnce ? options : more)
                        .add(new SearchPage.Option(
                                label(dimension, count.value()),
                                count.count(),
                                toggled(dimension, count.value()),
                                chosen,
                                0));
            }
        }
        return facet(dimension, options, more, counts.size() > IN_ALL);
    }

    private static int atOnce(int values) {
        return values > AT_ONCE + FEW ? AT_ONCE : values;
    }

    private static SearchPage.Facet facet(
            Dimension dimension, Collection<SearchPage.Option> options, List<SearchPage.Option> more, boolean cut) {
        return new SearchPage.Facet(
                "search.by." + dimension.word(), dimension.foremost(), List.copyOf(options), List.copyOf(more), cut);
    }

    /** Times from the latest; what has an order of its own in that, as long as it is seen whole; else by count. */
    private List<Answer.Count> ordered(Dimension dimension) {
        List<Answer.Count> counts = new ArrayList<>(answer.counts(dimension));
        counts.addAll(chosenInVain(dimension, counts));
        Comparator<Answer.Count> byValue = Comparator.comparing(Answer.Count::value);
        if (dimension.kind() == Dimension.Kind.TIME) {
            counts.sort(byValue.reversed());
        } else if (dimension.kind() == Dimension.Kind.ORDER && atOnce(counts.size()) == counts.size()) {
            counts.sort(byValue);
        }
        return counts;
    }

    private String toggled(Dimension dimension, String value) {
        return query.wanted(dimension).contains(value)
                ? address.without(dimension, value)
                : address.with(dimension, value);
    }

    /**
     * Chosen values that nothing has any more: they stand in the list all the same, or nobody would see why it is
     * short.
     */
    private List<Answer.Count> chosenInVain(Dimension dimension, List<Answer.Count> counts) {
        if (!query.counted().contains(dimension)) {
            return List.of();
        }
        Set<String> had = counts.stream().map(Answer.Count::value).collect(Collectors.toSet());
        return query.wanted(dimension).stream()
                .filter(value -> !had.contains(value))
                .map(value -> new Answer.Count(value, 0))
                .toList();
    }

    /** The way down to what was chosen, then what stands below it. */
    private SearchPage.Facet branches(Dimension dimension) {
        Map<String, Long> counts =
                answer.counts(dimension).stream().collect(Collectors.toMap(Answer.Count::value, Answer.Count::count));
        Tree tree = new Tree(dimension, counts);
        List<String> wanted = query.wanted(dimension);
        for (String chosen : wanted) {
            tree.downTo(chosen);
        }
        if (wanted.isEmpty()) {
            tree.below(null, 0);
            if (tree.options.size() == 1) {
                tree.below(tree.options.keySet().iterator().next(), 1);
            }
        }
        // Behind the fold nothing shows which of several branches a value belongs to.
        List<SearchPage.Option> more = wanted.size() > 1 ? List.of() : tree.more;
        return facet(dimension, tree.options.values(), more, tree.left > more.size());
    }

    /** The branches of one dimension, as far as they were opened. */
    private final class Tree {

        private final Dimension dimension;
        private final Map<String, Long> counts;
        private final Map<String, SearchPage.Option> options = new LinkedHashMap<>();
        private final List<SearchPage.Option> more = new ArrayList<>();
        private int left;

        Tree(Dimension dimension, Map<String, Long> counts) {
            this.dimension = dimension;
            this.counts = counts;
        }

        void downTo(String chosen) {
            List<? extends Gazetteer.Branch> path = gazetteer.path(dimension, chosen);
            for (int depth = 0; depth < path.size(); depth++) {
                Gazetteer.Branch branch = path.get(depth);
                options.putIfAbsent(branch.key(), option(branch, depth));
            }
            below(chosen, path.size());
        }

        void below(@Nullable String key, int depth) {
            List<? extends Gazetteer.Branch> branches = gazetteer.below(dimension, key).stream()
                    .filter(branch -> count(branch) > 0)
                    .sorted(Comparator.<Gazetteer.Branch>comparingLong(this::count)
                            .reversed()
                            .thenComparing(Gazetteer.Branch::key))
                    .toList();
            int atOnce = atOnce(branches.size());
            branches.subList(0, atOnce).forEach(branch -> options.putIfAbsent(branch.key(), option(branch, depth)));
            branches.stream().skip(atOnce).limit(IN_ALL - atOnce).forEach(branch -> more.add(option(branch, depth)));
            left += branches.size() - atOnce;
        }

        private long count(Gazetteer.Branch branch) {
            return counts.getOrDefault(branch.key(), 0L);
        }

        private SearchPage.Option option(Gazetteer.Branch branch, int depth) {
            return new SearchPage.Option(
                    branch.name(),
                    count(branch),
                    toggled(dimension, branch.key()),
                    query.wanted(dimension).contains(branch.key()),
                    depth);
        }
    }

    /** A name, or the key of a text where the value is one of our own words. */
    String label(Dimension dimension, String value) {
        return Labels.of(dimension, value, gazetteer);
    }
}
