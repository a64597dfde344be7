package redress.chance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Units with planted outliers: six peer strata with base rates from 0.05 to 0.5, log-normal exposure (sigma 0.8), gamma
 * differences between like units of shape 12, and some units at a multiple of their rate.
 */
record PlantedUnits(List<Peer> peers, Set<String> outliers) {

    private static final double[] BASE = {0.05, 0.0792, 0.1256, 0.1991, 0.3155, 0.5};
    private static final int SHAPE = 12;

    static PlantedUnits of(int units, int outliers, double multiple, long seed) {
        return of(new World(units, 40), outliers, multiple, seed);
    }

    /** How many units there are, and the median of their exposure. */
    record World(int units, double exposure) {}

    static PlantedUnits of(World world, int outliers, double multiple, long seed) {
        Random random = new Random(seed);
        List<Peer> peers = new ArrayList<>();
        Set<String> planted = new HashSet<>();
        for (int i = 0; i < world.units(); i++) {
            int stratum = random.nextInt(BASE.length);
            double exposure = world.exposure() * Math.exp(0.8 * random.nextGaussian());
            double mean = BASE[stratum] * exposure * gamma(random) * (i < outliers ? multiple : 1);
            String name = "unit " + i;
            if (i < outliers) {
                planted.add(name);
            }
            peers.add(Peer.of(name, "stratum " + stratum, poisson(random, mean), exposure));
        }
        return new PlantedUnits(peers, planted);
    }

    /** Of mean one. */
    static double gamma(Random random) {
        double sum = 0;
        for (int i = 0; i < SHAPE; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum / SHAPE;
    }

    static int poisson(Random random, double mean) {
        int count = 0;
        double left = mean;
        while (true) {
            left += Math.log(1 - random.nextDouble());
            if (left < 0) {
                return count;
            }
            count++;
        }
    }
}
