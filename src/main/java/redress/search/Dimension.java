package redress.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to split and narrow complaints. Its word is the name of the parameter, in the URL as in JSON. */
public enum Dimension {
    /** Institution and units at the incident date, with everything above them. */
    UNIT("unit"),
    /** Allegation category. */
    CATEGORY("category"),
    /** Group of allegation categories. */
    GROUP("group"),
    /** Where the complaint stands. */
    STAGE("stage"),
    /** Year of receipt, UTC. */
    YEAR("year"),
    /** Year of the incident; absent where nobody knows. */
    INCIDENT_YEAR("incidentYear"),
    /** Findings on its allegations; a complaint may have several. */
    FINDING("finding"),
    /** Institutions of the incident and of the subjects. */
    INSTITUTION("institution"),
    /** The old register that brought it, or {@value #OWN} for those received here. */
    REGISTER("register"),
    /** How it came in. */
    CHANNEL("channel");

    /** The register of complaints that were received by this portal. */
    static final String OWN = "portal";

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    /** The parameter's name. */
    public String word() {
        return word;
    }

    /** The field of the document that holds the values. */
    String field() {
        return "f_" + word;
    }

    /** The dimension of that word, if it is one: the list is the allow-list. */
    static Optional<Dimension> find(String word) {
        return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
    }

    /** All dimensions in the order of the page. */
    static List<Dimension> all() {
        return List.of(values());
    }
}
