package redress.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import redress.chance.Unusual;
import redress.search.Wording;

/**
 * Which words and phrases are unusual in a scope beside its peers. Words and phrases are judged apart, because there
 * are so many more phrases. Who complained is sealed, so that a complaint stands for a complainant; copies of one text
 * were taken as one before.
 */
final class WordCheck {

    /** At most this share of what is found is expected to be chance. */
    static final double RATE = 0.1;

    static final int LEAST_OUTSIDE = 20;

    private static final int MOST = 100;

    /** A part of a phrase is left out if so large a share of its complaints say the whole phrase. */
    private static final double MOSTLY = 0.6;

    private final Wording wording;

    WordCheck(Wording wording) {
        this.wording = wording;
    }

    /** The unusual ones, or why nothing can be said. */
    UnusualWords look() {
        if (wording.inScope() < Unusual.LEAST) {
            return lacking(new Lack("TEXTS", wording.inScope(), Unusual.LEAST));
        }
        if (wording.outside() < LEAST_OUTSIDE) {
            return lacking(new Lack("PEER_TEXTS", wording.outside(), LEAST_OUTSIDE));
        }
        List<Unusual.Hit> hits = new ArrayList<>(judged(wording.words()));
        hits.addAll(judged(wording.phrases()));
        hits.sort(
                Comparator.comparingDouble((Unusual.Hit hit) -> -hit.strength().statistic())
                        .thenComparing(hit -> hit.term().text()));
        return new UnusualWords(
                wording.inScope(),
                wording.outside(),
                apart(hits).limit(MOST).map(WordCheck::expression).toList(),
                !wording.phrases().counts().isEmpty() || wording.phrases().others() > 0,
                null);
    }

    private UnusualWords lacking(Lack lack) {
        return new UnusualWords(wording.inScope(), wording.outside(), List.of(), false, lack);
    }

    private List<Unusual.Hit> judged(Wording.Family family) {
        List<Unusual.Term> terms = family.counts().stream()
                .map(count -> new Unusual.Term(count.text(), count.here(), count.here(), count.elsewhere()))
                .toList();
        return Unusual.in(terms, family.others(), wording.inScope(), wording.outside(), RATE);
    }

    /**
     * Of a phrase and a part of it only one: the whole where most who say the part say the whole, else the part. So the
     * list is not filled with pieces of one sentence.
     */
    private static Stream<Unusual.Hit> apart(List<Unusual.Hit> hits) {
        List<Spaced> all = hits.stream().map(Spaced::of).toList();
        return all.stream()
                .filter(hit -> all.stream().noneMatch(other -> other.tellsMore(hit)))
                .map(Spaced::hit);
    }

    /** A word or phrase with a space on either side, so that whole words are looked for in it. */
    private record Spaced(Unusual.Hit hit, String text) {

        static Spaced of(Unusual.Hit hit) {
            return new Spaced(hit, " " + hit.term().text() + " ");
        }

        boolean tellsMore(Spaced other) {
            if (contains(other)) {
                return here() >= MOSTLY * other.here();
            }
            return other.contains(this) && other.here() < MOSTLY * here();
        }

        private long here() {
            return hit.term().here();
        }

        private boolean contains(Spaced part) {
            return text.length() > part.text.length() && text.contains(part.text);
        }
    }

    private static UnusualWords.Expression expression(Unusual.Hit hit) {
        return new UnusualWords.Expression(
                hit.term().text(),
                hit.term().here(),
                hit.term().elsewhere(),
                hit.strength().statistic(),
                hit.q());
    }
}
