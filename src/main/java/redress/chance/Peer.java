package redress.chance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of a group of units, persons or places that are compared with each other.
 *
 * @param name how the caller knows it
 * @param parts what it did in each stratum in which it was active
 */
public record Peer(String name, List<Part> parts) {

    /**
     * What happened in one stratum: a kind of unit, area or duty within which a like rate is to be expected.
     *
     * @param stratum the stratum
     * @param count how many events, or cases with the outcome
     * @param exposure what they are measured against: officers, patrols, months; for shares all cases
     */
    public record Part(String stratum, long count, double exposure) {

        /** Refuses counts that cannot be. */
        public Part {
            if (count < 0 || !(exposure >= 0) || Double.isInfinite(exposure) || (exposure == 0 && count > 0)) {
                throw new IllegalArgumentException("a count of " + count + " at an exposure of " + exposure);
            }
        }

        private Part and(Part other) {
            return new Part(stratum, count + other.count, exposure + other.exposure);
        }
    }

    /** Keeps the parts with any exposure, one for each stratum. */
    public Peer {
        Map<String, Part> merged = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.exposure() > 0) {
                merged.merge(part.stratum(), part, Part::and);
            }
        }
        parts = List.copyOf(merged.values());
    }

    /** A unit that is active in one stratum only. */
    public static Peer of(String name, String stratum, long count, double exposure) {
        return new Peer(name, List.of(new Part(stratum, count, exposure)));
    }

    /** What it did in strata in which the other was not active. */
    Peer without(Peer other) {
        return new Peer(
                name,
                parts.stream().filter(part -> !other.activeIn(part.stratum())).toList());
    }

    /** Whether it was active in a stratum. */
    public boolean activeIn(String stratum) {
        return parts.stream().anyMatch(part -> part.stratum().equals(stratum));
    }

    /** The count over all strata. */
    public long count() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /** The exposure over all strata. */
    public double exposure() {
        return parts.stream().mapToDouble(Part::exposure).sum();
    }
}
