package redress.intake;

import redress.web.Page;

/** The first page: what happens, how long it takes, what is needed and who will see it. */
public record StartPage() implements Page {}
