package redress.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.complaint.Channel;
import redress.complaint.Harm;
import redress.complaint.Incident;
import redress.complaint.ReceiptCode;
import redress.complaint.Story;
import redress.complaint.Subject;
import redress.vault.Identity;

/**
 * What somebody sends, whole, through whichever door. Its text form says nothing of the content.
 *
 * @param code the receipt code, minted before the form was sent, so that a repeated send is known for what it is
 * @param channel the way by which it came
 * @param language the language of the person, as a BCP 47 tag
 * @param story the person's own words
 * @param categories the codes of the kinds of misconduct as sent; may be empty, and the same one twice counts once
 * @param when the date as told
 * @param where the place as told
 * @param subjects what is known of those who did it; may be empty
 * @param harm who was harmed and how badly
 * @param contact whether and how the person may be reached
 * @param publishConsent whether an account without names may be published
 */
public record Submission(
        ReceiptCode code,
        Channel channel,
        String language,
        Story story,
        List<String> categories,
        Incident.When when,
        Incident.Where where,
        List<Subject.Described> subjects,
        Harm harm,
        Contact contact,
        boolean publishConsent) {

    /** The longest narrative, in characters: about eight printed pages. */
    public static final int LONGEST_NARRATIVE = 20_000;

    /** The longest answer to any other question in free words, in characters. */
    public static final int LONGEST_WORDS = 4_000;

    /** The longest short answer, such as a name, in characters. */
    public static final int LONGEST_LINE = 200;

    /** The longest language tag, in characters. */
    public static final int LONGEST_LANGUAGE = 16;

    /** The most codes of kinds of misconduct, counting one that stands there twice as two. */
    public static final int MOST_CATEGORIES = 40;

    /** The most people that are described. */
    public static final int MOST_OFFICERS = 50;

    /** The most allegations: each kind of misconduct stands against each person. */
    public static final int MOST_ALLEGATIONS = 200;

    /**
     * Whether and how the person may be reached.
     *
     * @param identity the name and address, which go to the vault
     * @param way phone, sms, email, post, person, or null when nobody may contact the person
     * @param interpreter the language or help that is needed
     */
    public record Contact(
            Identity identity,
            @Nullable String way,
            @Nullable String interpreter) {

        /** Nobody is named and nobody may be contacted. */
        public static final Contact NONE = new Contact(new Identity(null, null), null, null);
    }

    /** Copies the lists. */
    public Submission {
        categories = List.copyOf(categories);
        subjects = List.copyOf(subjects);
    }

    @Override
    public String toString() {
        return "Submission[" + channel + "]";
    }
}
