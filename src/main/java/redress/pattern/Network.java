package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is accused together in complaints, and who of them more often than by chance. Being accused together is not a
 * finding, and a crew is a candidate for a closer look and nothing else.
 *
 * @param countingUnit what is counted: complaints
 * @param together complaints that accuse at least two officers who are known
 * @param incidents of how many incidents the complaints tell, those that accuse one officer among them: complaints of
 *     one known day with the same unit or place and an officer whom both accuse are one
 * @param officers how many officers are accused together with another
 * @param compared how many pairs could have been accused together more than once; among all of these is judged
 * @param more how many pairs are accused together more often than by chance
 * @param lack why it is not judged, or null
 * @param people the officers of the ties; the one that the dossier is about first
 * @param ties the pairs that are more than chance and then those that share most; fewer than four hundred
 * @param crews the candidates, those with most shared beyond what was expected first
 */
public record Network(
        String countingUnit,
        long together,
        long incidents,
        long officers,
        long compared,
        long more,
        @Nullable Lack lack,
        List<Person> people,
        List<Tie> ties,
        List<Crew> crews) {

    /** The counts without any comparison: nobody is shown as tied to anybody. */
    Network countsOnly(Lack why) {
        return new Network(countingUnit, together, incidents, officers, 0, 0, why, List.of(), List.of(), List.of());
    }

    /**
     * An officer.
     *
     * @param id the id, by which a dossier can be asked for
     * @param name the name, with the service key
     * @param complaints in how many of the complaints looked at the officer is accused
     * @param incidents of how many incidents these tell
     * @param crew the letter of the candidate that the officer belongs to, or null
     */
    public record Person(
            String id,
            String name,
            long complaints,
            long incidents,
            @Nullable String crew) {}

    /**
     * Two officers who are accused together.
     *
     * @param one the id of one
     * @param other the id of the other
     * @param shared in how many incidents both are accused
     * @param expected in how many they would be by chance, given how often each is accused in which unit and time
     * @param q the smallest rate of false discoveries at which it counts as more than chance
     * @param more whether it is more than chance, with all pairs looked at
     */
    public record Tie(String one, String other, long shared, double expected, double q, boolean more) {}

    /**
     * A candidate for a crew, with the reasons.
     *
     * @param name its letter
     * @param members the ids of its members
     * @param ties how many pairs of them are accused together more often than by chance
     * @param possible how many pairs there are
     * @param shared the incidents that these ties share, added up
     * @param expected what was expected of that sum by chance
     * @param complaints complaints that tell of incidents of which at least two of them are accused, by one complaint
     *     or by several together
     * @param byThree the same of at least three of them
     * @param days on how many different days these incidents were, of those of which the day is known
     * @param from the month of the first of these, such as 2024-01
     * @param to the month of the last
     * @param category the commonest allegation in these
     * @param alike in how many of these it is alleged
     */
    public record Crew(
            String name,
            List<String> members,
            int ties,
            int possible,
            long shared,
            double expected,
            long complaints,
            long byThree,
            long days,
            String from,
            String to,
            String category,
            long alike) {}
}
