package redress.launch.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Chance with a seed: the same seed and stream give the same country, byte for byte. */
final class Dice {

    private final Random random;

    /** A stream of its own for each part, so that a change in one does not shuffle the others. */
    Dice(long seed, String stream) {
        this.random = new Random(seed * 1_000_003 + stream.hashCode());
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** From 0, included, to 1. */
    double share() {
        return random.nextDouble();
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    <T> T weighted(List<T> items, ToDoubleFunction<T> weight) {
        double sum = 0;
        List<Double> upTo = new ArrayList<>(items.size());
        for (T item : items) {
            sum += weight.applyAsDouble(item);
            upTo.add(sum);
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < items.size(); i++) {
            if (at < upTo.get(i)) {
                return items.get(i);
            }
        }
        return items.getLast();
    }

    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to) + 1));
    }

    /** Days of waiting: mostly few, now and then many; the mean is given. */
    int waiting(double mean) {
        return (int) (-mean * StrictMath.log(1 - random.nextDouble()));
    }
}
