package redress.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What people could read of a badge or plate number, compared with whole numbers and with what others could read. Case,
 * script, spaces and dashes do not matter. {@code ?} and {@code _} stand for one sign that could not be read,
 * {@code …}, {@code ...} and {@code *} for any number of them. Numbers are cut after 24 signs.
 */
public final class Fragments {

    private static final int PAIR = 2;
    private static final int SHORTEST_FOR_A_SLIP = 4;
    private static final double MISREAD = 0.85;

    private record Fit(double score, Reason.Kind kind) {}

    /** A number or a part of one that has been read, to be compared with many others. */
    public static final class Read {

        private final String written;
        private final Signs signs;
        private final Signs blurred;
        private final long held;

        private Read(String written) {
            this.written = written.strip();
            this.signs = Signs.read(written);
            this.blurred = signs.blurred();
            this.held = blurred.held();
        }

        /** Whether some signs of it could be read and others could not. */
        public boolean gaps() {
            return !signs.whole() && signs.known() > 0;
        }

        /**
         * Whether this has gaps and a sign that a whole number has nowhere: it cannot fit that, which shows sooner so
         * than by comparing. A number that is shorter may be a part of this.
         */
        private boolean strangeTo(Read number) {
            boolean longer =
                    signs.open() || number.signs.text().length() >= signs.text().length();
            return longer && gaps() && number.signs.whole() && (held & ~number.held) != 0;
        }
    }

    private Fragments() {}

    /** Reads a number, or a part of one, that will be compared with many. */
    public static Read read(String fragment) {
        return new Read(fragment);
    }

    /**
     * Whether a fragment fits a number, or two fragments one another. The score grows with the share of the longer one
     * that both read alike; how well the place of the fragment is known counts as well.
     *
     * @return empty if something that both could read differs (but for one sign of a whole number) or nothing was read
     *     by both
     */
    public static Optional<Match> compare(String fragment, String number) {
        return compare(read(fragment), read(number));
    }

    /** The same of what has been read. */
    public static Optional<Match> compare(Read fragment, Read number) {
        Signs one = fragment.signs;
        Signs other = number.signs;
        if (one.known() == 0 || other.known() == 0 || fragment.strangeTo(number)) {
            return Optional.empty();
        }
        return Stream.of(
                        asWritten(one, other),
                        asPart(one, other),
                        asPart(other, one),
                        inOtherOrder(one, other),
                        withOneSlip(one, other),
                        misread(fragment.blurred, number.blurred))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Fit::score))
                .map(fit -> new Match(fit.score(), List.of(new Reason(fit.kind(), fragment.written, number.written))));
    }

    /**
     * What to index for a number and what to ask for with a fragment: the pairs of neighbouring signs that could be
     * read. A fragment without such a pair has none: whoever looks for it compares it with all numbers if it has gaps;
     * a single sign without a gap fits only numbers that have no pair either.
     */
    public static Set<String> keys(String fragment) {
        return keys(read(fragment));
    }

    /** The same of what has been read. */
    public static Set<String> keys(Read fragment) {
        String signs = fragment.blurred.text();
        Set<String> keys = new TreeSet<>();
        for (int i = PAIR; i <= signs.length(); i++) {
            String pair = signs.substring(i - PAIR, i);
            if (new Signs(pair).whole()) {
                keys.add(pair);
            }
        }
        return keys;
    }

    private static Optional<Fit> asWritten(Signs one, Signs other) {
        int agreeing = one.agreeing(other);
        if (agreeing <= 0) {
            return Optional.empty();
        }
        if (one.whole() && other.whole()) {
            return Optional.of(new Fit(1, Reason.Kind.SAME_NUMBER));
        }
        Reason.Kind kind = one.open() ? place(one.text()) : other.open() ? place(other.text()) : null;
        return kind == null
                ? fit(0.2, 0.78 * share(agreeing, one, other), Reason.Kind.UNKNOWN_SIGNS)
                : fit(0.1, 0.8 * share(agreeing, one, other), kind);
    }

    private static Reason.Kind place(String open) {
        boolean before = open.charAt(0) == Signs.MANY;
        boolean after = open.charAt(open.length() - 1) == Signs.MANY;
        if (before) {
            return after ? Reason.Kind.INSIDE : Reason.Kind.ENDS;
        }
        return after ? Reason.Kind.BEGINS : Reason.Kind.UNKNOWN_SIGNS;
    }

    /** People say two digits that they remember and not that there were others. */
    private static Optional<Fit> asPart(Signs part, Signs whole) {
        if (part.open()
                || whole.open()
                || part.known() < PAIR
                || part.text().length() >= whole.text().length()) {
            return Optional.empty();
        }
        String many = String.valueOf(Signs.MANY);
        int ends = part.between(many, "").agreeing(whole);
        int begins = part.between("", many).agreeing(whole);
        int inside = part.between(many, many).agreeing(whole);
        if (Math.max(ends, begins) > 0) {
            Reason.Kind kind = ends >= begins ? Reason.Kind.ENDS : Reason.Kind.BEGINS;
            return fit(0.05, 0.8 * share(Math.max(ends, begins), part, whole), kind);
        }
        return inside > 0 ? fit(0, 0.8 * share(inside, part, whole), Reason.Kind.INSIDE) : Optional.empty();
    }

    private static Optional<Fit> inOtherOrder(Signs one, Signs other) {
        List<String> groups = one.groups();
        List<String> left = new ArrayList<>(other.groups());
        if (groups.size() < 2 || !one.whole()) {
            return Optional.empty();
        }
        int agreeing = 0;
        for (String group : groups) {
            Optional<String> holder =
                    left.stream().filter(known -> known.contains(group)).findFirst();
            if (holder.isEmpty()) {
                return Optional.empty();
            }
            left.remove(holder.get());
            agreeing += group.length();
        }
        return fit(0, 0.7 * share(agreeing, one, other), Reason.Kind.OTHER_GROUPS);
    }

    private static Optional<Fit> withOneSlip(Signs one, Signs other) {
        int length = one.text().length();
        return one.whole()
                        && other.whole()
                        && length >= SHORTEST_FOR_A_SLIP
                        && Slips.between(one.text(), other.text()) == 1
                ? fit(0, 0.6 * (length - 1) / length, Reason.Kind.ONE_SIGN)
                : Optional.empty();
    }

    private static Optional<Fit> misread(Signs blurred, Signs other) {
        return Stream.of(asWritten(blurred, other), asPart(blurred, other), asPart(other, blurred))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Fit::score))
                .map(fit -> new Fit(MISREAD * fit.score(), Reason.Kind.LOOKS_ALIKE));
    }

    private static double share(int agreeing, Signs one, Signs other) {
        return (double) agreeing / Math.max(one.known(), other.known());
    }

    private static Optional<Fit> fit(double least, double more, Reason.Kind kind) {
        return Optional.of(new Fit(least + more, kind));
    }
}
