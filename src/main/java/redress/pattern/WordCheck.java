package redress.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<Unusual.Hit> apart = apart(hits);
        List<UnusualWords.Expression> found =
                apart.stream().limit(MOST).map(WordCheck::expression).toList();
        return new UnusualWords(
                wording.inScope(),
                wording.outside(),
                found,
                apart.size() - found.size(),
                !wording.phrases().counts().isEmpty() || wording.phrases().others() > 0,
                null);
    }

    private UnusualWords lacking(Lack lack) {
        return new UnusualWords(wording.inScope(), wording.outside(), List.of(), 0, false, lack);
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
        Map<String, Unusual.Hit> byText = new HashMap<>();
        hits.forEach(hit -> byText.put(hit.term().text(), hit));
        Set<Unusual.Hit> less = new HashSet<>();
        for (Unusual.Hit whole : hits) {
            for (String text : parts(whole.term().text())) {
                Unusual.Hit part = byText.get(text);
                if (part != null) {
                    less.add(whole.term().here() >= MOSTLY * part.term().here() ? part : whole);
                }
            }
        }
        return hits.stream().filter(hit -> !less.contains(hit)).toList();
    }

    /** The words of a phrase, and the shorter runs of them. */
    private static Set<String> parts(String phrase) {
        List<String> words = List.of(phrase.split(" "));
        Set<String> parts = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                parts.add(String.join(" ", words.subList(from, to)));
            }
        }
        parts.remove(phrase);
        return parts;
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
