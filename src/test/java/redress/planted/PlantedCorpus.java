package redress.planted;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A corpus of invented complaints whose truth is known: words with the frequencies of a language and topics by
 * category, stations on three levels, near-duplicates, series of named and of unknown officers, outliers, changes and
 * phrases. {@link #planted()} says what was planted where. Each document is a function of seed and number alone, so a
 * corpus of any size takes little memory and any document can be had without the others.
 *
 * <p>What is not planted is left to chance: half of the accounts name nobody, a quarter describe somebody, few could
 * read a number, names are spelt as heard.
 */
public final class PlantedCorpus {

    static final int CATEGORIES = 12;
    static final int PHRASES_FROM = 20_000;

    private static final int DOCUMENTS_A_STATION = 200;
    private static final int FEWEST_STATIONS = 100;
    private static final double COPIES = 0.005;
    private static final int DOCUMENTS_A_SERIES = 2_500;
    private static final int FEWEST_SERIES = 8;
    private static final int SHORTEST_SERIES = 6;
    private static final int LONGEST_SERIES = 14;

    private final int size;
    private final long seed;
    private final PlantedWords words = new PlantedWords();
    private final PlantedUnits units;
    private final Map<Integer, Planted.Copy> copies = new HashMap<>();
    private final Map<Integer, PlantedHabit> habits = new HashMap<>();
    private final List<Planted.Series> series = new ArrayList<>();
    private final List<Planted.Series> patrols = new ArrayList<>();

    private PlantedCorpus(int size, long seed) {
        this.size = size;
        this.seed = seed;
        units = new PlantedUnits(Math.max(FEWEST_STATIONS, size / DOCUMENTS_A_STATION), words, seed);
        SplittableRandom random = new SplittableRandom(seed + 1);
        plantCopies(random);
        int many = Math.max(FEWEST_SERIES, size / DOCUMENTS_A_SERIES);
        plantSeries(true, many, series, random);
        plantSeries(false, many, patrols, random);
    }

    /**
     * A corpus.
     *
     * @param size its documents, at least 2,000
     * @param seed the same seed and size give the same documents
     */
    public static PlantedCorpus of(int size, long seed) {
        if (size < 2_000) {
            throw new IllegalArgumentException("a corpus of " + size + " has no room for what is planted");
        }
        return new PlantedCorpus(size, seed);
    }

    /** How many documents there are. */
    public int size() {
        return size;
    }

    /** The word of a rank, from 0, the commonest; see {@link PlantedWords#VOCABULARY}. */
    public String word(int rank) {
        return words.word(rank);
    }

    /** The truth. */
    public Planted planted() {
        return new Planted(
                List.copyOf(units.units()),
                copies.values().stream()
                        .sorted(Comparator.comparingInt(Planted.Copy::copy))
                        .toList(),
                List.copyOf(series),
                List.copyOf(patrols),
                List.copyOf(units.changes().values()),
                List.copyOf(units.phrases().values()));
    }

    /** All documents in their order, each made when it is asked for. */
    public Stream<PlantedDocument> documents() {
        return IntStream.range(0, size).mapToObj(this::document);
    }

    /** One document; its number is below {@link #size()}. */
    public PlantedDocument document(int number) {
        PlantedHabit habit = habits.get(number);
        Planted.Copy copy = copies.get(number);
        SplittableRandom random = random(number);
        PlantedDocument document = new PlantedDrawing(words, units, random).document(number, habit);
        return copy == null ? document : copied(document, copy, random);
    }

    /** A copy of a text from somebody else, at most 60 days after the first and about the same station. */
    private PlantedDocument copied(PlantedDocument own, Planted.Copy copy, SplittableRandom random) {
        PlantedDocument first = document(copy.original());
        return new PlantedDocument(
                own.number(),
                first.unit(),
                first.place(),
                first.latitude(),
                first.longitude(),
                first.date().plusDays(random.nextInt(60)),
                own.hour(),
                first.category(),
                changed(first.narrative(), copy.changed(), random),
                first.names(),
                own.badges(),
                own.vehicles(),
                own.description(),
                own.complainant());
    }

    /** The text with about this share of its words changed. */
    public String changed(String text, double share, long seed) {
        return changed(text, share, new SplittableRandom(seed));
    }

    /** Of the words to be changed three of five are replaced, one is left out, and beside one another is put in. */
    private String changed(String text, double share, SplittableRandom random) {
        List<String> changed = new ArrayList<>();
        for (String word : text.split(" ")) {
            int kind = random.nextDouble() < share ? random.nextInt(5) : -1;
            if (kind < 0 || kind == 4) {
                changed.add(word);
            }
            if (kind >= 0 && kind != 3) {
                changed.add(words.drawn(random));
            }
        }
        return String.join(" ", changed);
    }

    /** Seeds are scattered, for generators whose seeds lie a step apart give the same numbers a step apart. */
    private SplittableRandom random(int number) {
        long bits = (seed + number) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ bits >>> 31) * 0x94d049bb133111ebL;
        return new SplittableRandom(bits ^ bits >>> 29);
    }

    private void plantCopies(SplittableRandom random) {
        int wanted = (int) (COPIES * size);
        while (copies.size() < wanted) {
            int original = random.nextInt(size / 2);
            int copy = random.nextInt(size / 2, size);
            copies.putIfAbsent(copy, new Planted.Copy(original, copy, copies.size() % 2 == 0 ? 0.05 : 0.15));
        }
    }

    private void plantSeries(boolean named, int many, List<Planted.Series> into, SplittableRandom random) {
        for (int i = 0; i < many; i++) {
            int unit = random.nextInt(units.units().size());
            YearMonth from = PlantedUnits.FIRST.plusMonths(random.nextInt(PlantedUnits.MONTHS - 6));
            PlantedHabit habit = PlantedHabit.drawn(named, unit, from, words, random);
            int length = random.nextInt(SHORTEST_SERIES, LONGEST_SERIES + 1);
            List<Integer> members = random.ints(0, size)
                    .filter(number -> !copies.containsKey(number) && !habits.containsKey(number))
                    .distinct()
                    .limit(length)
                    .sorted()
                    .boxed()
                    .toList();
            members.forEach(number -> habits.put(number, habit));
            into.add(new Planted.Series(units.units().get(unit).key(), members));
        }
    }

    static String category(int number) {
        return "category" + number;
    }
}
