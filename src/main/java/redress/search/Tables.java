package redress.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The course over time and the table of two dimensions as the page shows them: what fits a page, the rest told. */
final class Tables {

    private static final int MOST_LINES = 30;
    private static final int MOST_HEADS = 12;
    private static final int MOST_TIMES = 60;

    private final SearchQuery query;
    private final Gazetteer gazetteer;
    private final FacetList facets;
    private final SearchAddress address;

    Tables(SearchQuery query, Gazetteer gazetteer, FacetList facets) {
        this.query = query;
        this.gazetteer = gazetteer;
        this.facets = facets;
        this.address = new SearchAddress(query);
    }

    /** The tables that were asked for. */
    List<SearchPage.Table> of(Answer answer) {
        List<SearchPage.Table> tables = new ArrayList<>();
        Dimension course = query.course();
        if (course != null) {
            tables.add(course(course, answer.course()));
        }
        CrossTable table = answer.table();
        if (table != null) {
            tables.add(crossed(table));
        }
        return tables;
    }

    private SearchPage.Table course(Dimension dimension, List<Answer.Count> counts) {
        int left = Math.max(0, counts.size() - MOST_TIMES);
        List<SearchPage.Line> lines = counts.subList(left, counts.size()).stream()
                .map(count -> new SearchPage.Line(
                        count.value(), address.with(dimension, count.value()), List.of(count.count())))
                .toList();
        return new SearchPage.Table(
                "search.course", name(dimension), "search.complaints", List.of("search.complaints"), lines, left);
    }

    private SearchPage.Table crossed(CrossTable table) {
        List<Integer> lines = shown(table.rows(), table.down(), MOST_LINES);
        List<Integer> heads = shown(table.columns(), table.across(), MOST_HEADS);
        List<String> names = new ArrayList<>();
        heads.forEach(head ->
                names.add(facets.label(table.columns(), table.across().get(head).value())));
        names.add("search.table.all");
        List<SearchPage.Line> rows = lines.stream()
                .map(line -> {
                    Answer.Count count = table.down().get(line);
                    List<Long> cells = new ArrayList<>();
                    heads.forEach(head -> cells.add(table.cells().get(line).get(head)));
                    cells.add(count.count());
                    return new SearchPage.Line(
                            facets.label(table.rows(), count.value()),
                            address.with(table.rows(), count.value()),
                            cells);
                })
                .toList();
        long left = table.rowCount() - lines.size() + table.columnCount() - heads.size();
        return new SearchPage.Table("search.table", name(table.rows()), name(table.columns()), names, rows, left);
    }

    /** Of a tree one level, below what was chosen; of times the latest; of everything the most frequent. */
    private List<Integer> shown(Dimension dimension, List<Answer.Count> counts, int most) {
        List<Integer> fitting = IntStream.range(0, counts.size()).boxed().toList();
        if (dimension.kind() == Dimension.Kind.TREE) {
            Set<String> level = level(dimension);
            fitting = fitting.stream()
                    .filter(each -> level.contains(counts.get(each).value()))
                    .toList();
        }
        boolean times = dimension.kind() == Dimension.Kind.TIME;
        int from = times ? Math.max(0, fitting.size() - most) : 0;
        int fit = dimension.kind() == Dimension.Kind.ORDER ? fitting.size() : most;
        return fitting.subList(from, Math.min(fitting.size(), from + fit));
    }

    private Set<String> level(Dimension dimension) {
        Set<String> level = new HashSet<>();
        List<String> wanted = query.wanted(dimension);
        if (wanted.isEmpty()) {
            gazetteer.below(dimension, null).forEach(branch -> level.add(branch.key()));
        }
        for (String chosen : wanted) {
            List<? extends Gazetteer.Branch> below = gazetteer.below(dimension, chosen);
            below.forEach(branch -> level.add(branch.key()));
            if (below.isEmpty()) {
                level.add(chosen);
            }
        }
        return level;
    }

    private static String name(Dimension dimension) {
        return "search.by." + dimension.word();
    }
}
