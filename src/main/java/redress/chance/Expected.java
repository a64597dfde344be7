package redress.chance;

import java.util.ArrayList;
import java.util.List;

/**
 * What an early-warning rule of an office ("three in 180 days") would bring up if only chance were at work: a rule
 * without this beside it warns of large and busy units, not of unusual ones.
 *
 * @param probabilities for each unit the probability of meeting the rule by chance, in the order in which they came
 * @param units how many units are expected to meet it by chance
 * @param deviation the standard deviation of that number
 */
public record Expected(List<Double> probabilities, double units, double deviation) {

    /** So many equally likely rates stand for the rates of like units. */
    private static final int RATES = 64;

    /** Copies the list. */
    public Expected {
        probabilities = List.copyOf(probabilities);
    }

    /**
     * A rule: so many events within so many days, wherever in the period these days begin.
     *
     * @param events how many events, at least one
     * @param windowDays within how many days
     * @param periodDays how many days were looked at; as many as the window if only the last window was
     */
    public record Rule(int events, int windowDays, int periodDays) {

        /** Refuses a rule that everybody meets or nobody can. */
        public Rule {
            if (events < 1 || windowDays < 1 || periodDays < windowDays) {
                throw new IllegalArgumentException(
                        events + " in " + windowDays + " days, looked for in " + periodDays + " days");
            }
        }
    }

    /**
     * What a rule is expected to bring up.
     *
     * @param expected how many events each unit is expected to have in the whole period, from its peers
     * @param dispersion the dispersion between like units, as {@link Peers#dispersion()}; zero for none
     */
    public static Expected of(Rule rule, List<Double> expected, double dispersion) {
        List<Double> rates = rates(dispersion);
        List<Double> probabilities =
                expected.stream().map(mean -> probability(rule, mean, rates)).toList();
        double units = 0;
        double variance = 0;
        for (double each : probabilities) {
            units += each;
            variance += each * (1 - each);
        }
        return new Expected(probabilities, units, Math.sqrt(variance));
    }

    /**
     * The probability that at least so many units meet the rule by chance: the exact sum over all combinations, one
     * unit after the other.
     */
    public double atLeast(int met) {
        if (met <= 0) {
            return 1;
        }
        double[] fewer = new double[met];
        fewer[0] = 1;
        double reached = 0;
        for (double each : probabilities) {
            reached += fewer[met - 1] * each;
            for (int k = met - 1; k > 0; k--) {
                fewer[k] = fewer[k] * (1 - each) + fewer[k - 1] * each;
            }
            fewer[0] *= 1 - each;
        }
        return Math.min(1, reached);
    }

    private static double probability(Rule rule, double expected, List<Double> rates) {
        double stretches = (double) rule.periodDays() / rule.windowDays();
        double sum = 0;
        for (double rate : rates) {
            double mean = expected * rate;
            sum += rule.events() == 1
                    ? -Math.expm1(-mean)
                    : Scan.atLeastOnce(rule.events(), mean / stretches, stretches);
        }
        return sum / rates.size();
    }

    /** The gamma law of rates with mean one, as the means of equally likely slices of it. */
    private static List<Double> rates(double dispersion) {
        if (dispersion <= 0) {
            return List.of(1.0);
        }
        double shape = 1 / dispersion;
        List<Double> rates = new ArrayList<>();
        double before = 0;
        for (int slice = 1; slice <= RATES; slice++) {
            double edge = slice == RATES ? 1 : Gamma.lower(shape + 1, Gamma.quantile((double) slice / RATES, shape));
            rates.add((edge - before) * RATES);
            before = edge;
        }
        return List.copyOf(rates);
    }
}
