package redress.chance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cases of a unit, as one of a group.
 *
 * @param name how the caller knows it
 * @param cases its cases, open ones too: leaving these out would make whoever closes only the easy ones look quick
 */
public record Caseload(String name, List<Case> cases) {

    /** Copies the list. */
    public Caseload {
        cases = List.copyOf(cases);
    }

    /** The cases that are old enough to say what became of them within the horizon. */
    List<Case> known(int horizon) {
        return cases.stream().filter(each -> each.known(horizon)).toList();
    }

    /** How many of these were still open at the horizon, by stratum. */
    Peer open(int horizon) {
        return new Peer(
                name,
                known(horizon).stream()
                        .map(each -> new Peer.Part(each.stratum(), each.closed(horizon) ? 0 : 1, 1))
                        .toList());
    }

    /** Their delays, by stratum. */
    Map<String, Days> delays(int horizon) {
        return known(horizon).stream()
                .collect(Collectors.groupingBy(
                        Case::stratum,
                        Collectors.mapping(
                                Function.identity(),
                                Collectors.collectingAndThen(Collectors.toList(), found -> Days.of(found, horizon)))));
    }
}
