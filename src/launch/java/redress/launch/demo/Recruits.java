package redress.launch.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five thousand officers. */
final class Recruits {

    /** The commander who moves and takes the pattern along (docs/demo.md). */
    static final String MOVED_COMMANDER = "VPS-00001";

    /** The officer at the bridge whom people name in three spellings (docs/demo.md). */
    static final String AT_THE_BRIDGE = "VPS-00002";

    private static final Map<String, Integer> STRENGTH = Map.of("police", 3300, "prisons", 700, "army", 1000);
    private static final Map<String, String> PREFIX = Map.of("police", "VPS", "prisons", "VCS", "army", "VAF");
    private static final Map<String, List<String>> SENIOR = Map.of(
            "police", List.of("Inspector", "Chief Inspector", "Superintendent"),
            "prisons", List.of("Principal Officer", "Chief Officer", "Superintendent"),
            "army", List.of("Lieutenant", "Captain", "Major"));
    private static final Map<String, List<String>> JUNIOR = Map.of(
            "police", List.of("Constable", "Constable", "Corporal", "Sergeant"),
            "prisons", List.of("Officer", "Officer", "Senior Officer"),
            "army", List.of("Private", "Private", "Corporal", "Sergeant"));

    private final Names names;
    private final Dice dice;
    private final List<String> areas;

    private Recruits(Country country, Names names) {
        this.names = names;
        this.dice = country.dice("officers");
        this.areas = country.profile().places(1).stream().map(p -> p.code()).toList();
    }

    static List<Officer> of(Country country, Names names) {
        Recruits recruits = new Recruits(country, names);
        List<Officer> officers = new ArrayList<>();
        for (String institution : List.of("police", "prisons", "army")) {
            int strength = STRENGTH.getOrDefault(institution, 0);
            for (int i = 1; i <= strength; i++) {
                officers.add(recruits.one(institution, i));
            }
        }
        return officers;
    }

    private Officer one(String institution, int number) {
        String key = "%s-%05d".formatted(PREFIX.get(institution), number);
        if (Set.of(MOVED_COMMANDER, AT_THE_BRIDGE).contains(key)) {
            return planted(key);
        }
        boolean senior = dice.chance(0.24);
        LocalDate appointed = senior
                ? dice.day(LocalDate.of(1995, 1, 1), LocalDate.of(2014, 12, 31))
                : dice.day(LocalDate.of(1999, 1, 1), LocalDate.of(2025, 12, 31));
        boolean woman = dice.chance(0.18);
        String home = dice.pick(areas);
        String region = names.region(home, dice);
        return new Officer(
                key,
                institution,
                names.given(region, woman, dice),
                names.family(region, dice),
                woman ? "FEMALE" : "MALE",
                appointed.getYear() - dice.between(19, 31),
                String.valueOf(dice.between(1000, 99_999)),
                dice.pick((senior ? SENIOR : JUNIOR).getOrDefault(institution, List.of("Officer"))),
                senior,
                home,
                appointed,
                left(appointed));
    }

    private static Officer planted(String key) {
        return key.equals(MOVED_COMMANDER)
                ? new Officer(
                        key,
                        "police",
                        "Nedžad",
                        "Džaferović",
                        "MALE",
                        1974,
                        "70114",
                        "Superintendent",
                        true,
                        "SL0201",
                        LocalDate.of(1998, 3, 2),
                        null)
                : new Officer(
                        key,
                        "police",
                        "Alusine",
                        "Diallo",
                        "MALE",
                        1991,
                        "41877",
                        "Constable",
                        false,
                        "LR02",
                        LocalDate.of(2015, 6, 1),
                        null);
    }

    private @Nullable LocalDate left(LocalDate appointed) {
        int years = Country.TODAY.getYear() - appointed.getYear();
        // One in six has left, the older the likelier; nobody leaves within the first two years.
        if (years < 4 || !dice.chance(0.05 + 0.012 * years)) {
            return null;
        }
        LocalDate first = appointed.plusYears(2);
        LocalDate earliest = first.isBefore(LocalDate.of(2018, 1, 1)) ? LocalDate.of(2018, 1, 1) : first;
        return dice.day(earliest, Country.TODAY);
    }
}
