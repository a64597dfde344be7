package redress.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Counts what was complained of by one thing at a time; {@link Answerable} counts by whom. */
final class Boards {

    /** Where nobody knows. */
    static final String UNKNOWN = "-";

    /** Of kinds of allegation a register may have hundreds; years, hours and the like are all shown. */
    private static final int MOST_CATEGORIES = 30;

    private final Scoped scoped;
    private final Map<String, String> categories;

    Boards(Scoped scoped, Map<String, String> categories) {
        this.scoped = scoped;
        this.categories = categories;
    }

    /** All boards, in the order in which they are shown. */
    List<Dossier.Board> all() {
        List<Dossier.Board> boards = new ArrayList<>();
        boards.add(categories());
        boards.add(complaints("stage", "stage", each -> each.way().stage(), "desk.stage."::concat));
        boards.add(findings());
        boards.add(inOrder(complaints(
                "year", "incidentYear", each -> Integer.toString(each.day().getYear()), UnaryOperator.identity())));
        boards.add(complaints("channel", "channel", each -> each.way().channel(), "desk.channel."::concat));
        boards.add(complaints(
                "injury",
                "injury",
                each -> Objects.requireNonNullElse(each.way().injury(), UNKNOWN),
                "pattern.injury."::concat));
        boards.add(inOrder(complaints(
                "weekday",
                "weekday",
                each -> each.exact()
                        ? Integer.toString(each.day().getDayOfWeek().getValue())
                        : UNKNOWN,
                "pattern.weekday."::concat)));
        boards.add(inOrder(complaints(
                "hour",
                "hour",
                each -> each.hour() < 0 ? UNKNOWN : "%02d".formatted(each.hour()),
                hour -> hour + ":00")));
        return boards;
    }

    /** A complaint counts once for each category that it alleges. */
    private Dossier.Board categories() {
        Map<String, Set<Long>> complaints = new TreeMap<>();
        scoped.alleged()
                .forEach(alleged -> complaints
                        .computeIfAbsent(alleged.category(), category -> new HashSet<>())
                        .add(alleged.complaint()));
        Map<String, Long> counts = new TreeMap<>();
        complaints.forEach((category, ids) -> counts.put(category, (long) ids.size()));
        return shortened(
                board(
                        "category",
                        "complaints",
                        counts,
                        code -> new Dossier.Bar(code, categories.getOrDefault(code, code), 0, "category")),
                MOST_CATEGORIES);
    }

    private Dossier.Board findings() {
        Map<String, Long> counts = new TreeMap<>();
        scoped.alleged()
                .forEach(
                        alleged -> counts.merge(Objects.requireNonNullElse(alleged.finding(), UNKNOWN), 1L, Long::sum));
        return board(
                "finding",
                "allegations",
                counts,
                finding -> new Dossier.Bar(
                        finding,
                        finding.equals(UNKNOWN) ? "desk.finding.none" : "desk.finding." + finding,
                        0,
                        finding.equals(UNKNOWN) ? "" : "finding"));
    }

    /**
     * Complaints by what each of them has.
     *
     * @param filter the parameter of the search that narrows to a value
     * @param value the value of a complaint, as the search knows it
     * @param label the name of a value or the key of its text
     */
    private Dossier.Board complaints(
            String name, String filter, Function<Filed, String> value, UnaryOperator<String> label) {
        Map<String, Long> counts = new TreeMap<>();
        scoped.own().forEach(each -> counts.merge(value.apply(each), 1L, Long::sum));
        return board(
                name,
                "complaints",
                counts,
                code -> new Dossier.Bar(
                        code,
                        code.equals(UNKNOWN) ? "pattern.unknown" : label.apply(code),
                        0,
                        code.equals(UNKNOWN) ? "" : filter));
    }

    /** A board of these counts, the largest first. */
    static Dossier.Board board(String name, String unit, Map<String, Long> counts, Function<String, Dossier.Bar> bar) {
        List<Dossier.Bar> bars = new ArrayList<>();
        counts.forEach((code, count) -> {
            Dossier.Bar bare = bar.apply(code);
            bars.add(new Dossier.Bar(code, bare.label(), count, bare.filter()));
        });
        bars.sort(Comparator.comparingLong(Dossier.Bar::count).reversed().thenComparing(Dossier.Bar::value));
        return new Dossier.Board(name, unit, List.copyOf(bars), 0);
    }

    /** The values with most, and how many others there are. */
    static Dossier.Board shortened(Dossier.Board board, int most) {
        List<Dossier.Bar> first = board.bars().stream().limit(most).toList();
        return new Dossier.Board(
                board.name(), board.countingUnit(), first, board.bars().size() - first.size());
    }

    /** The same board in the order of its values, what nobody knows at the end. */
    private static Dossier.Board inOrder(Dossier.Board board) {
        return new Dossier.Board(
                board.name(),
                board.countingUnit(),
                board.bars().stream()
                        .sorted(Comparator.comparing(
                                        (Dossier.Bar bar) -> bar.value().equals(UNKNOWN))
                                .thenComparing(Dossier.Bar::value))
                        .toList(),
                board.left());
    }
}
