package redress.pattern;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** The copies among the texts of the scope; null while there is no index. */
    @Nullable
    CopyCheck copies(Scoped scoped, Sight sight) {
        return orNull(() -> copies(texts, scoped, sight));
    }

    /**
     * What is told in the complaints of the scope, as far as it may be seen.
     *
     * @param copies the copies among its texts; null while there is no index
     */
    Told of(Scoped scoped, @Nullable CopyCheck copies, Bundle bundle, Map<String, String> categories, Sight sight) {
        Told told = copies == null
                ? null
                : orNull(() -> told(texts, scoped, copies, sight, linking.links(scoped, bundle, categories, sight)));
        return told == null ? Told.lacking(new Lack("INDEX", 0, 0)) : told;
    }

    private static <T> @Nullable T orNull(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (Problem waiting) {
            if (waiting.kind() != Problem.Kind.UNAVAILABLE) {
                throw waiting;
            }
            return null;
        }
    }

    static CopyCheck copies(Texts texts, Scoped scoped, Sight sight) {
        return new CopyCheck(scoped.own(), texts.signatures(ids(scoped.own()), sight));
    }

    /** Words and copies, beside what may be linked. */
    static Told told(Texts texts, Scoped scoped, CopyCheck copies, Sight sight, Links links) {
        UnusualWords words = new WordCheck(texts.wording(copies.once(), scoped.elsewhere(), sight)).look();
        return new Told(scoped.alone() ? words.countsOnly(Lack.NO_PEERS) : words, copies.look(), links);
    }

    private static Set<Long> ids(Collection<Filed> complaints) {
        return complaints.stream().map(Filed::id).collect(Collectors.toSet());
    }
}
