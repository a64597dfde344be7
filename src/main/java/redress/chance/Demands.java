package redress.chance;

/**
 * What a peer group must have before a comparison with it means anything.
 *
 * @param peers the least number of other units, in each stratum that is compared; strata in which events have fewer
 *     others are left out as long as half of the unit's exposure remains
 * @param events the least number of events expected among these others, in each stratum as well
 * @param cases the least number of cases of the scope itself, where shares or delays are compared
 */
public record Demands(int peers, double events, int cases) {

    /** Ten others with twenty events among them; twenty cases of one's own. */
    public static final Demands USUAL = new Demands(10, 20, 20);

    /** Refuses demands under which an estimate could not be made at all. */
    public Demands {
        if (peers < 3 || !(events >= 1) || cases < 1) {
            throw new IllegalArgumentException("too little is demanded of a peer group");
        }
    }
}
