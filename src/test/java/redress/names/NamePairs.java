package redress.names;

import java.util.List;

/** Pairs of invented people's names: one name in two spellings, and two names that are easily taken for one. */
final class NamePairs {

    /** Bosnian names in both scripts, with and without marks; West African names in English and in French spelling. */
    static final List<String> SAME = List.of(
            "Џаферовић/Džaferović",
            "Џаферовић/Dzaferovic",
            "Ђорђевић/Djordjevic",
            "Ђорђевић/Đorđević",
            "Đorđević/Dordevic",
            "Љиљана/Ljiljana",
            "Његош/Njegos",
            "Čaušević/Causevic",
            "Hodžić/Hodzic",
            "Hodžić/Hodzich",
            "Жељко/Zeljko",
            "Mehmedović/Mehmedovich",
            "Suljić/Sulic",
            "Hasanović/Hassanovic",
            "Begović/Begovitch",
            "Kovačević/Kovacevich",
            "Diallo/Jallow",
            "Diallo/Jalloh",
            "Njie/N'Diaye",
            "Ebrima/Ibrahima",
            "Mohamed/Muhammad",
            "Mohamed/Mamadou",
            "Kamara/Camara",
            "Sesay/Ceesay",
            "Turay/Touré",
            "Koroma/Kroma",
            "Bangura/Bangoura",
            "Fofanah/Forfana",
            "Konteh/Conteh",
            "Fatmata/Fatoumata",
            "Sulaiman/Souleymane",
            "Yusuf/Youssouf",
            "Kollie/Koli",
            "Gbowee/Bowee",
            "Tarawallie/Tarawally");

    static final List<String> DIFFERENT = List.of(
            "Kamara/Koroma",
            "Bangura/Mansaray",
            "Sesay/Sankoh",
            "Begić/Bešić",
            "Hodžić/Hadžić",
            "Petrović/Perić",
            "Marić/Marković",
            "Amina/Emina",
            "Jallow/Jabbie",
            "Kollie/Kallon",
            "Conteh/Kanneh",
            "Turay/Taylor",
            "Marko/Mirko",
            "Delić/Dolić",
            "Ivan/Ivana");

    private NamePairs() {}
}
