package redress.pattern;

import redress.search.SavedSearch;

/**
 * A search whose complaints a dossier is about.
 *
 * @param search the search
 * @param told what it asks for, in few words
 */
record Sought(SavedSearch search, String told) {}
