package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redress.web.kit.NetworkPlot.Person;
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
        this.height = breadth.of(base + (crowd > 16 ? 80 : 0), base - 20 + (crowd > 16 ? 40 : 0));
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
        for (int i = 0; i < ROUNDS; i++) {
            if (!swap(round)) {
                break;
            }
        }
        double share = ring / (double) Math.max(1, rings);
        double turn = ring % 2 == 0 ? 0.5 : 0;
        double start = ring == 1 ? -Math.PI / 2 : first(round);
        for (int i = 0; i < round.size(); i++) {
            double angle = start + 2 * Math.PI * (i + (ring == 1 ? 0 : turn * 0)) / round.size();
            spots.put(
                    round.get(i),
                    new Spot(
                            width / 2 + share * (width / 2 - side()) * Math.cos(angle),
                            height / 2 + share * (height / 2 - 34) * Math.sin(angle),
                            angle));
        }
    }

    /** Room for names at the sides. */
    private double side() {
        return width > 400 ? 120 : 44;
    }

    /** The first of an outer ring stands in the direction of those it is tied to. */
    private double first(List<String> round) {
        return direction(round.getFirst());
    }

    /** The first ring: crews together, the largest first, those without one by their number. */
    private List<String> blocks(List<String> ids) {
        Map<String, Long> sizes = ids.stream().collect(Collectors.groupingBy(this::crew, Collectors.counting()));
        List<String> round = new ArrayList<>(ids);
        round.sort(Comparator.comparing((String id) -> crew(id).isEmpty())
                .thenComparing(Comparator.comparing((String id) -> sizes.get(crew(id)))
                        .reversed())
                .thenComparing(this::crew));
        return round;
    }

    /** Outer rings: by the direction of those of the rings inside whom they are tied to, crews together. */
    private List<String> byDirection(List<String> ids) {
        Map<String, Double> directions = new HashMap<>();
        ids.forEach(id -> directions.put(id, turn(direction(id))));
        Map<String, Double> crews = ids.stream()
                .collect(Collectors.groupingBy(this::block, Collectors.averagingDouble(directions::get)));
        List<String> round = new ArrayList<>(ids);
        round.sort(Comparator.comparing((String id) -> crews.get(block(id)))
                .thenComparing(this::block)
                .thenComparing(directions::get));
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
            Spot other = spots.get(tie.one().equals(id) ? tie.other() : tie.other().equals(id) ? tie.one() : "");
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
                java.util.Collections.swap(round, i, i + 1);
                if (length(round) < before - 1e-9) {
                    helped = true;
                } else {
                    java.util.Collections.swap(round, i, i + 1);
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
        Person person = plot.person(id);
        return person.crew() == null ? "" : person.crew();
    }
}
