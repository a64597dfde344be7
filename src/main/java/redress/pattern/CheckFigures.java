package redress.pattern;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import redress.web.View;
import redress.web.kit.ChangeChart;
import redress.web.kit.FunnelPlot;

/** The checks of a dossier in sentences and pictures. */
record CheckFigures(Dossier dossier, View v) {

    /** What was found, against what, and what was left out. */
    List<String> outlierWords(Outliers found) {
        List<String> words = new ArrayList<>();
        Outliers.Ratio own = found.own();
        if (own == null) {
            words.add(lack(Objects.requireNonNull(found.lack(), "no verdict has its reason")));
        } else {
            words.add(verdict(found, own));
            words.add(v.t("pattern.outliers.ratio", number(own.times()), number(own.low()), number(own.high())));
            words.add(v.t("pattern.outliers.compared", found.compared(), others(found)));
        }
        if (own == null || found.measuredByService()) {
            words.add(exposure(found));
        }
        long unposted = found.leftOut() - found.apart().count();
        if (unposted > 0) {
            words.add(v.t("pattern.outliers.leftOut", unposted));
        }
        if (found.apart().exposure() > 0) {
            words.add(v.t(
                    "pattern.outliers.apart",
                    number(found.apart().exposure()),
                    found.apart().count()));
        }
        return words;
    }

    /** The verdict with what takes from it: whoever reads no further must not miss that. */
    private String verdict(Outliers found, Outliers.Ratio own) {
        List<String> words = new ArrayList<>();
        words.add(v.t("pattern.outliers." + Say.verdict(own), own.count(), number(own.expected()), say().like()));
        Outliers.Once once = found.once();
        if (once != null) {
            words.add(v.t(
                    "pattern.outliers.once." + (once.more() == null ? "few" : once.more() ? "more" : "notMore"),
                    once.others(),
                    once.count()));
        }
        if (own.more() && untold()) {
            words.add(v.t("pattern.outliers.once.waiting"));
        }
        if (!found.measuredByService()) {
            words.add(exposure(found));
        }
        return String.join(" ", words);
    }

    /** Whether there was no index that tells which texts are copies. */
    private boolean untold() {
        Lack lack = dossier.told().copies().lack();
        return lack != null && lack.what().equals("INDEX");
    }

    private String exposure(Outliers found) {
        return v.t("pattern.outliers.exposure." + found.exposureUnit(), number(found.exposure()));
    }

    private static long others(Outliers found) {
        return found.marks().stream()
                .filter(mark -> mark.ratio().more() && !mark.own())
                .count();
    }

    private Say say() {
        return new Say(dossier, v);
    }

    private String lack(Lack lack) {
        return say().lack("pattern.lack.", lack);
    }

    /** The funnel. */
    FunnelPlot funnel(Outliers found) {
        Outliers.Ratio own = Objects.requireNonNull(found.own(), "a funnel has a verdict on the scope");
        return new FunnelPlot(
                v.t("pattern.outliers.title", dossier.head().name(), own.count(), number(own.expected())),
                v.t("pattern.counted", v.t("pattern.unit." + found.countingUnit())),
                found.marks().stream().map(this::unit).toList(),
                found.compared(),
                List.of(
                        band(found, "pattern.outliers.band95", Outliers.Limit::low95, Outliers.Limit::high95),
                        band(found, "pattern.outliers.band998", Outliers.Limit::low998, Outliers.Limit::high998)),
                v);
    }

    private FunnelPlot.Band band(
            Outliers found, String name, ToDoubleFunction<Outliers.Limit> low, ToDoubleFunction<Outliers.Limit> high) {
        return new FunnelPlot.Band(
                v.t(name),
                found.limits().stream()
                        .map(limit -> new FunnelPlot.Limit(
                                limit.expected(),
                                low.applyAsDouble(limit) / limit.expected(),
                                high.applyAsDouble(limit) / limit.expected()))
                        .toList());
    }

    private FunnelPlot.Unit unit(Outliers.Mark mark) {
        boolean more = mark.ratio().more();
        FunnelPlot.Sign sign = mark.own()
                ? more ? FunnelPlot.Sign.SCOPE_FLAGGED : FunnelPlot.Sign.SCOPE
                : more ? FunnelPlot.Sign.FLAGGED : FunnelPlot.Sign.OTHER;
        return new FunnelPlot.Unit(
                mark.name(), mark.ratio().count(), mark.ratio().expected(), sign, link(mark.key()));
    }

    private String link(String key) {
        return DossierLink.to(dossier.head(), dossier.head().kind(), key);
    }

    /**
     * Whether and when the complaints became more than they were, or why that cannot be said, and what was left out.
     */
    String changeWords() {
        List<String> words = new ArrayList<>(List.of(changed()));
        words.addAll(alarmed());
        words.addAll(kinds());
        Change change = dossier.change();
        if (change.unposted() > 0) {
            words.add(v.t("pattern.change.unposted", change.unposted()));
        }
        if (change.undated() > 0) {
            words.add(v.t("pattern.change.undated", change.undated()));
        }
        return String.join(" ", words);
    }

    /** What takes from an alarm. */
    private List<String> alarmed() {
        List<String> words = new ArrayList<>();
        Change.Once once = dossier.change().once();
        if (once != null) {
            String said = once.alarm() == null ? "few" : once.alarm() ? "alarm" : "none";
            words.add(v.t("pattern.change.once." + said, once.others()));
        }
        if (untold() && dossier.change().months().stream().anyMatch(Change.Month::alarm)) {
            words.add(v.t("pattern.change.once.waiting"));
        }
        return words;
    }

    private List<String> kinds() {
        Change.Kinds kinds = dossier.change().kinds();
        if (kinds.compared() > 0 && kinds.risen().isEmpty()) {
            return List.of(v.t("pattern.change.kinds.none", kinds.compared()));
        }
        return kinds.risen().stream()
                .map(kind -> v.t(
                        "pattern.change.kinds.risen",
                        kind.label(),
                        kind.since(),
                        kind.count(),
                        number(kind.expected()),
                        kinds.compared()))
                .toList();
    }

    private String changed() {
        Change change = dossier.change();
        Lack lack = change.lack();
        if (lack != null) {
            return lack(lack);
        }
        List<Change.Month> alarms =
                change.months().stream().filter(Change.Month::alarm).toList();
        return alarms.isEmpty()
                ? v.t("pattern.change.none")
                : v.t("pattern.change.alarms", alarms.size(), alarms.getFirst().month());
    }

    /** The months. */
    ChangeChart change() {
        Change change = dossier.change();
        Change.Level level = Objects.requireNonNull(change.level(), "months are held against a level");
        return new ChangeChart(
                v.t("pattern.change.title"),
                v.t("pattern.change." + change.expectedFrom(), level.from(), level.to(), level.count()),
                YearMonth.parse(change.months().getFirst().month()),
                change.months().stream()
                        .map(month ->
                                new ChangeChart.Month(month.count(), month.expected(), month.sum(), month.alarm()))
                        .toList(),
                new ChangeChart.Limit(change.threshold(), v));
    }

    private String number(double value) {
        return say().number(value);
    }
}
