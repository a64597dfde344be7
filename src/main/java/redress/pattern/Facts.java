package redress.pattern;

import java.util.List;

/**
 * What the reader may see of the window, read once.
 *
 * @param window the window
 * @param units the tree of units
 * @param accused complaints by whom they accuse, those of one complaint beside each other
 * @param alleged the allegations
 * @param postings who served where, as far as it lies in the window
 */
record Facts(Window window, Tree units, List<Accused> accused, List<Alleged> alleged, List<Posting> postings) {}
