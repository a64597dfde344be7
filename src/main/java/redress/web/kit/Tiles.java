package redress.web.kit;

import java.util.Arrays;
import java.util.List;
import redress.web.kit.AreaMap.Place;

/**
 * One tile for each place, near where it lies: everybody takes the nearest free tile, then two change places, or one
 * moves to a free tile, as long as that brings them nearer. The same places always give the same tiles.
 */
final class Tiles {

    private static final double SPARE = 1.35;
    private static final int ROUNDS = 50;

    private final int columns;
    private final int rows;
    private final double[][] places;
    private final int[] tile;
    private final int[] holder;

    /** Finds the tiles of these places; at least one. */
    Tiles(List<Place> where) {
        double west = where.stream().mapToDouble(Place::longitude).min().orElse(0);
        double east = where.stream().mapToDouble(Place::longitude).max().orElse(0);
        double south = where.stream().mapToDouble(Place::latitude).min().orElse(0);
        double north = where.stream().mapToDouble(Place::latitude).max().orElse(0);
        double across = (east - west) * Math.cos(Math.toRadians((north + south) / 2));
        double shape = Math.min(1.8, Math.max(0.6, across / Math.max(1e-9, north - south)));
        double cells = Math.max(1, where.size() * (where.size() < 4 ? 1 : SPARE));
        this.columns = (int) Math.max(1, Math.min(Math.max(1, where.size()), Math.round(Math.sqrt(cells * shape))));
        this.rows = (int) Math.ceil(cells / columns);
        this.places = where.stream()
                .map(place -> new double[] {
                    share(place.longitude() - west, east - west) * (columns - 1),
                    share(north - place.latitude(), north - south) * (rows - 1)
                })
                .toArray(double[][]::new);
        this.tile = new int[places.length];
        this.holder = new int[columns * rows];
        Arrays.fill(holder, -1);
        take();
        int left = ROUNDS;
        while (left > 0 && better()) {
            left--;
        }
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0.5 : part / whole;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The column of a place's tile. */
    int column(int place) {
        return tile[place] % columns;
    }

    /** The row of a place's tile. */
    int row(int place) {
        return tile[place] / columns;
    }

    private void take() {
        for (int place = 0; place < places.length; place++) {
            int best = -1;
            for (int cell = 0; cell < holder.length; cell++) {
                if (holder[cell] < 0 && (best < 0 || off(place, cell) < off(place, best))) {
                    best = cell;
                }
            }
            tile[place] = best;
            holder[best] = place;
        }
    }

    /** One round of changes; whether any was made. */
    private boolean better() {
        boolean changed = false;
        for (int place = 0; place < places.length; place++) {
            for (int cell = 0; cell < holder.length; cell++) {
                int from = tile[place];
                int other = holder[cell];
                double now = off(place, from) + (other < 0 ? 0 : off(other, cell));
                double then = off(place, cell) + (other < 0 ? 0 : off(other, from));
                if (then < now - 1e-9) {
                    tile[place] = cell;
                    holder[cell] = place;
                    holder[from] = other;
                    if (other >= 0) {
                        tile[other] = from;
                    }
                    changed = true;
                }
            }
        }
        return changed;
    }

    private double off(int place, int cell) {
        double dx = places[place][0] - cell % columns;
        double dy = places[place][1] - (double) (cell / columns);
        return dx * dx + dy * dy;
    }
}
