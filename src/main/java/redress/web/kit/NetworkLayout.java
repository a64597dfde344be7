package redress.web.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redress.web.kit.NetworkPlot.Tie;

/**
 * Rings around the one in the middle, by distance. On each ring people stand in an order that keeps crews together and
 * ties short: crews as blocks, blocks and people by the mean direction of those they are tied to, then swaps of
 * neighbours while they shorten the ties. Nothing is drawn by lot: the same network always gives the same picture.
 */
final class NetworkLayout {

    /** A place in the picture. */
    record Spot(double x, double y, double angle) {}

    private static final int ROUNDS = 12;
    private static final int OUTERMOST = 3;

    private final NetworkPlot plot;
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Map<String, Integer> order;
    private final double width;
    private final double height;

    NetworkLayout(NetworkPlot plot, Breadth breadth) {
        this.plot = plot;
        this.order = plot.order();
        this.width = breadth.width();
        Map<Integer, List<String>> rings = rings();
        int crowd = rings.values().stream().mapToInt(List::size).max().orElse(1);
        int base = rings.size() > 2 ? 380 : 300;
        this.height = base + Math.max(0, crowd - 14) * breadth.of(3, 8);
        rings.forEach((ring, ids) -> stand(ids, ring, rings.size() - 1));
    }

    double height() {
        return height;
    }

    /** Where each person that is drawn stands. */
    Map<String, Spot> spots() {
        return spots;
    }

    private Map<Integer, List<String>> rings() {
        Map<String, Integer> distances = plot.distances();
        return order.keySet().stream()
                .limit(NetworkPlot.DRAWN)
                .collect(Collectors.groupingBy(
                        id -> Math.min(OUTERMOST, Objects.requireNonNull(distances.get(id))),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private void stand(List<String> ids, int ring, int rings) {
        if (ring == 0) {
            spots.put(ids.getFirst(), new Spot(width / 2, height / 2, 0));
            return;
        }
        List<String> round = ring == 1 ? blocks(ids) : byDirection(ids);
        shorten(round);
        double share = share(ring, rings);
        double across = share * (width / 2 - side());
        double down = share * (height / 2 - 34);
        double begin = -Math.PI / 2;
        double[] angles = even(across, down, round.size(), begin);
        if (ring > 1) {
            begin += turned(round, angles);
            angles = even(across, down, round.size(), begin);
        }
        for (int i = 0; i < round.size(); i++) {
            double angle = begin + angles[i];
            double x = width / 2 + across * Math.cos(angle);
            double y = height / 2 + down * Math.sin(angle);
            spots.put(round.get(i), new Spot(x, y, angle));
        }
    }

    /** How far out a ring lies, as a share of the outermost. */
    private static double share(int ring, int rings) {
        if (rings < 2) {
            return 0.8;
        }
        return ring == 1 && rings == 2 ? 0.52 : ring / (double) rings;
    }

    private void shorten(List<String> round) {
        int left = ROUNDS;
        while (left > 0 && swap(round)) {
            left--;
        }
    }

    /** Angles, from where one begins, that part an ellipse into pieces of equal length. */
    private static double[] even(double across, double down, int pieces, double begin) {
        int steps = 720;
        double[] length = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            double angle = begin + 2 * Math.PI * i / steps;
            length[i] = length[i - 1] + Math.hypot(across * Math.sin(angle), down * Math.cos(angle));
        }
        double[] angles = new double[pieces];
        int step = 0;
        for (int i = 0; i < pieces; i++) {
            while (length[step] < length[steps] * i / pieces) {
                step++;
            }
            angles[i] = 2 * Math.PI * step / steps;
        }
        return angles;
    }

    /** How far an outer ring is turned so that people stand near those they are tied to. */
    private double turned(List<String> round, double[] angles) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < round.size(); i++) {
            double off = turn(direction(round.get(i))) - angles[i];
            x += Math.cos(off);
            y += Math.sin(off);
        }
        return Math.atan2(y, x);
    }

    /** Room for names at the sides. */
    private double side() {
        return width > 400 ? 120 : 44;
    }

    /** The first ring: crews together, the largest first, those without one by their number. */
    private List<String> blocks(List<String> ids) {
        Map<String, Long> sizes = ids.stream().collect(Collectors.groupingBy(this::crew, Collectors.counting()));
        List<String> round = new ArrayList<>(ids);
        round.sort(Comparator.comparing((String id) -> crew(id).isEmpty())
                .thenComparing(Comparator.comparingLong((String id) -> sizes.getOrDefault(crew(id), 0L))
                        .reversed())
                .thenComparing(this::crew));
        return round;
    }

    /** Outer rings: by the direction of those of the rings inside whom they are tied to, crews together. */
    private List<String> byDirection(List<String> ids) {
        Map<String, Double> directions = new HashMap<>();
        ids.forEach(id -> directions.put(id, turn(direction(id))));
        Map<String, Double> crews = ids.stream()
                .collect(Collectors.groupingBy(
                        this::block, Collectors.averagingDouble(id -> directions.getOrDefault(id, 0d))));
        List<String> round = new ArrayList<>(ids);
        round.sort(Comparator.comparingDouble((String id) -> crews.getOrDefault(block(id), 0d))
                .thenComparing(this::block)
                .thenComparingDouble(id -> directions.getOrDefault(id, 0d)));
        return round;
    }

    private static double turn(double angle) {
        double full = 2 * Math.PI;
        return ((angle + Math.PI / 2) % full + full) % full;
    }

    /** The mean direction of those already placed whom somebody is tied to. */
    private double direction(String id) {
        double x = 0;
        double y = 0;
        for (Tie tie : plot.ties()) {
            Spot other =
                    spots.get(tie.one().equals(id) ? tie.other() : tie.other().equals(id) ? tie.one() : "");
            if (other != null) {
                x += Math.cos(other.angle());
                y += Math.sin(other.angle());
            }
        }
        return Math.atan2(y, x);
    }

    /** Swaps neighbours of one block where that shortens the ties on the ring; tells whether it helped. */
    private boolean swap(List<String> round) {
        boolean helped = false;
        for (int i = 0; i + 1 < round.size(); i++) {
            if (block(round.get(i)).equals(block(round.get(i + 1)))
                    || (crew(round.get(i)).isEmpty() && crew(round.get(i + 1)).isEmpty())) {
                double before = length(round);
                Collections.swap(round, i, i + 1);
                if (length(round) < before - 1e-9) {
                    helped = true;
                } else {
                    Collections.swap(round, i, i + 1);
                }
            }
        }
        return helped;
    }

    /** The length of all ties within the ring, in steps around it. */
    private double length(List<String> round) {
        Map<String, Integer> at = new HashMap<>();
        round.forEach(id -> at.put(id, at.size()));
        double sum = 0;
        for (Tie tie : plot.ties()) {
            Integer one = at.get(tie.one());
            Integer other = at.get(tie.other());
            if (one != null && other != null) {
                int apart = Math.abs(one - other);
                sum += Math.min(apart, round.size() - apart) * (double) tie.shared();
            }
        }
        return sum;
    }

    /** People of one crew form a block; everybody else is one alone. */
    private String block(String id) {
        String crew = crew(id);
        return crew.isEmpty() ? "\0" + id : crew;
    }

    private String crew(String id) {
        return Objects.requireNonNullElse(plot.person(id).crew(), "");
    }
}
