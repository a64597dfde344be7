package redress.complaint;

import org.jspecify.annotations.Nullable;

/** The row of a new complaint, for the one statement that writes many; everything else in it begins as NULL. */
final class ComplaintRow {

    /** The columns, in the order of {@link #of}. */
    static final String[] COLUMNS = {
        "id",
        "number",
        "incident_id",
        "channel",
        "language",
        "received_at",
        "narrative",
        "narrative_signature",
        "evidence_words",
        "witness_words",
        "elsewhere_words",
        "wanted_words",
        "harmed",
        "injury",
        "contact_way",
        "interpreter",
        "publish_consent",
        "stage",
        "severity",
        "must_refer",
        "compartment",
        "due_on",
        "version"
    };

    private static final int FIRST_VERSION = 1;

    private ComplaintRow() {}

    static @Nullable Object[] of(Complaint complaint) {
        Story story = complaint.story();
        Standing standing = complaint.standing();
        return new @Nullable Object[] {
            complaint.id(),
            complaint.number(),
            complaint.incident().id(),
            complaint.channel(),
            complaint.language(),
            complaint.receivedAt(),
            story.narrative(),
            story.signature(),
            story.evidence().orElse(null),
            story.witnesses().orElse(null),
            story.elsewhere().orElse(null),
            story.wanted().orElse(null),
            complaint.harm().whom().orElse(null),
            complaint.harm().injury().orElse(null),
            complaint.contactWay().orElse(null),
            complaint.interpreter().orElse(null),
            complaint.publishConsent(),
            standing.stage(),
            standing.severity(),
            standing.mustRefer(),
            standing.compartment(),
            standing.dueOn().orElse(null),
            FIRST_VERSION
        };
    }
}
