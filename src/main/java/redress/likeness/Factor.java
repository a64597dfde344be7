package redress.likeness;

import java.util.List;

/**
 * What two accounts are compared by. Each factor knows levels of agreement, worst first, and what to expect of them
 * before a deployment has data: how often each occurs among linked complaints and how often among any two. The default
 * shares are judgement, informed by the factors that carried most in Porter (2014); {@link LinkModel} replaces them.
 */
public enum Factor {
    PLACE(
            List.of(
                    "more than 20 km apart",
                    "5 to 20 km apart",
                    "1 to 5 km apart",
                    "less than 1 km apart",
                    "same place"),
            shares(5, 10, 15, 30, 40),
            shares(87, 8, 3, 1, 1)),
    DAYS(
            List.of("more than a year apart", "within a year", "within six months", "within a month", "within a week"),
            shares(5, 15, 35, 25, 20),
            shares(62, 20, 14, 3, 1)),
    WEEKDAY(
            List.of(
                    "one on a workday, one at the weekend",
                    "on different workdays or weekend days",
                    "on the same weekday"),
            shares(25, 40, 35),
            shares(41, 45, 14)),
    HOUR(
            List.of(
                    "more than six hours apart",
                    "three to six hours apart",
                    "two hours apart",
                    "at about the same hour"),
            shares(10, 15, 20, 55),
            shares(45, 27, 11, 17)),
    CATEGORY(
            List.of("of different categories", "of partly the same categories", "of the same categories"),
            shares(25, 10, 65),
            shares(88, 4, 8)),
    NAME(
            List.of(
                    "different names",
                    "names that resemble",
                    "names that are close",
                    "the same name, a common one",
                    "the same name, a rare one"),
            shares(20, 10, 15, 25, 30),
            shares(96.5, 2.2, 0.8, 0.4, 0.1)),
    BADGE(
            List.of("badge numbers that differ", "badge fragments that fit", "badge numbers that fit well"),
            shares(10, 45, 45),
            shares(97.5, 2.3, 0.2)),
    VEHICLE(
            List.of("vehicle numbers that differ", "vehicle fragments that fit", "vehicle numbers that fit well"),
            shares(15, 45, 40),
            shares(97.5, 2.3, 0.2)),
    DESCRIPTION(
            List.of(
                    "described without a common word",
                    "few words of description shared",
                    "some words of description shared",
                    "many words of description shared"),
            shares(20, 20, 30, 30),
            shares(75, 17, 6.5, 1.5)),
    WORDS(
            List.of(
                    "no rare word shared",
                    "hardly a rare word shared",
                    "a few rare words shared",
                    "several rare words shared",
                    "many rare words shared"),
            shares(10, 15, 20, 25, 30),
            shares(60, 25, 11, 3.5, 0.5));

    private final List<String> levels;
    private final double[] linked;
    private final double[] any;

    Factor(List<String> levels, double[] linked, double[] any) {
        this.levels = levels;
        this.linked = linked;
        this.any = any;
    }

    /** What was seen at a level, in English words. */
    public String level(int level) {
        return levels.get(level);
    }

    int levels() {
        return levels.size();
    }

    /** The default shares of the levels among linked pairs. */
    double[] linked() {
        return linked.clone();
    }

    /** The default shares of the levels among any two. */
    double[] any() {
        return any.clone();
    }

    private static double[] shares(double... percent) {
        double[] shares = new double[percent.length];
        for (int i = 0; i < percent.length; i++) {
            shares[i] = percent[i] / 100;
        }
        return shares;
    }
}
