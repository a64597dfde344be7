package redress.planted;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The stations of a corpus: how many complaints each gets, which are outliers, where something changes. */
final class PlantedUnits {

    static final int MONTHS = 60;
    static final YearMonth FIRST = YearMonth.of(2021, 1);

    private static final int REGIONS = 4;
    private static final int DISTRICTS = 5;
    private static final double[] BASE = {0.05, 0.1, 0.15, 0.25, 0.35, 0.5};
    private static final double SPREAD_OF_EXPOSURE = 0.6;
    private static final int SHAPE = 12;
    private static final double OUTLIER = 2.5;
    private static final double SHARE_OF_OUTLIERS = 0.02;
    private static final double SHARE_OF_CHANGES = 0.03;

    private final List<Planted.Unit> units = new ArrayList<>();
    private final Map<Integer, Planted.Change> changes = new HashMap<>();
    private final Map<Integer, Planted.Phrase> phrases = new HashMap<>();
    private final double[] upTo;

    PlantedUnits(int stations, PlantedWords words, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int outliers = Math.max(1, (int) (SHARE_OF_OUTLIERS * stations));
        int changing = Math.max(1, (int) (SHARE_OF_CHANGES * stations));
        upTo = new double[stations];
        double sum = 0;
        for (int i = 0; i < stations; i++) {
            // Every kind of trouble has stations of its own, so that one finding does not explain another.
            Planted.Unit unit = unit(i, i < outliers, random);
            units.add(unit);
            if (i >= outliers && i < outliers + changing) {
                String category = PlantedCorpus.category(random.nextInt(PlantedCorpus.CATEGORIES));
                YearMonth from = FIRST.plusMonths(random.nextInt(MONTHS / 3, 2 * MONTHS / 3));
                changes.put(i, new Planted.Change(unit.key(), category, from));
            } else if (i >= outliers + changing && i < outliers + 2 * changing) {
                int rank = 2 * i + PlantedCorpus.PHRASES_FROM;
                phrases.put(i, new Planted.Phrase(unit.key(), words.word(rank) + " " + words.word(rank + 1)));
            }
            sum += unit.expected() * unit.factor();
            upTo[i] = sum;
        }
    }

    private static Planted.Unit unit(int number, boolean outlier, SplittableRandom random) {
        String key = "r%d/d%d/s%d".formatted(number % REGIONS, number / REGIONS % DISTRICTS, number);
        int stratum = random.nextInt(BASE.length);
        double exposure = Math.exp(SPREAD_OF_EXPOSURE * gaussian(random));
        double factor = outlier ? OUTLIER : gamma(random);
        return new Planted.Unit(key, stratum, exposure, exposure * BASE[stratum], factor, outlier);
    }

    /** Mean 1, for a whole shape: the sum of as many exponential waits. */
    private static double gamma(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < SHAPE; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum / SHAPE;
    }

    /** Box and Muller 1958. The generator's own method keeps nothing either, but is not the same in every release. */
    static double gaussian(RandomGenerator random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    List<Planted.Unit> units() {
        return units;
    }

    Map<Integer, Planted.Change> changes() {
        return changes;
    }

    Map<Integer, Planted.Phrase> phrases() {
        return phrases;
    }

    /** A station as often as complaints about it come. */
    int drawn(SplittableRandom random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
