package redress.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A group of units that are compared with each other, and what is expected of each from what the <em>others</em> did in
 * the strata in which it was active: indirect standardisation (Breslow and Day, "Statistical Methods in Cancer
 * Research" II, 1987, ch. 2). Its own counts are left out of its own expectation, and outliers among the others are cut
 * off.
 */
public final class Peers {

    /** A verdict is on the greater part of what somebody did, or there is none. */
    private static final double LEAST_COMPARED = 0.5;

    private final Measure measure;
    private final List<Peer> peers;
    private final Set<String> aside;
    private final Map<String, Integer> places;
    private final List<Fit.Stratum> strata;
    private final Fit fit;
    private final List<Fit.Score> totals;
    private final double dispersion;

    private Peers(Measure measure, List<Peer> peers, Set<String> aside) {
        this.measure = measure;
        this.peers = List.copyOf(peers);
        this.aside = Set.copyOf(aside);
        this.places = new LinkedHashMap<>();
        List<List<Peer.Part>> parts = new ArrayList<>();
        for (Peer peer : peers) {
            for (Peer.Part part : peer.parts()) {
                int place = places.computeIfAbsent(part.stratum(), stratum -> places.size());
                if (place == parts.size()) {
                    parts.add(new ArrayList<>());
                }
                if (!aside.contains(peer.name())) {
                    parts.get(place).add(part);
                }
            }
        }
        this.strata = parts.stream().map(Fit.Stratum::new).toList();
        List<Fit.Member> members = peers.stream()
                .filter(peer -> peer.exposure() > 0 && !aside.contains(peer.name()))
                .map(this::member)
                .toList();
        this.fit = new Fit(measure, strata, members).run();
        this.dispersion = fit.predictive();
        List<Fit.Score> scores = new ArrayList<>();
        for (int s = 0; s < strata.size(); s++) {
            scores.add(fit.total(s));
        }
        this.totals = List.copyOf(scores);
    }

    /**
     * Fits the group.
     *
     * @param measure what the counts are
     * @param peers all units, the one of interest among them, each once
     */
    public static Peers of(Measure measure, List<Peer> peers) {
        Set<String> names = new HashSet<>();
        for (Peer peer : peers) {
            if (!names.add(peer.name())) {
                throw new IllegalArgumentException("a unit stands twice in its peer group");
            }
            if (measure == Measure.SHARES && peer.parts().stream().anyMatch(part -> part.count() > part.exposure())) {
                throw new IllegalArgumentException("more cases with the outcome than cases");
            }
        }
        return new Peers(measure, peers, Set.of());
    }

    /**
     * The same group fitted without these, as they are hardly like the others; what is expected of them can be asked.
     */
    Peers without(Set<String> unlike) {
        return new Peers(measure, peers, unlike);
    }

    /**
     * What is expected of a unit.
     *
     * @param count the expected count
     * @param uncertainty the squared relative error of that expectation, as the peers are only so many
     * @param dispersion the squared coefficient of variation between like units (for shares: the correlation of two
     *     cases of one unit)
     */
    public record Expectation(double count, double uncertainty, double dispersion) {

        /** How the count of such a unit comes about by chance, the uncertainty of what is expected included. */
        Law law(Measure measure, double exposure) {
            return measure.law(count, exposure, dispersion + measure.widening(this, exposure));
        }
    }

    /** The same group fitted without one more. */
    Peers alsoWithout(String name) {
        Set<String> all = new HashSet<>(aside);
        all.add(name);
        return without(all);
    }

    private Fit.Member member(Peer peer) {
        List<Fit.Share> shares = peer.parts().stream()
                .map(part -> new Fit.Share(place(part.stratum()), part.count(), part.exposure()))
                .toList();
        return new Fit.Member(peer.count(), peer.exposure(), shares);
    }

    private int place(String stratum) {
        Integer place = places.get(stratum);
        if (place == null) {
            throw new IllegalArgumentException("a stratum that nobody was active in");
        }
        return place;
    }

    /** The units of the group, in the order in which they came. */
    public List<Peer> all() {
        return peers;
    }

    /** What the counts are. */
    public Measure measure() {
        return measure;
    }

    /** The dispersion between like units, at least that of units that differ by five per cent. */
    public double dispersion() {
        return dispersion;
    }

    /**
     * What of a unit can be compared: it without the strata in which the others are too few, so that a single day of
     * duty of a rare kind does not take the verdict on all the rest. Where less than half of the exposure would be left
     * it is the whole unit, and there is no verdict. A share is always of all cases.
     */
    public Peer comparable(Peer peer, Demands demands) {
        if (measure == Measure.SHARES) {
            return peer;
        }
        Peer kept = new Peer(
                peer.name(),
                peer.parts().stream()
                        .filter(part -> lack(peer, part, demands).isEmpty())
                        .toList());
        return kept.exposure() >= LEAST_COMPARED * peer.exposure() ? kept : peer;
    }

    /**
     * What is expected of one of the units of this group from the others, or what they are too few of in one of its
     * strata, that with most exposure.
     */
    public Verdict<Expectation> expected(Peer peer, Demands demands) {
        double least = measure == Measure.SHARES ? demands.cases() : Double.MIN_VALUE;
        if (peer.exposure() < least) {
            return new Verdict.None<>(Verdict.Lack.EXPOSURE, peer.exposure(), least);
        }
        Optional<Verdict.None<Expectation>> lack = peer.parts().stream()
                .sorted(Comparator.comparingDouble(Peer.Part::exposure).reversed())
                .flatMap(part -> lack(peer, part, demands).stream())
                .findFirst();
        return lack.isPresent() ? lack.get() : new Verdict.Given<>(expectation(peer));
    }

    private Expectation expectation(Peer peer) {
        double count = 0;
        double variance = 0;
        boolean fitted = !aside.contains(peer.name());
        for (Peer.Part own : peer.parts()) {
            int s = place(own.stratum());
            Fit.Score self = fitted ? fit.score(s, own.count(), own.exposure()) : Fit.Score.NONE;
            Fit.Score others = totals.get(s).minus(self);
            double rate = measure.rate(fit.link(s) + Math.clamp(others.pull() / others.information(), -1, 1));
            double slope = measure.slope(rate, own.exposure());
            count += rate * own.exposure();
            variance += slope * slope * others.variance();
        }
        return new Expectation(count, variance / (count * count), dispersion);
    }

    /** What the others are too few of in the stratum of this part, if they are. */
    private Optional<Verdict.None<Expectation>> lack(Peer peer, Peer.Part part, Demands demands) {
        int s = place(part.stratum());
        double own = aside.contains(peer.name()) ? 0 : part.exposure();
        Fit.Stratum stratum = strata.get(s);
        int others = stratum.parts().size() - (own > 0 ? 1 : 0);
        double rare = measure.rare(fit.rate(s)) * (stratum.exposure() - own);
        if (others < demands.peers()) {
            return Optional.of(new Verdict.None<>(Verdict.Lack.PEERS, others, demands.peers()));
        }
        return rare < demands.events()
                ? Optional.of(new Verdict.None<>(Verdict.Lack.PEER_EVENTS, rare, demands.events()))
                : Optional.empty();
    }
}
