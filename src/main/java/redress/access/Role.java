package redress.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an actor does at the office. A role opens functions only; which complaints the actor sees is decided by
 * {@link Sight}. The realm in Keycloak holds the same words in lower case with hyphens.
 */
public enum Role {
    /** Takes in complaints on paper, by phone and in person, and keeps the queue. */
    INTAKE_OFFICER,
    /** Finds the facts of the complaints assigned to them. */
    INVESTIGATOR,
    /** Directs intake officers and investigators. */
    SUPERVISOR,
    /** Decides for the office. */
    COMMISSIONER,
    /** Opens sealed identities, two together. */
    CUSTODIAN,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Releases figures and decisions to the public. */
    PUBLISHER,
    /** Answers for another body: prosecutor, force, ombudsman, accredited organisation. */
    PARTNER,
    /** Runs the portal; sees no complaint. */
    ADMINISTRATOR;

    /** The word for this role in Keycloak's realm, such as {@code intake-officer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role for a word of the realm; words that name no role of ours (Keycloak has some) give nothing. */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
