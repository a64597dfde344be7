package redress.launch.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names by region, and the ways in which people write what they heard. */
final class Names {

    private static final List<String> REGIONS = List.of("liberia", "salone", "bosnia");
    private static final Map<String, String> CYRILLIC = new LinkedHashMap<>();

    static {
        String[] latin = "Dž dž Lj lj Nj nj A B V G D Đ E Ž Z I J K L M N O P R S T Ć U F H C Č Š".split(" ");
        String[] cyrillic = "Џ џ Љ љ Њ њ А Б В Г Д Ђ Е Ж З И Ј К Л М Н О П Р С Т Ћ У Ф Х Ц Ч Ш".split(" ");
        for (int i = 0; i < latin.length; i++) {
            CYRILLIC.put(latin[i], cyrillic[i]);
            if (latin[i].length() == 1) {
                CYRILLIC.put(
                        latin[i].toLowerCase(java.util.Locale.ROOT), cyrillic[i].toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private final Wordbook book;
    private final List<List<String>> variants;

    Names(Country country) {
        this.book = country.words("names.yaml");
        this.variants = book.rows("variants");
    }

    /** Whose names people mostly bear in an area; one in five bears a name of another region. */
    String region(String area, Dice dice) {
        if (dice.chance(0.2)) {
            return dice.pick(REGIONS);
        }
        return switch (area.substring(0, 2)) {
            case "LR" -> "liberia";
            case "SL" -> "salone";
            default -> "bosnia";
        };
    }

    String given(String region, boolean woman, Dice dice) {
        return dice.pick(book.part(region).texts(woman ? "given_f" : "given_m"));
    }

    String family(String region, Dice dice) {
        return dice.pick(book.part(region).texts("family"));
    }

    /** The name as somebody else might write it. */
    String heard(String name, Dice dice) {
        for (List<String> spellings : variants) {
            if (spellings.contains(name)) {
                return dice.pick(spellings);
            }
        }
        return dice.chance(0.6) ? plain(name) : name;
    }

    /** Without marks on the letters: Dzaferovic for Džaferović. */
    static String plain(String name) {
        String plain = name.replace("đ", "dj").replace("Đ", "Dj");
        return java.text.Normalizer.normalize(plain, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** In the Serbian Cyrillic alphabet. */
    static String cyrillic(String text) {
        String result = text;
        for (Map.Entry<String, String> letter : CYRILLIC.entrySet()) {
            result = result.replace(letter.getKey(), letter.getValue());
        }
        return result;
    }
}
