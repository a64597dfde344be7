package redress.watch;

import redress.web.Form;
import redress.web.Page;

/**
 * The form for a new watch.
 *
 * @param who who is signed in
 * @param form what was typed, with what is wrong in it
 * @param kind what it will wait for
 * @param searchUrl the search that it will hold, on the search page
 */
public record NewWatchPage(String who, Form form, Watch.Kind kind, String searchUrl) implements Page {}
