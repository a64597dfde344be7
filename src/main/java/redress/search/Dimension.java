package redress.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to split and narrow complaints. Its word is the name of the parameter, in the URL as in JSON. */
public enum Dimension {
    /** Institution and units at the incident date, with everything above them. */
    UNIT("unit", Kind.TREE),
    /** Allegation category. */
    CATEGORY("category", Kind.NAMES),
    /** Group of allegation categories. */
    GROUP("group", Kind.NAMES),
    /** Where the complaint stands. */
    STAGE("stage", Kind.WORDS),
    /** Year of receipt, UTC. */
    YEAR("year", Kind.TIME),
    /** Year of the incident; absent where nobody knows. */
    INCIDENT_YEAR("incidentYear", Kind.TIME),
    /** Findings on its allegations; a complaint may have several. */
    FINDING("finding", Kind.WORDS),
    /** Who commanded the unit on the day of the incident, or where nobody did, the nearest unit above it. */
    COMMANDER("commander", Kind.NAMES),
    /** Where it happened, with every wider area. */
    PLACE("place", Kind.TREE),
    /** Day of the week of the incident, 1 for Monday to 7; absent unless the day is known. */
    WEEKDAY("weekday", Kind.ORDER),
    /** Hour of the incident, 00 to 23; absent where nobody knows. */
    HOUR("hour", Kind.ORDER),
    /** How badly somebody was hurt. */
    INJURY("injury", Kind.WORDS),
    /** To whom it happened, as the one who complains says it. */
    HARMED("harmed", Kind.WORDS),
    /** Institutions of the incident and of the subjects. */
    INSTITUTION("institution", Kind.NAMES),
    /** The old register that brought it, or {@value #OWN} for those received here. */
    REGISTER("register", Kind.NAMES),
    /** How it came in. */
    CHANNEL("channel", Kind.WORDS),
    /** Month of receipt, UTC, as 2026-03: for the course over time, not listed beside the hits. */
    MONTH("month", Kind.TIME),
    /** Month of the incident, as 2026-03; absent where nobody knows it. */
    INCIDENT_MONTH("incidentMonth", Kind.TIME);

    /** What the values are: this decides how they are listed, ordered and named. */
    enum Kind {
        /** Keys with names that stand in a table, the most frequent first. */
        NAMES,
        /** Our own words, told by a text, the most frequent first. */
        WORDS,
        /** Keys that stand below each other: one level is listed at a time. */
        TREE,
        /** Values with an order of their own: days of the week, hours. */
        ORDER,
        /** Years and months, the latest first. */
        TIME
    }

    /** The register of complaints that were received by this portal. */
    static final String OWN = "portal";

    private static final List<Dimension> ALL = List.of(values());

    private final String word;
    private final Kind kind;

    Dimension(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** The parameter's name. */
    public String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    /** The field of the document that holds the values. */
    String field() {
        return "f_" + word;
    }

    /** Whether its counts stand beside the hits without being asked for. */
    boolean listed() {
        return this != MONTH && this != INCIDENT_MONTH;
    }

    /** Whether people narrow by it so often that its list stands first beside the hits, and open. */
    boolean foremost() {
        return this == UNIT || this == CATEGORY || this == YEAR;
    }

    /** The dimension of that word, if it is one: the list is the allow-list. */
    static Optional<Dimension> find(String word) {
        return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
    }

    /** All dimensions in the order of the page, where the foremost come before the others. */
    static List<Dimension> all() {
        return ALL;
    }
}
