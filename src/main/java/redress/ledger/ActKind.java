package redress.ledger;

/** What kind of thing was done. Stored and hashed by name: a kind may be added, never renamed. */
public enum ActKind {
    /** A complaint came in, by whatever channel. */
    COMPLAINT_RECEIVED,
    /** A member of staff read a complaint. */
    COMPLAINT_OPENED,
    /** The first decision on a complaint was taken. */
    TRIAGE_DECIDED,
    /** A complaint was given to somebody. */
    ASSIGNED,
    /** Somebody searched. */
    SEARCHED,
    /** Somebody took data out. */
    EXPORTED,
    /** A batch of rows of an old register was written; the subject is the batch. */
    BATCH_IMPORTED,
    /** Figures were frozen and published. */
    FIGURES_RELEASED,
    /** A member of staff signed in. */
    SIGNED_IN,
    /** A member of staff signed out, or was signed out. */
    SIGNED_OUT,
    /** Somebody looked at an identity. */
    VAULT_OPENED,
    /** Somebody confirmed which officer a subject of a complaint is. */
    SUBJECT_IDENTIFIED,
    /** Such a confirmation was taken back. */
    IDENTIFICATION_UNDONE,
    /** Somebody confirmed that several complaints are about the same unknown person or patrol. */
    CLUSTER_CONFIRMED,
    /** Such a confirmation was taken back. */
    CLUSTER_UNDONE,
    /** Somebody joined clusters, or complaints to a cluster; the subject is the new one. */
    CLUSTER_JOINED,
    /** Somebody looked at complaints and said that they are not about the same person or patrol. */
    CLUSTER_DENIED,
    /** Such an answer was taken back. */
    CLUSTER_DENIAL_UNDONE,
    /** Somebody said which officer a subject of a complaint is not. */
    IDENTIFICATION_DENIED,
    /** Such an answer was taken back. */
    IDENTIFICATION_DENIAL_UNDONE,
    /** A document was attached to a complaint; the act commits to its hash. */
    DOCUMENT_ADDED,
    /** Somebody read a document, or took it out. */
    DOCUMENT_OPENED,
    /** The words of a document were read by the house, or it was found that they cannot be. */
    DOCUMENT_READ,
    /** A document was removed from a complaint; the act commits to the same as the act by which it came in. */
    DOCUMENT_REMOVED,
    /** Somebody put a search or a rule on watch. */
    WATCH_MADE,
    /** A watch runs longer than it would have. */
    WATCH_RENEWED,
    /** A watch was ended before its time. */
    WATCH_ENDED,
    /** Somebody looked at what a watch brought up and said what was done. */
    FIRING_REVIEWED,
    /** Somebody said what came of it. */
    EFFECT_RECORDED,
    /** The complainant wrote a message. */
    MESSAGE_RECEIVED,
    /** The commission wrote a message to the complainant. */
    MESSAGE_SENT,
    /** A member of staff wrote an internal note on a complaint. */
    NOTE_WRITTEN,
    /** A letter that went out or came in was recorded on a complaint. */
    LETTER_RECORDED,
    /** The text of a record kept with a complaint was erased. */
    RECORD_ERASED;

    /**
     * Whether it says only that somebody looked. Nobody waits until such an act has its position: it gets it when the
     * sequencer looks by itself, or together with an act that changed something.
     */
    boolean onlyLooked() {
        return this == SEARCHED
                || this == COMPLAINT_OPENED
                || this == DOCUMENT_OPENED
                || this == VAULT_OPENED
                || this == EXPORTED;
    }
}
