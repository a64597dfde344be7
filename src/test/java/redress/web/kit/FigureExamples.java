package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import redress.web.ViewExamples;
import redress.web.kit.FunnelPlot.Band;
import redress.web.kit.FunnelPlot.Limit;
import redress.web.kit.FunnelPlot.Sign;
import redress.web.kit.FunnelPlot.Unit;

/** Figures of an invented office, and how they are rendered through the real templates. */
final class FigureExamples {

    static final Wording WORDS = ViewExamples.view("/");

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, FigureExamples.class.getClassLoader(), "redress.templates");

    private FigureExamples() {}

    /** A figure as the page shows it. */
    static Document html(Figure figure) {
        StringOutput output = new StringOutput();
        render(figure, "it", output);
        return Jsoup.parse(output.toString());
    }

    static void render(Figure figure, String id, gg.jte.TemplateOutput output) {
        ENGINE.render(
                "kit/figure.jte", Map.of("figure", figure, "id", id, "tableTitle", WORDS.t("figure.table")), output);
    }

    static void render(CrossTable table, String id, gg.jte.TemplateOutput output) {
        ENGINE.render("kit/crossTable.jte", Map.of("table", table, "id", id), output);
    }

    static void page(gg.jte.Content content, gg.jte.TemplateOutput output) {
        ENGINE.render(
                "layout/desk.jte",
                Map.of("v", WORDS, "title", "Northern Command, patrols", "content", content),
                output);
    }

    private static final Pattern PLACE = Pattern.compile("[MLQ ]?(-?[0-9.]+) (-?[0-9.]+)");

    /** The places that a path names outright; steps along it are left out. */
    static List<double[]> places(String path) {
        return PLACE.matcher(path)
                .results()
                .map(each -> new double[] {Double.parseDouble(each.group(1)), Double.parseDouble(each.group(2))})
                .toList();
    }

    /** Checks that nothing is drawn beyond the edge, as far as widths of words can be known. */
    static void assertInside(Drawing drawing) {
        for (Drawing.Shape shape : drawing.shapes()) {
            List<double[]> places = switch (shape) {
                case Drawing.Box box ->
                    List.of(new double[] {box.x(), box.y()}, new double[] {box.x() + box.width(), box.y() + box.height()
                    });
                case Drawing.Words words -> spot(words);
                case Drawing.Stroke stroke -> places(stroke.path());
                case Drawing.Form form -> places(form.path());
                case Drawing.Dot dot -> List.of(new double[] {dot.x(), dot.y()});
            };
            assertThat(places).allSatisfy(place -> {
                assertThat(place[0]).as("across: %s", shape).isBetween(-1.5, drawing.width() + 1.5);
                assertThat(place[1]).as("down: %s", shape).isBetween(-1.5, drawing.height() + 1.5);
            });
        }
    }

    /** Checks that no names or values lie over each other. */
    static void assertApart(Drawing drawing) {
        List<Drawing.Words> names = drawing.shapes().stream()
                .filter(shape -> shape instanceof Drawing.Words)
                .map(Drawing.Words.class::cast)
                .filter(words -> words.classes().matches("(name|who|value|place|crew-name).*"))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            for (int k = 0; k < i; k++) {
                List<double[]> one = spot(names.get(i));
                List<double[]> other = spot(names.get(k));
                boolean apart = one.get(1)[0] <= other.get(0)[0]
                        || other.get(1)[0] <= one.get(0)[0]
                        || one.get(1)[1] <= other.get(0)[1]
                        || other.get(1)[1] <= one.get(0)[1];
                assertThat(apart).as("%s and %s", names.get(i), names.get(k)).isTrue();
            }
        }
    }

    /** The box of words: upper left and lower right. */
    private static List<double[]> spot(Drawing.Words words) {
        double wide = Lettering.width(words.text(), words.classes().contains("place") ? 12 : Lettering.SIZE);
        double left = words.x()
                - (words.anchor().equals("end") ? wide : words.anchor().equals("middle") ? wide / 2 : 0);
        return List.of(new double[] {left, words.y() - 9}, new double[] {left + wide, words.y() + 3});
    }

    /** Units of all sizes, two of them flagged. */
    static FunnelPlot funnel(int others) {
        Random random = new Random(4);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            double expected = 0.4 + Math.exp(random.nextGaussian() * 0.9 + 1.3);
            long observed = Math.max(0, Math.round(expected + random.nextGaussian() * Math.sqrt(expected) * 1.1));
            units.add(new Unit("Patrol " + (i + 20), observed, expected, Sign.OTHER, null));
        }
        units.add(new Unit("Patrol 4", 14, 4.1, Sign.SCOPE_FLAGGED, "/desk/units/4"));
        units.add(new Unit("Border unit 2", 31, 11.8, Sign.FLAGGED, "/desk/units/b2"));
        units.add(new Unit("Harbour post", 3, 17.2, Sign.FLAGGED, null));
        return funnel(units);
    }

    static FunnelPlot funnel(List<Unit> units) {
        return new FunnelPlot(
                "One patrol is above what chance explains for units like it",
                "Allegations in the last 12 months, beside patrol units of the same kind",
                units,
                units.size(),
                List.of(band("95 of 100 units like these", units, 0.025), band("998 of 1,000", units, 0.001)),
                WORDS);
    }

    private static Band band(String name, List<Unit> units, double tail) {
        return new Band(
                name,
                FunnelPlot.steps(units).stream()
                        .map(expected -> new Limit(
                                expected, quantile(expected, tail) / expected, quantile(expected, 1 - tail) / expected))
                        .toList());
    }

    /** A negative-binomial quantile of shape 12, interpolated so that the curve has no steps. */
    private static double quantile(double mean, double probability) {
        double shape = 12;
        double mass = Math.pow(shape / (shape + mean), shape);
        double sum = 0;
        for (int k = 0; k < 100_000; k++) {
            if (sum + mass >= probability) {
                return Math.max(0, k - 1 + (probability - sum) / mass);
            }
            sum += mass;
            mass *= (shape + k) / (k + 1) * mean / (shape + mean);
        }
        return mean;
    }

    /** A unit whose counts double after two thirds of the months. */
    static ChangeChart change(int months) {
        Random random = new Random(11);
        List<ChangeChart.Month> all = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < months; i++) {
            double mean = i < months * 2 / 3 ? 2 : 4.2;
            long count = 0;
            for (double left = Math.exp(-mean), product = random.nextDouble(); product > left; count++) {
                product *= random.nextDouble();
            }
            sum = Math.max(0, sum + count - 2 - 0.8);
            all.add(new ChangeChart.Month(count, i < 24 ? 1.8 : 2, sum, sum > 6.5));
            sum = sum > 6.5 ? 0 : sum;
        }
        return new ChangeChart(
                "Allegations have risen since the spring of 2025, more than chance explains",
                "Allegations by month of the incident; expected from the three years before",
                YearMonth.of(2022, 9),
                all,
                new ChangeChart.Limit(6.5, WORDS));
    }

    /** People around one of them, in three crews. */
    static NetworkPlot network(int people) {
        Random random = new Random(7);
        List<NetworkPlot.Person> all = new ArrayList<>();
        Map<String, NetworkPlot.Tie> ties = new LinkedHashMap<>();
        String[] ranks = {"Sgt.", "Cpl.", "Const.", "Insp."};
        String[] names = {"Kolar", "Marah", "Dawe", "Zukić", "Toe", "Bangs", "Ilić", "Njie", "Perry-Okonkwo", "Sow"};
        for (int i = 0; i < people; i++) {
            String crew = i > 0 && i < 5 ? "Group A" : i > 5 && i < 9 ? "Group B" : null;
            String label = i == 9 ? "Tall man, torn sleeve, no badge seen" : ranks[i % 4] + " " + names[i % 10];
            all.add(new NetworkPlot.Person(
                    "p" + i, label, 1 + random.nextInt(9), crew, i == 1 ? "/desk/people/1" : null));
        }
        for (int i = 1; i < people; i++) {
            int other = i < Math.min(11, people * 0.6) ? 0 : 1 + random.nextInt(Math.min(10, i - 1));
            tie(ties, i, other, 1 + random.nextInt(i < 5 ? 7 : 3));
        }
        for (int[] pair :
                new int[][] {{1, 2}, {2, 3}, {3, 4}, {1, 4}, {1, 3}, {6, 7}, {7, 8}, {6, 8}, {2, 7}, {4, 9}}) {
            if (pair[1] < people) {
                tie(ties, pair[0], pair[1], 1 + random.nextInt(5));
            }
        }
        return new NetworkPlot(
                "Four people are accused together again and again",
                "Incidents with at least two accused, last 36 months",
                all,
                List.copyOf(ties.values()),
                WORDS);
    }

    /** The same in one round, with what chance would do: whoever shares four incidents or more shares too many. */
    static NetworkPlot judged(int people) {
        NetworkPlot plot = network(people);
        List<NetworkPlot.Tie> judged = plot.ties().stream()
                .map(tie -> new NetworkPlot.Tie(tie.one(), tie.other(), tie.shared(), 1.4, tie.shared() > 3))
                .toList();
        return new NetworkPlot(plot.title(), plot.note(), false, plot.people(), judged, WORDS);
    }

    private static void tie(Map<String, NetworkPlot.Tie> ties, int one, int other, long shared) {
        String key = Math.min(one, other) + "-" + Math.max(one, other);
        ties.putIfAbsent(key, new NetworkPlot.Tie("p" + one, "p" + other, shared));
    }

    private static final List<String> NAMES = List.of(
            "Upper Valley",
            "Lakeside",
            "Port District",
            "Old Town",
            "Eastern Plains",
            "Ridge",
            "Greater Harbour Region",
            "Mill",
            "Northern Forest",
            "Salt Coast",
            "Crossroads",
            "Southern Border Municipality");

    /** Twelve areas of an invented country with crooked borders. */
    static AreaMap map() {
        List<AreaMap.Area> areas = new ArrayList<>();
        long[] counts = {41, 3, 12, 0, 7, 19, 88, 1, 5, 23, 0, 9};
        for (int i = 0; i < 12; i++) {
            int column = i % 4;
            int row = i / 4;
            List<AreaMap.Place> ring = new ArrayList<>();
            border(ring, column, row, column + 1, row);
            border(ring, column + 1, row, column + 1, row + 1);
            border(ring, column + 1, row + 1, column, row + 1);
            border(ring, column, row + 1, column, row);
            boolean hidden = i == 4;
            areas.add(new AreaMap.Area(
                    NAMES.get(i),
                    hidden ? null : (double) counts[i],
                    hidden ? "fewer than 5" : String.valueOf(counts[i]),
                    new AreaMap.Ground(List.of(ring), null),
                    i == 0 ? "/desk/search?area=0" : null));
        }
        return map(areas);
    }

    static AreaMap map(List<AreaMap.Area> areas) {
        return new AreaMap(
                "Two of five complaints come from Greater Harbour Region",
                "Complaints by place of the incident, last 12 months",
                areas,
                WORDS);
    }

    /** The way from one corner to another, the same points from either side. */
    private static void border(List<AreaMap.Place> ring, int x, int y, int toX, int toY) {
        boolean turned = x > toX || y > toY;
        int x1 = Math.min(x, toX);
        int y1 = Math.min(y, toY);
        int x2 = Math.max(x, toX);
        int y2 = Math.max(y, toY);
        List<AreaMap.Place> way = new ArrayList<>();
        Random random = new Random(x1 * 1009L + y1 * 31L + (x2 - x1) * 7L);
        AreaMap.Place from = corner(x1, y1);
        AreaMap.Place to = corner(x2, y2);
        double bend = random.nextGaussian() * 0.12;
        for (int i = 0; i <= 120; i++) {
            double share = i / 120d;
            double off = Math.sin(Math.PI * share) * bend
                    + (i == 0 || i == 120
                            ? 0
                            : random.nextGaussian() * 0.002
                                    + Math.sin(share * 25 + x1) * 0.008 * Math.sin(Math.PI * share));
            way.add(new AreaMap.Place(
                    from.longitude() + (to.longitude() - from.longitude()) * share + (y2 > y1 ? off : 0),
                    from.latitude() + (to.latitude() - from.latitude()) * share + (x2 > x1 ? off : 0)));
        }
        (turned ? way.reversed() : way).stream().limit(120).forEach(ring::add);
    }

    private static AreaMap.Place corner(int x, int y) {
        Random random = new Random(x * 77L + y);
        random.nextDouble();
        return new AreaMap.Place(
                17 + x * 0.9 + random.nextGaussian() * 0.15, 44 - y * 0.6 + random.nextGaussian() * 0.1);
    }

    /** Areas of which only the middle is known. */
    static AreaMap tiles(int many) {
        Random random = new Random(3);
        return map(IntStream.range(0, many)
                .mapToObj(i -> new AreaMap.Area(
                        NAMES.get(i % 12) + (i < 12 ? "" : " " + i / 12),
                        (double) (i * i % 37),
                        String.valueOf(i * i % 37),
                        AreaMap.Ground.at(
                                new AreaMap.Place(-11 + random.nextDouble() * 3, 6 + random.nextDouble() * 2.4)),
                        null))
                .toList());
    }

    /** Four years of months; a quarter was not counted. */
    static Histogram months() {
        Map<YearMonth, Long> counts = new TreeMap<>();
        for (int i = 0; i < 48; i++) {
            if (i < 20 || i > 22) {
                counts.put(YearMonth.of(2022, 12).plusMonths(i), i % 13 == 5 ? 0L : (long) (i * 7 % 19 + i / 3));
            }
        }
        return new Histogram(
                "Most complaints came in the summer of 2026",
                "Complaints by month of the incident; no records between August and October 2024",
                Histogram.Period.MONTH,
                counts,
                WORDS);
    }

    static Histogram years() {
        Map<YearMonth, Long> counts = new TreeMap<>();
        IntStream.range(0, 9)
                .filter(i -> i != 4)
                .forEach(i -> counts.put(YearMonth.of(2018 + i, 1), 900L + i * i * 170));
        return new Histogram("More every year", null, Histogram.Period.YEAR, counts, WORDS);
    }

    static CrossTable cross(int columns) {
        List<String> rows = List.of("Unnecessary force", "Unlawful arrest", "Extortion", "Insult", "Failure to act");
        List<List<CrossTable.Tally>> tallies = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<CrossTable.Tally> row = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                long count = (r * 17L + c * 29L) % 23 * (r == 0 ? 5 : 1);
                boolean hidden = r == 3 && c == 1;
                row.add(new CrossTable.Tally(
                        hidden ? null : count,
                        hidden ? "·" : String.valueOf(count),
                        count == 0 ? null : "/desk/search?r=" + r));
            }
            tallies.add(row);
        }
        return CrossTable.summed(
                new CrossTable.Heading(
                        "Force is alleged everywhere, extortion on two roads", "Allegations, last 12 months"),
                new CrossTable.Axes(
                        "Kind, by unit",
                        rows,
                        IntStream.range(0, columns)
                                .mapToObj(i -> "Patrol " + (i + 1))
                                .toList()),
                tallies,
                WORDS);
    }
}
