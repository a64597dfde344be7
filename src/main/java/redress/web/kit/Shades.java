package redress.web.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * At most five classes of numbers, about equally many in each; equal numbers are never parted. Zero is a class of its
 * own where nothing is below it.
 */
final class Shades {

    private static final int MOST = 5;

    /**
     * One class.
     *
     * @param low the smallest number in it
     * @param high the largest
     * @param classes its class name: k0 for zero, k1 (light) to k5 (dark)
     */
    record Step(double low, double high, String classes) {

        /** The numbers that it holds. */
        String range(Numbers numbers) {
            return low == high ? numbers.measure(low) : numbers.measure(low) + " – " + numbers.measure(high);
        }
    }

    private final List<Step> steps = new ArrayList<>();

    Shades(List<Double> values) {
        List<Double> order = values.stream().map(value -> value + 0.0).sorted().toList();
        boolean zero = !order.isEmpty() && order.getFirst() == 0;
        if (zero) {
            steps.add(new Step(0, 0, "k0"));
        }
        List<double[]> cuts =
                cuts(order.stream().filter(value -> !zero || value > 0).toList(), zero ? MOST - 1 : MOST);
        for (int i = 0; i < cuts.size(); i++) {
            long tone = cuts.size() == 1 ? 3 : 1 + Math.round(i * (MOST - 1d) / (cuts.size() - 1));
            steps.add(new Step(cuts.get(i)[0], cuts.get(i)[1], "k" + tone));
        }
    }

    private static List<double[]> cuts(List<Double> order, int most) {
        List<double[]> cuts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= most && from < order.size(); i++) {
            int to = Math.max(from + 1, (int) Math.round(order.size() * i / (double) most));
            while (to < order.size() && order.get(to).equals(order.get(to - 1))) {
                to++;
            }
            cuts.add(new double[] {order.get(from), order.get(to - 1)});
            from = to;
        }
        return cuts;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The class name of a number. */
    String of(double value) {
        return steps.stream()
                .filter(step -> value <= step.high())
                .findFirst()
                .orElseGet(steps::getLast)
                .classes();
    }
}
