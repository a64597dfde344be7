package redress.pattern;

/**
 * A member of a force, as a dossier names one.
 *
 * @param id the id
 * @param institution the code of the institution
 * @param name the name, or the service key where no name is known
 */
record Officer(long id, String institution, String name) {}
