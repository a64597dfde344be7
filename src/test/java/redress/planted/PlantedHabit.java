package redress.planted;

import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How one officer or patrol goes about it. Complainants notice each trait in some of the cases only; the chances are in
 * {@link PlantedDrawing}.
 *
 * @param unit number of the station
 * @param spellings of the officer's name; null where nobody can name anybody
 * @param words rare words for what is peculiar
 */
record PlantedHabit(
        int unit,
        YearMonth from,
        int place,
        int hour,
        String category,
        @Nullable List<String> spellings,
        String plate,
        String badge,
        List<String> description,
        List<String> words) {

    private static final int RARE_FROM = 12_000;
    private static final int RARE_TO = 20_000;
    private static final int WORDS = 6;

    static PlantedHabit drawn(boolean named, int unit, YearMonth from, PlantedWords words, SplittableRandom random) {
        String given = PlantedPeople.given(random);
        return new PlantedHabit(
                unit,
                from,
                random.nextInt(PlantedDrawing.PLACES),
                random.nextInt(24),
                PlantedCorpus.category(random.nextInt(PlantedCorpus.CATEGORIES)),
                named ? PlantedPeople.spellings(given, random) : null,
                PlantedPeople.plate(random),
                PlantedPeople.badge(random),
                random.ints(0, 1_000)
                        .mapToObj(i -> PlantedPeople.trait(random))
                        .distinct()
                        .limit(4)
                        .toList(),
                random.ints(WORDS, RARE_FROM, RARE_TO).mapToObj(words::word).toList());
    }
}
