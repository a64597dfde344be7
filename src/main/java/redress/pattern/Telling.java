package redress.pattern;

import jakarta.inject.Inject;
import java.util.Collection;
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

    @Inject
    Telling(Texts texts) {
        this.texts = texts;
    }

    /** What is told in the complaints of the scope, as far as it may be seen. */
    Told of(Scoped scoped, Sight sight) {
        try {
            return told(scoped, sight);
        } catch (Problem waiting) {
            if (waiting.kind() != Problem.Kind.UNAVAILABLE) {
                throw waiting;
            }
            return Told.lacking(new Lack("INDEX", 0, 0));
        }
    }

    private Told told(Scoped scoped, Sight sight) {
        CopyCheck copies = new CopyCheck(scoped.own(), texts.signatures(ids(scoped.own()), sight));
        WordCheck words = new WordCheck(texts.wording(copies.once(), ids(scoped.elsewhere()), sight));
        return new Told(words.look(), copies.look());
    }

    private static Set<Long> ids(Collection<Filed> complaints) {
        return complaints.stream().map(Filed::id).collect(Collectors.toSet());
    }
}
