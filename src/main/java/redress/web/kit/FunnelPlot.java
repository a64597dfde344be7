package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Dot;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Listing.Entry;

/**
 * Units compared with their like: for each the number expected of it and how many times that was observed, between the
 * limits that chance explains (Spiegelhalter 2005, "Funnel plots for comparing institutional performance", Statistics
 * in Medicine 24:1185). It does not rank: a place inside the limits means nothing.
 *
 * @param title the sentence that the figure says
 * @param note what is counted, from where, up to when; or null
 * @param units the units, of very many only a part; at most one is the scope, and none that is flagged is left out
 * @param compared how many were compared in all
 * @param bands the prediction limits, from the inner to the outer; how they are reckoned is the caller's
 * @param words the reader's language
 */
public record FunnelPlot(
        String title, @Nullable String note, List<Unit> units, int compared, List<Band> bands, Wording words)
        implements Figure {

    /**
     * One unit.
     *
     * @param name its name
     * @param observed what was counted, not below zero
     * @param expected what units like it would have had, not below zero; at zero there is no ratio to draw
     * @param sign whether it is looked at, flagged, both or neither
     * @param href where its name leads, or null
     */
    public record Unit(
            String name,
            long observed,
            double expected,
            Sign sign,
            @Nullable String href) {

        /** Checks the numbers. */
        public Unit {
            if (observed < 0 || !(expected >= 0) || Double.isInfinite(expected)) {
                throw new IllegalArgumentException("Counts and expectations are not below zero");
            }
        }

        /** How many times the expected number was observed; not a number where nothing was expected. */
        public double ratio() {
            return expected == 0 ? Double.NaN : observed / expected;
        }
    }

    /** What is said of a unit. */
    public enum Sign {
        /** One of many. */
        OTHER,
        /** The check has flagged it. */
        FLAGGED,
        /** The page is about it. */
        SCOPE,
        /** The page is about it, and the check has flagged it. */
        SCOPE_FLAGGED;

        boolean scope() {
            return this == SCOPE || this == SCOPE_FLAGGED;
        }
    }

    /**
     * Limits that hold a share of units like these by chance.
     *
     * @param name what it holds: "95 of 100 units like these"
     * @param limits the limits in rising order of the expected number
     */
    public record Band(String name, List<Limit> limits) {
        /** Keeps its own list. */
        public Band {
            limits = List.copyOf(limits);
        }
    }

    /**
     * The limits at one expected number.
     *
     * @param expected the expected number
     * @param low the lower limit, as a ratio of observed to expected
     * @param high the upper limit, as a ratio
     */
    public record Limit(double expected, double low, double high) {}

    /** Keeps its own lists and checks that one unit at most is looked at. */
    public FunnelPlot {
        units = List.copyOf(units);
        bands = List.copyOf(bands);
        if (units.stream().filter(unit -> unit.sign().scope()).count() > 1) {
            throw new IllegalArgumentException("A funnel has one scope");
        }
        if (compared < units.size()) {
            throw new IllegalArgumentException("More units are drawn than were compared");
        }
    }

    /** The expected numbers at which the limits of these units should be reckoned, even on the drawn axis. */
    public static List<Double> steps(List<Unit> units) {
        Scale axis = FunnelDrawing.axis(units, 0, 1);
        double low = Math.sqrt(axis.low());
        double high = Math.sqrt(axis.high());
        int many = 60;
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> Math.pow(low + (high - low) * i / many, 2))
                .toList();
    }

    @Override
    public String reading() {
        return words.t("figure.funnel.reading");
    }

    @Override
    public String description() {
        List<String> said = new ArrayList<>();
        named().stream().filter(unit -> unit.sign().scope()).forEach(unit -> said.add(hint(unit)));
        said.add(words.t("figure.funnel.flaggedOf", flagged(), compared));
        return String.join(". ", said);
    }

    @Override
    public List<Key> keys() {
        double middle = Key.HEIGHT / 2d;
        List<Key> keys = new ArrayList<>();
        if (units.stream().anyMatch(unit -> unit.sign().scope())) {
            keys.add(Key.of(words.t("figure.funnel.scope"), new Form(Marks.diamond(11, middle, 6.5), "scope", "")));
        }
        if (units.stream().anyMatch(unit -> unit.sign() == Sign.FLAGGED)) {
            keys.add(Key.of(words.t("figure.funnel.flagged"), new Form(Marks.up(11, middle, 5.5), "flagged", "")));
        }
        keys.add(Key.of(words.t("figure.funnel.other"), new Dot(11, middle, "other", "")));
        for (int i = 0; i < bands.size(); i++) {
            keys.add(Key.of(
                    bands.get(i).name(),
                    new Box(0, 1, Key.WIDTH, Key.HEIGHT - 2, "band" + i, ""),
                    new Stroke("M0 1H22M0 13H22", "limit" + i)));
        }
        return keys;
    }

    @Override
    public Drawing drawing(Breadth breadth) {
        return new FunnelDrawing(this, breadth).draw();
    }

    @Override
    public List<Listing> tables() {
        Numbers numbers = new Numbers(words.locale());
        List<List<Entry>> rows = named().stream()
                .map(unit -> List.of(
                        Entry.of(unit.name(), unit.href()),
                        Entry.number(numbers.count(unit.observed())),
                        Entry.number(numbers.measure(unit.expected())),
                        Entry.number(unit.expected() == 0 ? "–" : numbers.measure(unit.ratio())),
                        Entry.of(words.t("figure.funnel.sign." + unit.sign()))))
                .toList();
        List<Entry> head = new ArrayList<>(Listing.head(
                1,
                words.t("figure.funnel.unit"),
                words.t("figure.funnel.observed"),
                words.t("figure.funnel.expected"),
                words.t("figure.funnel.ratio")));
        head.add(Entry.of(words.t("figure.funnel.sign")));
        int others = compared - rows.size();
        return List.of(new Listing(
                words.t("figure.funnel.table"), head, rows, words.t("figure.funnel.others", others, undrawn())));
    }

    @Override
    public @Nullable String nothing() {
        return units.size() == undrawn() ? words.t("figure.nothing") : null;
    }

    /** The scope, then what is flagged, the furthest from its like first. */
    List<Unit> named() {
        return units.stream()
                .filter(unit -> unit.sign() != Sign.OTHER)
                .sorted(Comparator.comparing((Unit unit) -> !unit.sign().scope())
                        .thenComparing(
                                Comparator.comparingDouble(FunnelPlot::distance).reversed()))
                .toList();
    }

    /** How far a unit is from what was expected, in standard deviations of a Poisson count. */
    static double distance(Unit unit) {
        return unit.expected() == 0 ? 0 : Math.abs(unit.observed() - unit.expected()) / Math.sqrt(unit.expected());
    }

    String hint(Unit unit) {
        Numbers numbers = new Numbers(words.locale());
        return words.t(
                "figure.funnel.hint", unit.name(), numbers.count(unit.observed()), numbers.measure(unit.expected()));
    }

    private long flagged() {
        return units.stream()
                .filter(unit -> unit.sign() == Sign.FLAGGED || unit.sign() == Sign.SCOPE_FLAGGED)
                .count();
    }

    private long undrawn() {
        return units.stream().filter(unit -> unit.expected() == 0).count();
    }
}
