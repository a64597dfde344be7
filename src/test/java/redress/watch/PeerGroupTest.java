package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerGroupTest {

    private static final Watch.Rule THREE_IN_180 = new Watch.Rule(3, 180);

    /** So many like members, each with a complaint; member 1 with more. */
    private static PeerGroup group(int members, long ownComplaints) {
        PeerGroup group = new PeerGroup();
        for (long member = 1; member <= members; member++) {
            group.served(member, "station", 180);
            group.complained(member, "station", member == 1 ? ownComplaints : 1);
        }
        return group;
    }

    @Test
    void what_is_expected_is_what_the_others_had_whatever_the_own_count_is() {
        PeerGroup.Reckoning quiet = group(41, 1).reckon(1, THREE_IN_180);
        PeerGroup.Reckoning loud = group(41, 9).reckon(1, THREE_IN_180);
        assertThat(quiet.peers()).isEqualTo(40);
        assertThat(quiet.count()).isBetween(0.9, 1.1);
        assertThat(loud.count()).isBetween(0.8, 1.2);
        // Three or more at a mean of one: 0.080 by Poisson; that the peers may differ among each other makes it
        // likelier.
        assertThat(quiet.chance()).isBetween(0.08, 0.2);
    }

    @Test
    void who_served_half_the_days_is_expected_to_have_half_the_complaints() {
        PeerGroup group = group(41, 1);
        group.served(99, "station", 90);
        assertThat(group.reckon(99, THREE_IN_180).count()).isBetween(0.4, 0.6);
    }

    @Test
    void with_too_few_peers_nothing_is_expected_and_their_number_is_told() {
        PeerGroup.Reckoning few = group(6, 3).reckon(1, THREE_IN_180);
        assertThat(few).isEqualTo(new PeerGroup.Reckoning(null, 5, null));
    }

    @Test
    void of_somebody_who_never_served_nothing_can_be_said() {
        assertThat(group(41, 1).reckon(77, THREE_IN_180)).isEqualTo(new PeerGroup.Reckoning(null, 0, null));
    }
}
