package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.likeness.Account;
import redress.likeness.Evidence;
import redress.likeness.Factor;
import redress.names.Letters;
import redress.names.NameBook;
import redress.names.NameList;
import redress.planted.Planted;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;
import redress.search.Sharing;
import redress.search.TextsExample;

class LinkCheckTest {

    private static final NameBook BOOK = NameBook.of(NameList.EMPTY);

    private static final Evidence NO_NAMES = new Evidence(code -> code, code -> code);

    @TempDir
    Path folder;

    private static Statement statement(PlantedDocument document, Set<Long> officers) {
        Account account = new Account(
                document.number(),
                new Account.Where(document.place(), document.latitude(), document.longitude()),
                new Account.When(document.date(), document.hour()),
                Set.of(document.category()),
                new Account.Who(
                        document.names(),
                        document.badges(),
                        document.vehicles(),
                        new HashSet<>(document.description())),
                new HashSet<>(Letters.words(document.narrative())));
        return new Statement(
                "N-" + document.number(), document.date().toString(), document.narrative(), officers, account);
    }

    @Test
    void members_of_a_planted_series_are_found_by_one_another_and_come_first() throws Exception {
        PlantedCorpus corpus = PlantedCorpus.of(2_000, 8);
        Map<Long, Statement> statements = new HashMap<>();
        corpus.documents().forEach(each -> statements.put((long) each.number(), statement(each, Set.of())));
        LinkCheck check = new LinkCheck(statements, BOOK, NO_NAMES);
        int members = 0;
        int met = 0;
        try (TextsExample example =
                TextsExample.ofDocuments(folder, corpus.documents().toList())) {
            for (Planted.Series series : corpus.planted().series()) {
                Set<Long> scope =
                        series.members().stream().map(Integer::longValue).collect(Collectors.toSet());
                List<Sharing> pairs = example.texts().sharing(scope, 15, TextsExample.OPEN_ONLY);
                Set<String> found = new HashSet<>();
                check.look(scope.size(), pairs).found().stream().limit(20).forEach(link -> {
                    if (scope.contains(id(link.one())) && scope.contains(id(link.other()))) {
                        found.add(link.one().number());
                        found.add(link.other().number());
                    }
                });
                members += scope.size();
                met += found.size();
            }
        }
        assertThat((double) met / members).isGreaterThan(0.6);
    }

    private static long id(Links.One one) {
        return Long.parseLong(one.number().substring(2));
    }

    @Test
    void copies_and_those_who_accuse_one_known_officer_are_left_out_and_the_reasons_add_up() {
        PlantedCorpus corpus = PlantedCorpus.of(2_000, 8);
        Planted.Series series = corpus.planted().series().getFirst();
        Map<Long, Statement> statements = new HashMap<>();
        corpus.documents().limit(300).forEach(each -> statements.put((long) each.number(), statement(each, Set.of())));
        List<Sharing> pairs = new ArrayList<>();
        for (int i = 1; i < series.members().size(); i++) {
            pairs.add(new Sharing(series.members().get(0), series.members().get(i), 2));
        }
        series.members().forEach(each -> statements.put((long) each, statement(corpus.document(each), Set.of())));
        List<Links.Link> links =
                new LinkCheck(statements, BOOK, NO_NAMES).look(1, pairs).found();
        assertThat(links).isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b.log10(), a.log10()));
        assertThat(links)
                .allSatisfy(link -> assertThat(link.reasons().stream()
                                .mapToDouble(Links.Reason::log10)
                                .sum())
                        .isCloseTo(link.log10(), within(1e-9)));
        series.members().forEach(each -> statements.put((long) each, statement(corpus.document(each), Set.of(4711L))));
        assertThat(new LinkCheck(statements, BOOK, NO_NAMES).look(1, pairs).found())
                .isEmpty();
    }

    @Test
    void a_reason_names_the_place_and_the_category_and_shows_no_code() {
        Evidence evidence = new Evidence(
                code -> Map.of("SL-koidu", "Koidu").getOrDefault(code, code),
                code -> Map.of("assault", "Assault").getOrDefault(code, code));
        assertThat(evidence.told(Factor.PLACE, List.of("SL-koidu"))).containsExactly("Koidu");
        assertThat(evidence.told(Factor.PLACE, List.of("0.4 km"))).containsExactly("0.4 km");
        assertThat(evidence.told(Factor.CATEGORY, List.of("assault", "unlisted")))
                .containsExactly("Assault", "unlisted");
        assertThat(evidence.told(Factor.WEEKDAY, List.of("Tuesday", "Tuesday"))).containsExactly("Tuesday");
        // A word of the narrative that is also a code stays the word.
        assertThat(evidence.told(Factor.WORDS, List.of("assault"))).containsExactly("assault");
    }

    @Test
    void the_reasons_of_a_link_are_told_by_names() {
        PlantedCorpus corpus = PlantedCorpus.of(2_000, 8);
        Planted.Series series = corpus.planted().series().getFirst();
        Map<Long, Statement> statements = new HashMap<>();
        corpus.documents().limit(300).forEach(each -> statements.put((long) each.number(), statement(each, Set.of())));
        List<Sharing> pairs = new ArrayList<>();
        for (int member : series.members()) {
            PlantedDocument document = corpus.document(member);
            statements.put((long) member, statement(document, Set.of()));
            pairs.add(new Sharing(series.members().getFirst(), member, 2));
        }
        pairs.removeFirst();
        List<Links.Reason> reasons = new LinkCheck(
                        statements, BOOK, new Evidence("the place called "::concat, "what is called "::concat))
                .look(1, pairs).found().stream()
                        .flatMap(link -> link.reasons().stream())
                        .toList();
        assertThat(told(reasons, Factor.PLACE)).anyMatch(told -> told.startsWith("the place called"));
        assertThat(told(reasons, Factor.CATEGORY)).isNotEmpty().allMatch(told -> told.startsWith("what is called"));
    }

    private static List<String> told(List<Links.Reason> reasons, Factor factor) {
        return reasons.stream()
                .filter(reason -> reason.factor().equals(factor.name()))
                .flatMap(reason -> reason.evidence().stream())
                .toList();
    }

    @Test
    void that_the_complaints_of_a_confirmed_patrol_resemble_one_another_is_no_news() {
        Group patrol = new ClusterGroup(new Cluster("c", "White pickup", Set.of(1L, 2L), null, null));
        Sharing inside = new Sharing(1, 2, 9);
        Sharing outside = new Sharing(2, 3, 4);
        assertThat(Linking.news(List.of(inside, outside), Linking.together(patrol)))
                .containsExactly(outside);
        Scoped unit = new Precinct().unit("police/D3");
        assertThat(Linking.news(List.of(inside, outside), Linking.together(unit.group())))
                .containsExactly(inside, outside);
    }

    @Test
    void of_many_pairs_fifty_are_told_and_all_are_counted() {
        PlantedCorpus corpus = PlantedCorpus.of(2_000, 8);
        Map<Long, Statement> statements = new HashMap<>();
        corpus.documents().limit(300).forEach(each -> statements.put((long) each.number(), statement(each, Set.of())));
        PlantedDocument first = corpus.document(500);
        Account one = statement(first, Set.of()).account();
        List<Sharing> pairs = new ArrayList<>();
        for (int i = 500; i < 512; i++) {
            PlantedDocument document = corpus.document(i);
            Account.Who who =
                    new Account.Who(List.of("Quillfeather"), List.of("Z-90817"), List.of(), Set.of("birthmark"));
            Account account = new Account(
                    i,
                    one.where(),
                    one.when(),
                    one.categories(),
                    who,
                    new HashSet<>(Letters.words(document.narrative())));
            statements.put((long) i, new Statement("N-" + i, "2024-05-06", document.narrative(), Set.of(), account));
            for (int other = 500; other < i; other++) {
                pairs.add(new Sharing(other, i, 4));
            }
        }
        Links links = new LinkCheck(statements, BOOK, NO_NAMES).look(12, pairs);
        assertThat(links.asked()).isEqualTo(12);
        assertThat(links.found()).hasSize(50);
        assertThat(links.left()).isEqualTo(pairs.size() - 50);
    }
}
