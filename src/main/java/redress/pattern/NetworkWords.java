package redress.pattern;

import java.util.ArrayList;
import java.util.List;
import redress.web.View;
import redress.web.kit.NetworkPlot;

/** Who is accused together, in sentences and as a picture. */
record NetworkWords(Network network, Say say, View v) {

    private static final String ID = "network";

    Section section() {
        List<String> said = new ArrayList<>();
        said.add(v.t("pattern.network.together", network.together()));
        Lack lack = network.lack();
        if (lack != null) {
            return section(said, say.lack("pattern.lack.", lack));
        }
        if (network.ties().isEmpty() && network.more() == 0) {
            return section(said, v.t("pattern.network.none", network.compared()));
        }
        said.add(v.t("pattern.network.chance"));
        String more = v.t(
                network.more() > 0 ? "pattern.network.more" : "pattern.network.none",
                network.compared(),
                network.more());
        said.add(more);
        said.add(v.t("pattern.network.crews", network.crews().size()));
        network.crews().forEach(crew -> said.add(crew(crew)));
        return new Section(
                ID,
                v.t("pattern.network"),
                more,
                said,
                List.of(new DossierPage.Shown("network-plot", plot())),
                List.of());
    }

    private Section section(List<String> said, String found) {
        said.add(found);
        return new Section(ID, v.t("pattern.network"), found, said, List.of(), List.of());
    }

    private String crew(Network.Crew crew) {
        return v.t("pattern.network.crew", crew.name(), crew.members().size(), crew.ties(), crew.possible())
                + " "
                + v.t(
                        "pattern.network.crew.complaints",
                        crew.complaints(),
                        crew.byThree(),
                        crew.from(),
                        crew.to(),
                        crew.days())
                + " "
                + v.t(
                        "pattern.network.crew.reasons",
                        crew.shared(),
                        say.number(crew.expected()),
                        crew.category(),
                        crew.alike());
    }

    private NetworkPlot plot() {
        boolean officer = say.dossier().head().kind().equals("officer");
        return new NetworkPlot(
                network.more() == 0
                        ? v.t("pattern.network.title.none", network.officers())
                        : v.t("pattern.network.title", network.more()),
                v.t(
                        "pattern.network.note",
                        say.dossier().head().from(),
                        say.dossier().head().to()),
                officer,
                network.people().stream().map(this::person).toList(),
                network.ties().stream()
                        .map(tie ->
                                new NetworkPlot.Tie(tie.one(), tie.other(), tie.shared(), tie.expected(), tie.more()))
                        .toList(),
                v);
    }

    private NetworkPlot.Person person(Network.Person person) {
        return new NetworkPlot.Person(
                person.id(),
                person.name(),
                person.incidents(),
                person.crew() == null ? null : v.t("pattern.network.crew.name", person.crew()),
                DossierLink.to(say.dossier().head(), "officer", person.id()));
    }
}
