package redress.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redress.names.NameBook;
import redress.names.NameList;
import redress.planted.Planted;
import redress.planted.PlantedCorpus;

/** Whether what belongs together is put in front, and whether the score says what it is taken for. */
class LinkScoreTest {

    private static final int TOP = 50;
    private static final int DRAWS = 20_000;
    private static final PlantedCorpus CORPUS = PlantedCorpus.of(6_000, 7);
    private static final List<Account> ACCOUNTS = PlantedAccounts.of(CORPUS);
    private static final Comparison COMPARISON = Comparison.among(ACCOUNTS, NameBook.of(NameList.EMPTY));
    private static final LinkModel BY_CHANCE = LinkModel.defaults().fittedToChance(COMPARISON, ACCOUNTS, DRAWS, 1);

    @Test
    void puts_at_least_80_of_100_members_of_a_series_among_the_first_50() {
        LinkScore byDefaults = new LinkScore(LinkModel.defaults(), COMPARISON);
        LinkScore byChance = new LinkScore(BY_CHANCE, COMPARISON);
        for (List<Planted.Series> kind :
                List.of(CORPUS.planted().series(), CORPUS.planted().patrols())) {
            double defaults = shareInFront(byDefaults, ACCOUNTS, kind);
            double chance = shareInFront(byChance, ACCOUNTS, kind);
            System.out.printf("series: %.3f and %.3f of the members are among the first 50%n", defaults, chance);
            assertThat(defaults).isGreaterThanOrEqualTo(0.8);
            assertThat(chance).isGreaterThanOrEqualTo(0.8);
        }
    }

    @Test
    void tells_80_of_100_linked_pairs_from_all_but_5_of_100_others() {
        LinkScore score = new LinkScore(BY_CHANCE, COMPARISON);
        double[] others = others(99).stream()
                .mapToDouble(pair -> score.compare(pair.one(), pair.other()).log10())
                .sorted()
                .toArray();
        double border = others[(int) (0.95 * others.length)];
        List<LinkModel.Pair> linked = linked(CORPUS.planted().series());
        long told = linked.stream()
                .filter(pair -> score.compare(pair.one(), pair.other()).log10() > border)
                .count();
        System.out.printf("links: %.3f told at 5 %% false positives%n", (double) told / linked.size());
        assertThat((double) told / linked.size()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void finds_a_higher_share_of_linked_pairs_the_higher_the_score() {
        // Learnt from the series and looked at on the patrols, which it has not seen.
        LinkModel model =
                BY_CHANCE.fittedToLinked(COMPARISON, linked(CORPUS.planted().series()));
        LinkScore score = new LinkScore(model, COMPARISON);
        double[] borders = {-2, -1, 0, 1, 2, 3, 4};
        double[] linked = histogram(score, linked(CORPUS.planted().patrols()), borders);
        double[] others = histogram(score, others(5), borders);
        double before = 0;
        for (int bin = 0; bin <= borders.length; bin++) {
            double share = linked[bin] / (linked[bin] + others[bin]);
            assertThat(share)
                    .as("bin %d of %s and %s", bin, Arrays.toString(linked), Arrays.toString(others))
                    .isGreaterThanOrEqualTo(before);
            before = share;
        }
        assertThat(before).isGreaterThan(0.99);
    }

    private static double[] histogram(LinkScore score, List<LinkModel.Pair> pairs, double[] borders) {
        double[] counts = new double[borders.length + 1];
        for (LinkModel.Pair pair : pairs) {
            int bin = 0;
            while (bin < borders.length
                    && score.compare(pair.one(), pair.other()).log10() >= borders[bin]) {
                bin++;
            }
            counts[bin] += 1.0 / pairs.size();
        }
        return counts;
    }

    @Test
    void an_account_that_was_counted_is_read_like_an_equal_one_from_outside() {
        for (Account account : ACCOUNTS.subList(0, 200)) {
            Account outside = new Account(
                    -account.id() - 1,
                    account.where(),
                    account.when(),
                    account.categories(),
                    account.who(),
                    account.words());
            Sheet counted = COMPARISON.sheet(account);
            Sheet made = COMPARISON.sheet(outside);
            assertThat(counted.words()).isNotEmpty().isSorted().isEqualTo(made.words());
            assertThat(counted.description()).isEqualTo(made.description());
            assertThat(counted.names()).isEqualTo(made.names());
        }
    }

    @Test
    void who_compares_none_but_those_who_were_counted_is_told_the_same() {
        List<Account> few = ACCOUNTS.subList(0, 300);
        Comparison within = Comparison.within(few, NameBook.of(NameList.EMPTY));
        Comparison among = Comparison.among(few, NameBook.of(NameList.EMPTY));
        LinkScore one = new LinkScore(LinkModel.defaults().fittedToChance(within, few, 2_000, 7), within);
        LinkScore other = new LinkScore(LinkModel.defaults().fittedToChance(among, few, 2_000, 7), among);
        int shorter = 0;
        for (int i = 1; i < few.size(); i++) {
            Account first = few.get(i - 1);
            Account second = few.get(i);
            assertThat(one.compare(first, second)).isEqualTo(other.compare(first, second));
            shorter += within.sheet(first).words().length < among.sheet(first).words().length ? 1 : 0;
        }
        assertThat(shorter).isGreaterThan(few.size() / 2);
    }

    @Test
    void prints_what_each_factor_contributes_and_by_what_it_was_seen() {
        Account one = account(1, "Abu Kamara", "A12-K-345", LocalDate.of(2026, 3, 6), Set.of("limp", "khaki"));
        Account other = account(2, "Kamara", "…345", LocalDate.of(2026, 3, 13), Set.of("limp", "beret"));
        List<Account> all = new ArrayList<>(ACCOUNTS);
        all.addAll(List.of(one, other));
        LinkScore scoring = new LinkScore(LinkModel.defaults(), Comparison.among(all, NameBook.of(NameList.EMPTY)));
        Score score = scoring.compare(one, other);
        assertThat(score.contributions())
                .extracting(Score.Contribution::factor)
                .containsExactlyInAnyOrder(
                        Factor.PLACE,
                        Factor.DAYS,
                        Factor.WEEKDAY,
                        Factor.HOUR,
                        Factor.CATEGORY,
                        Factor.NAME,
                        Factor.VEHICLE,
                        Factor.DESCRIPTION);
        assertThat(score.contributions().stream()
                        .mapToDouble(Score.Contribution::log10)
                        .sum())
                .isCloseTo(score.log10(), org.assertj.core.data.Offset.offset(1e-9));
        Score.Contribution vehicle = of(Factor.VEHICLE, score);
        assertThat(vehicle.evidence()).containsExactly("A12-K-345, …345: ends alike");
        assertThat(vehicle.log10()).isPositive();
        assertThat(of(Factor.DESCRIPTION, score).evidence()).containsExactly("limp");
        assertThat(of(Factor.NAME, score).evidence()).contains("Kamara, Kamara: spelt alike");
        assertThat(of(Factor.DAYS, score).evidence()).containsExactly("7 days");
    }

    private static Score.Contribution of(Factor factor, Score score) {
        return score.contributions().stream()
                .filter(contribution -> contribution.factor() == factor)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void says_nothing_by_what_one_side_is_silent_about() {
        Account silent = new Account(
                -1,
                new Account.Where(null, null, null),
                new Account.When(null, null),
                Set.of(),
                new Account.Who(List.of(), List.of(), List.of(), Set.of()),
                Set.of());
        Score score = new LinkScore(LinkModel.defaults(), COMPARISON).compare(silent, ACCOUNTS.getFirst());
        assertThat(score.contributions()).isEmpty();
        assertThat(score.log10()).isZero();
    }

    @Test
    void weighs_a_link_alike_from_both_sides() {
        LinkScore score = new LinkScore(BY_CHANCE, COMPARISON);
        linked(CORPUS.planted().series())
                .forEach(pair -> assertThat(
                                score.compare(pair.other(), pair.one()).log10())
                        .isEqualTo(score.compare(pair.one(), pair.other()).log10()));
    }

    @Test
    void never_weighs_more_agreement_less() {
        LinkModel model =
                BY_CHANCE.fittedToLinked(COMPARISON, linked(CORPUS.planted().series()));
        for (Factor factor : Factor.values()) {
            for (int level = 1; level < factor.levels(); level++) {
                assertThat(model.weight(factor, level))
                        .as("%s %d", factor, level)
                        .isGreaterThanOrEqualTo(model.weight(factor, level - 1))
                        .isBetween(-3.0, 3.0);
            }
        }
    }

    @Test
    @Tag("deep")
    void holds_among_200_000_accounts() {
        PlantedCorpus corpus = PlantedCorpus.of(200_000, 29);
        List<Account> accounts = PlantedAccounts.of(corpus);
        Comparison comparison = Comparison.among(accounts, NameBook.of(NameList.EMPTY));
        LinkScore score =
                new LinkScore(LinkModel.defaults().fittedToChance(comparison, accounts, 100_000, 1), comparison);
        double share = shareInFront(score, accounts, corpus.planted().series().subList(0, 8));
        System.out.printf("series among 200,000: %.3f of the members are among the first 50%n", share);
        assertThat(share).isGreaterThanOrEqualTo(0.8);
    }

    /** For each planted series: asked by its first member, how many of the others are among the first fifty. */
    private static double shareInFront(LinkScore score, List<Account> accounts, List<Planted.Series> all) {
        double found = 0;
        double wanted = 0;
        for (Planted.Series series : all) {
            Set<Long> members = new HashSet<>();
            series.members().forEach(member -> members.add((long) member));
            found += score.rank(accounts.get(series.members().getFirst()), accounts, TOP).stream()
                    .filter(ranked -> members.contains(ranked.account().id()))
                    .count();
            wanted += members.size() - 1;
        }
        return found / wanted;
    }

    private static List<LinkModel.Pair> linked(List<Planted.Series> all) {
        List<LinkModel.Pair> pairs = new ArrayList<>();
        for (Planted.Series series : all) {
            for (int one : series.members()) {
                for (int other : series.members()) {
                    if (one < other) {
                        pairs.add(new LinkModel.Pair(ACCOUNTS.get(one), ACCOUNTS.get(other)));
                    }
                }
            }
        }
        return pairs;
    }

    private static List<LinkModel.Pair> others(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LinkModel.Pair> pairs = new ArrayList<>();
        while (pairs.size() < DRAWS) {
            int one = random.nextInt(ACCOUNTS.size());
            int other = random.nextInt(ACCOUNTS.size());
            if (one != other) {
                pairs.add(new LinkModel.Pair(ACCOUNTS.get(one), ACCOUNTS.get(other)));
            }
        }
        return pairs;
    }

    private static Account account(long id, String name, String vehicle, LocalDate date, Set<String> description) {
        return new Account(
                -id,
                new Account.Where("market", 8.48, -13.23),
                new Account.When(date, 21),
                Set.of("money"),
                new Account.Who(List.of(name), List.of(), List.of(vehicle), description),
                Set.of());
    }
}
