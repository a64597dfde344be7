package redress.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
                apart(hits).stream().limit(MOST).map(WordCheck::expression).toList(),
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
    private static List<Unusual.Hit> apart(List<Unusual.Hit> hits) {
        return hits.stream()
                .filter(hit -> hits.stream().noneMatch(other -> tellsMore(other, hit)))
                .toList();
    }

    private static boolean tellsMore(Unusual.Hit other, Unusual.Hit hit) {
        if (contains(other, hit)) {
            return other.term().here() >= MOSTLY * hit.term().here();
        }
        return contains(hit, other) && hit.term().here() < MOSTLY * other.term().here();
    }

    private static boolean contains(Unusual.Hit whole, Unusual.Hit part) {
        String longer = whole.term().text();
        String shorter = part.term().text();
        return longer.length() > shorter.length() && (" " + longer + " ").contains(" " + shorter + " ");
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
