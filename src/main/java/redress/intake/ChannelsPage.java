package redress.intake;

import java.util.List;
import redress.profile.Profile;
import redress.web.Page;
import redress.web.View;

/** How to complain without this site. */
public final class ChannelsPage implements Page {

    private final Profile.Contact contact;

    ChannelsPage(Profile.Contact contact) {
        this.contact = contact;
    }

    /** The number as people dial it; empty where there is none. */
    public String phone() {
        return contact.phone();
    }

    /** The addresses of the offices, one line each. */
    public List<String> offices(View v) {
        return contact.offices().stream()
                .map(office -> office.in(v.language().tag()))
                .toList();
    }
}
