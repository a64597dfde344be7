package redress.launch.demo;

import java.util.Map;

/**
 * One thing that is kept with a complaint of the demo, as it is sent to the portal.
 *
 * @param complaint the number, or the receipt code where the complainant speaks
 * @param by the login of who writes it, or {@value #COMPLAINANT}
 * @param kind what it is
 * @param words what it says; of a page each line
 * @param head of a letter: direction, party, subject, dated; of a document: name; of an arrival: language, day
 */
record Paper(String complaint, String by, Kind kind, String words, Map<String, String> head) {

    static final String COMPLAINANT = "complainant";

    /** What is kept. */
    enum Kind {
        /** A complaint that arrives through the public form. */
        ARRIVAL,
        /** A message, from the complainant or to the complainant. */
        MESSAGE,
        /** An internal note. */
        NOTE,
        /** A letter. */
        LETTER,
        /** A page that a program wrote. */
        PDF,
        /** A page that was scanned: a picture inside a PDF. */
        SCAN,
        /** A page that was photographed. */
        PHOTO,
        /** Plain text. */
        TEXT;

        boolean isDocument() {
            return ordinal() >= PDF.ordinal();
        }
    }
}
