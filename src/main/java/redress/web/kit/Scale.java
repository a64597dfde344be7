package redress.web.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to places.
 *
 * @param low the smallest value
 * @param high the largest value
 * @param from the place of the smallest
 * @param to the place of the largest
 * @param root whether places follow the square root of the value, which gives small values more room
 */
record Scale(double low, double high, double from, double to, boolean root) {

    private static final double[] NICE = {1, 2, 5};

    /** Even steps. A scale without any extent gets one, so that nothing is divided by zero. */
    static Scale even(double low, double high, double from, double to) {
        return new Scale(low, high > low ? high : low + 1, from, to, false);
    }

    /** Even steps of whole numbers from zero, or from below it, up to a round number. */
    static Scale counts(double low, double high, double from, double to) {
        double step = Drawing.step(Math.max(1, high - Math.min(0, low)));
        double bottom = low < 0 ? Math.floor(low / step + 1e-9) * step : 0;
        double top = Math.max(step, Math.ceil(high / step - 1e-9) * step);
        return new Scale(bottom, top, from, to, false);
    }

    /** Steps by the square root; no value is below zero. */
    static Scale root(double low, double high, double from, double to) {
        return new Scale(low, high > low ? high : low + 1, from, to, true);
    }

    /** The place of a value; what lies outside is put at the end. */
    double at(double value) {
        double share = (bent(value) - bent(low)) / (bent(high) - bent(low));
        return from + Math.min(1, Math.max(0, share)) * (to - from);
    }

    private double bent(double value) {
        return root ? Math.sqrt(Math.max(0, value)) : value;
    }

    /** The round values of a scale of counts. */
    List<Double> steps() {
        double step = Drawing.step(Math.max(1, high - low));
        List<Double> steps = new ArrayList<>();
        for (double value = low; value <= high + step / 2; value += step) {
            steps.add(value);
        }
        return steps;
    }

    /** Round values (1, 2, 5, 10, ...) inside the scale, no two closer than the given room. */
    List<Double> rounds(double room) {
        List<Double> kept = new ArrayList<>();
        List<Double> all = root ? roots() : even(room);
        for (double value : all.reversed()) {
            boolean far = kept.isEmpty() || apart(value, kept.getLast()) >= room;
            if (holds(value) && far && clear(value, room)) {
                kept.add(value);
            }
        }
        return kept.reversed();
    }

    private boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** Zero, where it is on the scale, is always told: others keep off it. */
    private boolean clear(double value, double room) {
        return value == 0 || low > 0 || apart(value, 0) >= room;
    }

    private double apart(double one, double other) {
        return Math.abs(at(one) - at(other));
    }

    /** Zero, and 1, 2 and 5 of the powers of ten that matter here. */
    private List<Double> roots() {
        List<Double> all = new ArrayList<>(List.of(0d));
        for (int power = (int) Math.floor(Math.log10(high)) - 2; Math.pow(10, power) <= high; power++) {
            for (double factor : NICE) {
                all.add(factor * Math.pow(10, power));
            }
        }
        return all;
    }

    /** Multiples of the smallest round step that leaves the room. */
    private List<Double> even(double room) {
        double unit = Math.abs(to - from) / (high - low);
        double step = Math.pow(10, Math.floor(Math.log10(room / unit)));
        for (int i = 0; step * unit < room; i++) {
            step *= i % 3 == 1 ? 2.5 : 2;
        }
        List<Double> all = new ArrayList<>();
        for (double n = Math.ceil(low / step); n * step <= high; n++) {
            all.add(n * step);
        }
        return all;
    }
}
