package redress.search;

import redress.access.Sight;

/**
 * What an engine has to be able to do for questions: answer one in our own words ({@link Clause}) for somebody who may
 * see so much and no more. The policy must be a part of the query, never a sieve behind it.
 */
interface SearchPort {

    /** The answer to a question; a part of it, marked so, when time ran out. */
    Answer answer(SearchQuery query, Sight sight);
}
