package redress.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redress.chance.Funnel;
import redress.chance.Limits;
import redress.chance.Peer;
import redress.chance.Verdict;

/**
 * Sets each member's complaints against the time that people served for it. Strata are the kinds of unit in which they
 * served, so that what is expected of a division of stations and patrols is reckoned from the stations and the patrols
 * of the others.
 */
final class OutlierCheck {

    /** The mean length of a month in days. */
    static final double DAYS_A_MONTH = 365.2425 / 12;

    private static final String MONTHS = "months";
    private static final int MOST_MARKS = 1_000;
    private static final int STEPS = 60;

    private final Scoped scoped;

    OutlierCheck(Scoped scoped) {
        this.scoped = scoped;
    }

    private Rates rates() {
        return scoped.peers().rates();
    }

    /** The members as peers; who has no exposure has no part. */
    List<Peer> peers() {
        return rates().members();
    }

    /**
     * The check itself.
     *
     * @param repeats which complaints tell what another one tells
     */
    Outliers look(Repeats repeats) {
        Funnel funnel = rates().funnel();
        Funnel.Point point = point();
        Outliers.Ratio own = ratio(point);
        return new Outliers(
                "complaints",
                rates().posted() ? Outliers.OFFICER_MONTHS : MONTHS,
                scoped.complaints().size() - point.count(),
                new Outliers.Apart(point.apart().count(), point.apart().exposure()),
                point.exposure(),
                Lack.of(point.comparison()),
                own,
                own == null || !own.more() ? null : once(repeats),
                marks(funnel),
                funnel.compared(),
                limits(funnel));
    }

    private Outliers.@Nullable Once once(Repeats repeats) {
        Peer compared = point().compared();
        Peer first = rates().member(scoped.group().own(), repeats::first);
        Peer once = new Peer(
                first.name(),
                first.parts().stream()
                        .filter(part -> compared.activeIn(part.stratum()))
                        .toList());
        long others = compared.count() - once.count();
        if (others == 0) {
            return null;
        }
        Outliers.Ratio ratio = ratio(rates().funnel().instead(once));
        return new Outliers.Once(others, once.count(), ratio == null ? null : ratio.more());
    }

    /** The scope in the funnel. */
    Funnel.Point point() {
        return rates().funnel().points().stream()
                .filter(each -> each.name().equals(scoped.group().own()))
                .findFirst()
                .orElseThrow();
    }

    /** How a point of a funnel compares; null without a verdict. */
    static Outliers.@Nullable Ratio ratio(Funnel.Point point) {
        return point.comparison() instanceof Verdict.Given<Funnel.Comparison>(Funnel.Comparison found)
                ? new Outliers.Ratio(
                        point.count(),
                        found.expected(),
                        found.relative().mean(),
                        found.relative().low(),
                        found.relative().high(),
                        found.q(),
                        found.more())
                : null;
    }

    /** The scope and what stands out first, then others evenly until there are enough to draw. */
    private List<Outliers.Mark> marks(Funnel funnel) {
        List<Outliers.Mark> named = new ArrayList<>();
        List<Outliers.Mark> others = new ArrayList<>();
        for (Funnel.Point point : funnel.points()) {
            Outliers.Ratio ratio = ratio(point);
            if (ratio != null) {
                boolean own = point.name().equals(scoped.group().own());
                String name = scoped.group().names().getOrDefault(point.name(), point.name());
                (own || ratio.more() ? named : others).add(new Outliers.Mark(point.name(), name, own, ratio));
            }
        }
        int every = Math.max(1, others.size() / MOST_MARKS);
        IntStream.range(0, others.size())
                .filter(i -> i % every == 0)
                .mapToObj(others::get)
                .forEach(named::add);
        return named;
    }

    /** The limits at expected counts up to the largest, closer together where they are small. */
    private static List<Outliers.Limit> limits(Funnel funnel) {
        double most = funnel.points().stream()
                .flatMap(point -> point.comparison().given().stream())
                .mapToDouble(Funnel.Comparison::expected)
                .max()
                .orElse(0);
        if (!(most > 0)) {
            return List.of();
        }
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(i -> limit(funnel, most * 1.1 * i * i / (STEPS * STEPS)))
                .toList();
    }

    private static Outliers.Limit limit(Funnel funnel, double expected) {
        Limits at = funnel.limits(expected, 1);
        return new Outliers.Limit(expected, at.low95(), at.high95(), at.low998(), at.high998());
    }
}
