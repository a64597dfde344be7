package redress.vault;

import org.jspecify.annotations.Nullable;

/**
 * Who a complainant is and where the person can be reached. Never printed: its text form says nothing.
 *
 * @param name the name as given
 * @param address a phone number, an e-mail or postal address, or the name of somebody in between
 */
public record Identity(@Nullable String name, @Nullable String address) {

    /** Whether there is anything to seal. */
    public boolean empty() {
        return name == null && address == null;
    }

    @Override
    public String toString() {
        return "Identity[sealed]";
    }
}
