package redress.access;

import java.util.Set;

/**
 * A person or script of the staff that Keycloak vouches for. Complainants are never actors.
 *
 * @param id the token's {@code sub} at the one configured issuer, the only thing about an actor that is stored or
 *     logged
 * @param displayName for the header of pages only; never stored with an act, never logged
 * @param roles the functions that are open; empty for somebody whom the realm knows but the office does not
 */
public record Actor(String id, String displayName, Set<Role> roles) {

    /** Keeps its own copy of the roles. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether one of the actor's roles is among these. */
    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The id alone: what ends in a log by accident must not name a person. */
    @Override
    public String toString() {
        return "Actor[" + id + "]";
    }
}
