package redress.planted;

import java.util.List;
import java.util.SplittableRandom;

/** Names, numbers and looks of invented officers. */
final class PlantedPeople {

    private static final List<String> GIVEN = List.of(
            "Abu",
            "Alusine",
            "Amos",
            "Augustine",
            "Boakai",
            "Damir",
            "Edin",
            "Emmanuel",
            "Foday",
            "Francis",
            "Goran",
            "Hassan",
            "Idrissa",
            "James",
            "Kelfala",
            "Kerkula",
            "Lansana",
            "Mirsad",
            "Momoh",
            "Nenad",
            "Othello",
            "Prince",
            "Sahr",
            "Samuel",
            "Santigie",
            "Sekou",
            "Senad",
            "Sorie",
            "Tamba",
            "Unisa",
            "Varney",
            "Vedran",
            "Zinnah",
            "Zoran");

    /** Families whose name people spell differently. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("Kamara", "Camara", "Kamarah"),
            List.of("Sesay", "Ceesay", "Sesey"),
            List.of("Koroma", "Kroma", "Korroma"),
            List.of("Bangura", "Bangoura", "Bungura"),
            List.of("Fofanah", "Fofana", "Forfana"),
            List.of("Turay", "Touray", "Turey"),
            List.of("Conteh", "Konteh", "Contey"),
            List.of("Kollie", "Koli", "Kolleh"),
            List.of("Massaquoi", "Masaquoi", "Massaquoy"),
            List.of("Tarawallie", "Tarawally", "Tarawalie"),
            List.of("Bockarie", "Bokarie", "Bockari"),
            List.of("Džaferović", "Dzaferovic", "Џаферовић"),
            List.of("Hodžić", "Hodzic", "Hodzich"),
            List.of("Čaušević", "Causevic", "Чаушевић"),
            List.of("Đurić", "Djuric", "Duric"),
            List.of("Begović", "Begovic", "Begovich"));

    private static final List<String> BEGINNINGS = List.of(
            "Bar", "Dol", "Fan", "Gar", "Har", "Jon", "Kan", "Lev", "Mor", "Nya", "Pel", "Ros", "Sum", "Tog", "Wes");

    private static final List<String> ENDINGS = List.of(
            "bo", "clay", "dahn", "gar", "jah", "kiawu", "leh", "man", "neh", "pah", "ris", "seh", "tee", "wolo",
            "zay");

    private static final List<String> TRAITS = List.of(
            "tall",
            "short",
            "thin",
            "heavy",
            "bald",
            "beard",
            "moustache",
            "scar",
            "limp",
            "glasses",
            "tattoo",
            "goldtooth",
            "beret",
            "cap",
            "helmet",
            "mask",
            "gloves",
            "boots",
            "raincoat",
            "camouflage",
            "blue",
            "black",
            "khaki",
            "green",
            "rifle",
            "baton",
            "cane",
            "whistle",
            "torch",
            "radio",
            "dog",
            "pickup",
            "motorbike",
            "jeep",
            "van",
            "taxi",
            "young",
            "old",
            "drunk",
            "accent",
            "hoarse",
            "ring",
            "watch",
            "scarf",
            "lefthanded",
            "stutter",
            "earring",
            "plainclothes");

    private PlantedPeople() {}

    static String given(SplittableRandom random) {
        return pick(GIVEN, random);
    }

    /** A name that few bear, in three spellings, or one of a big family. */
    static List<String> spellings(String given, SplittableRandom random) {
        return random.nextInt(4) == 0
                ? pick(FAMILIES, random).stream()
                        .map(family -> given + " " + family)
                        .toList()
                : rare(given, random);
    }

    private static List<String> rare(String given, SplittableRandom random) {
        String family = pick(BEGINNINGS, random) + pick(ENDINGS, random) + pick(ENDINGS, random);
        int slip = random.nextInt(2, family.length());
        return List.of(
                given + " " + family,
                given.charAt(0) + ". " + family,
                given + " " + family.substring(0, slip) + family.substring(slip - 1));
    }

    static String anybody(SplittableRandom random) {
        return pick(spellings(given(random), random), random);
    }

    static String plate(SplittableRandom random) {
        return "%c%02d-%c-%03d".formatted(letter(random), random.nextInt(100), letter(random), random.nextInt(1_000));
    }

    static String badge(SplittableRandom random) {
        return "%05d".formatted(random.nextInt(100_000));
    }

    /** What somebody could read of a number: mostly two to four signs at one end of it. */
    static String glimpsed(String number, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return number;
        }
        String signs = number.replace("-", "");
        int read = random.nextInt(2, 5);
        return random.nextBoolean() ? "…" + signs.substring(signs.length() - read) : signs.substring(0, read) + "…";
    }

    static String trait(SplittableRandom random) {
        return pick(TRAITS, random);
    }

    static <T> T pick(List<T> some, SplittableRandom random) {
        return some.get(random.nextInt(some.size()));
    }

    private static char letter(SplittableRandom random) {
        return (char) ('A' + random.nextInt(26));
    }
}
