package redress.likeness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redress.names.Letters;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;

/** Documents of the planted corpus as what is compared. */
final class PlantedAccounts {

    private PlantedAccounts() {}

    static List<Account> of(PlantedCorpus corpus) {
        return corpus.documents().map(PlantedAccounts::account).toList();
    }

    static Account account(PlantedDocument document) {
        return new Account(
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
    }
}
