package redress.intake;

import redress.web.Page;

/** How to stay safe while using the site, without a promise that it cannot keep. */
public record SafetyPage() implements Page {}
