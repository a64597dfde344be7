package redress.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the peers of what a dossier is about. */
final class Groups {

    private Groups() {}

    /** Units of the same kind that stand as high in the same institution, each with everything below it. */
    static Group ofUnit(Node own, Facts facts) {
        Map<String, String> names = new LinkedHashMap<>();
        List<UnitGroup.Stint> stints = new ArrayList<>();
        for (Node peer : facts.units().alike(own)) {
            names.put(peer.key(), peer.name());
            stints.add(UnitGroup.Stint.always(peer.key(), peer.key()));
        }
        return new UnitGroup(own.key(), names, stints, facts.units());
    }

    /** Officers of the same institution who in the window served in units of the kinds in which this one did. */
    static Group ofOfficer(Officer own, List<Officer> all, Facts facts) {
        Set<String> kinds = new HashSet<>();
        for (Posting posting : facts.postings()) {
            if (posting.officer() == own.id()) {
                kinds.add(facts.units().kind(posting.unit()));
            }
        }
        Set<Long> peers = new HashSet<>(Set.of(own.id()));
        for (Posting posting : facts.postings()) {
            if (kinds.contains(facts.units().kind(posting.unit()))) {
                peers.add(posting.officer());
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        all.stream()
                .filter(officer -> peers.contains(officer.id()))
                .forEach(officer -> names.put(Long.toString(officer.id()), officer.name()));
        return new OfficerGroup(Long.toString(own.id()), names);
    }

    /**
     * Commanders of units of the kinds that this one commanded, in the same institution, while each command lasted. Who
     * commanded nothing in the window stands alone there, with no complaint. Who commanded something has also what
     * ended soon before the window or began soon after it: of an incident of about a day it tells who commanded then.
     */
    static Group ofCommander(Officer own, List<Posting> commands, List<Officer> all, Facts facts) {
        Set<String> kinds = new HashSet<>();
        List<Posting> then = commands.stream()
                .filter(command -> !command.from().isAfter(facts.window().last())
                        && !command.to().isBefore(facts.window().first()))
                .toList();
        then.stream()
                .filter(command -> command.officer() == own.id())
                .forEach(command -> kinds.add(facts.units().kind(command.unit())));
        Map<String, String> known = new LinkedHashMap<>();
        all.forEach(officer -> known.put(Long.toString(officer.id()), officer.name()));
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Long.toString(own.id()), own.name());
        for (Posting command : then) {
            String member = Long.toString(command.officer());
            String name = known.get(member);
            if (name != null && kinds.contains(facts.units().kind(command.unit()))) {
                names.put(member, name);
            }
        }
        List<UnitGroup.Stint> stints = commands.stream()
                .filter(command -> names.containsKey(Long.toString(command.officer())))
                .filter(command -> kinds.contains(facts.units().kind(command.unit())))
                .map(command -> new UnitGroup.Stint(
                        Long.toString(command.officer()), command.unit(), command.from(), command.to()))
                .toList();
        return new UnitGroup(Long.toString(own.id()), names, stints, facts.units());
    }

    /** Places of the same level. */
    static Group ofPlace(Node own, Tree places) {
        Map<String, String> names = new LinkedHashMap<>();
        places.alike(own).forEach(place -> names.put(place.key(), place.name()));
        return new PlaceGroup(own.key(), names, places);
    }
}
