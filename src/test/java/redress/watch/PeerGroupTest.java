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
        assertThat(few).isEqualTo(PeerGroup.Reckoning.none(5));
    }

    @Test
    void a_day_in_a_rare_kind_of_unit_is_left_out_and_told_and_takes_nothing_from_what_is_expected_of_the_rest() {
        PeerGroup group = group(41, 2);
        group.served(1, "lake patrol", 1);
        group.complained(1, "lake patrol", 1);
        group.served(2, "lake patrol", 30);
        group.served(50, "lake patrol", 180);
        PeerGroup.Reckoning reckoned = group.reckon(1, THREE_IN_180);
        assertThat(reckoned.count()).isBetween(0.9, 1.1);
        assertThat(reckoned.peers())
                .as("without the one who served on the lake only")
                .isEqualTo(40);
        assertThat(reckoned.apart()).isEqualTo(new Firing.Apart(1, 1));
        assertThat(reckoned.chance())
                .as("the rule counts a complaint of which nothing is expected")
                .isNull();
        assertThat(group.reckon(2, THREE_IN_180).chance())
                .as("all that it counts is compared")
                .isNotNull();
        assertThat(group(41, 2).reckon(1, THREE_IN_180).apart()).isNull();
    }

    @Test
    void of_somebody_who_served_mostly_in_a_rare_kind_of_unit_nothing_is_expected() {
        PeerGroup group = group(41, 2);
        group.served(1, "lake patrol", 181);
        assertThat(group.reckon(1, THREE_IN_180)).isEqualTo(PeerGroup.Reckoning.none(40));
    }

    @Test
    void of_somebody_who_never_served_nothing_can_be_said() {
        assertThat(group(41, 1).reckon(77, THREE_IN_180)).isEqualTo(PeerGroup.Reckoning.none(0));
    }
}
