package redress.register;

/** What happened to single values without refusing their row: counted for the summary, never logged one by one. */
interface Notes {

    /** Something was changed or left out, for instance a date outside its range. */
    void note(String field, String what);

    /** A word that a table does not know. */
    void unknown(String field, String word);
}
