package redress.pattern;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redress.access.Sight;
import redress.problem.Problem;
import redress.search.Texts;
import redress.wiring.Part;

/** Asks the index what the words of a scope tell. While there is no index that is said and the rest is shown. */
@Part
class Telling {

    private final Texts texts;
    private final Linking linking;

    @Inject
    Telling(Texts texts, Linking linking) {
        this.texts = texts;
        this.linking = linking;
    }

    /** What is told in the complaints of the scope, as far as it may be seen. */
    Told of(Scoped scoped, Bundle bundle, Map<String, String> categories, Sight sight) {
        try {
            return told(texts, scoped, sight, linking.links(scoped, bundle, categories, sight));
        } catch (Problem waiting) {
            if (waiting.kind() != Problem.Kind.UNAVAILABLE) {
                throw waiting;
            }
            return Told.lacking(new Lack("INDEX", 0, 0));
        }
    }

    /** Words and copies, beside what may be linked. */
    static Told told(Texts texts, Scoped scoped, Sight sight, Links links) {
        CopyCheck copies = new CopyCheck(scoped.own(), texts.signatures(ids(scoped.own()), sight));
        UnusualWords words = new WordCheck(texts.wording(copies.once(), scoped.elsewhere(), sight)).look();
        return new Told(scoped.alone() ? words.countsOnly(Lack.NO_PEERS) : words, copies.look(), links);
    }

    private static Set<Long> ids(Collection<Filed> complaints) {
        return complaints.stream().map(Filed::id).collect(Collectors.toSet());
    }
}
