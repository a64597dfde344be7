package redress.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * The delays of a unit against those of the others in its strata, joined at the unit's own mix of strata.
 *
 * @param longer the share of pairs in which the case here took longer
 * @param byChance its variance if the unit is like the others
 * @param variance its variance whether or not it is
 * @param median the median delay here
 * @param medianElsewhere that of the others at the mix of this unit
 */
record Ranks(double longer, double byChance, double variance, OptionalInt median, OptionalInt medianElsewhere) {

    private static final double CUT = 1.5;

    /** The mean square of a standard normal value that is cut off at {@link #CUT}. */
    private static final double SQUARE = 0.7784652;

    /** The greatest variance that a share can have. */
    private static final double MOST = 0.25;

    /** All cases of a stratum, and how many units they come from. */
    record Stratum(Days days, int units) {

        Stratum plus(Stratum other) {
            return new Stratum(days.plus(other.days), units + other.units);
        }
    }

    private record Part(Days own, Days others, double weight) {}

    static Verdict<Ranks> of(Map<String, Days> own, Map<String, Stratum> strata, Demands demands) {
        long cases = own.values().stream().mapToLong(Days::total).sum();
        if (cases < demands.cases()) {
            return new Verdict.None<>(Verdict.Lack.EXPOSURE, cases, demands.cases());
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Days> entry : own.entrySet()) {
            Stratum all = strata.getOrDefault(entry.getKey(), new Stratum(entry.getValue(), 1));
            Days others = all.days().minus(entry.getValue());
            if (all.units() - 1 < demands.peers()) {
                return new Verdict.None<>(Verdict.Lack.PEERS, all.units() - 1, demands.peers());
            }
            if (others.total() < demands.events()) {
                return new Verdict.None<>(Verdict.Lack.PEER_EVENTS, others.total(), demands.events());
            }
            parts.add(
                    new Part(entry.getValue(), others, (double) entry.getValue().total() / cases));
        }
        return new Verdict.Given<>(joined(parts));
    }

    private static Ranks joined(List<Part> parts) {
        double longer = 0;
        double byChance = 0;
        double variance = 0;
        for (Part part : parts) {
            double square = part.weight() * part.weight();
            longer += part.weight() * part.own().longerThan(part.others());
            byChance += square * part.own().varianceByChance(part.others());
            variance += square * part.own().variance(part.others());
        }
        int places = parts.getFirst().own().places();
        return new Ranks(
                longer,
                byChance,
                variance,
                median(places, day -> sum(parts, part -> share(part.own(), day) * part.weight())),
                median(places, day -> sum(parts, part -> share(part.others(), day) * part.weight())));
    }

    private static double share(Days days, int day) {
        return (double) days.on(day) / days.total();
    }

    private static double sum(List<Part> parts, java.util.function.ToDoubleFunction<Part> each) {
        return parts.stream().mapToDouble(each).sum();
    }

    /** The first day by which half were closed; the last place is not a day. */
    private static OptionalInt median(int places, IntToDoubleFunction shares) {
        double sum = 0;
        for (int day = 0; day < places - 1; day++) {
            sum += shares.applyAsDouble(day);
            if (sum >= 0.5 - 1e-12) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The variance between units beyond chance, so that the cut-off squares are as great as they should be; where there
     * are few units somewhat more, as with {@link Fit#predictive()}.
     */
    static double between(List<Ranks> units) {
        if (units.size() < 2 || surplus(units, 0) <= 0) {
            return 0;
        }
        double between = surplus(units, MOST) >= 0 ? MOST : Root.between(tried -> surplus(units, tried), 0, MOST, 1e-9);
        return between * (1 + 2.0 / units.size());
    }

    private static double surplus(List<Ranks> units, double between) {
        double sum = 0;
        for (Ranks unit : units) {
            double cut = Math.clamp(unit.z(between), -CUT, CUT);
            sum += cut * cut - SQUARE;
        }
        return sum;
    }

    /** Where all took equally long there is nothing that could differ. */
    private double z(double between) {
        double variance = byChance + between;
        return variance > 0 ? (longer - 0.5) / Math.sqrt(variance) : 0;
    }

    /** The probability of such a share or a greater one by chance and the ordinary differences between units. */
    double p(double between) {
        return byChance + between > 0 ? Tail.normalAbove(z(between)) : 1;
    }
}
