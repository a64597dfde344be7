package redress.search;

import java.util.List;
import java.util.function.Consumer;
import redress.access.Sight;

/**
 * What an engine has to be able to do for questions: answer one in our own words ({@link Clause}) for somebody who may
 * see so much and no more. The policy must be a part of the query, never a sieve behind it.
 */
interface SearchPort {

    /** The answer to a question; a part of it, marked so, when time ran out. */
    default Answer answer(SearchQuery query, Sight sight) {
        return answer(query, sight, ids -> {});
    }

    /**
     * The same. {@code found} is told the keys of the complaints that will be shown as soon as they are known, before
     * their texts are read: what somebody has to ask about them can be asked meanwhile.
     */
    Answer answer(SearchQuery query, Sight sight, Consumer<List<Long>> found);
}
