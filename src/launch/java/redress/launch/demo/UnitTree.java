package redress.launch.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.profile.Place;
import redress.profile.Profile;

/** The three forces as trees: national, command, station or prison or battalion, then patrol, checkpoint, wing. */
final class UnitTree {

    static final String BRIDGE = "Old Iron Bridge Checkpoint";
    static final String PATROL = "Koidu Night Patrol";
    static final String FORMER_STATION = "Makeni Police Station";
    static final String LATER_STATION = "Tuzla Police Station";
    static final String ESCORT = "Commission Escort Detachment";

    private static final int STATIONS_PER_REGION = 4;
    /** These last, and so do the stations that hold them. */
    private static final List<String> PLANTED = List.of(
            BRIDGE, PATROL, FORMER_STATION, LATER_STATION, ESCORT, "Gbarnga Police Station", "Koidu Police Station");

    private static final List<String> CROSSINGS =
            List.of("Ferry", "Customs Road", "North Road", "Quarry", "Market", "Border Road", "Junction", "Hill");
    private static final Map<String, Double> SIZES = Map.of(
            "headquarters", 14.0,
            "command", 9.0,
            "station", 12.0,
            "patrol", 4.0,
            "checkpoint", 4.0,
            "escort", 4.0,
            "prison", 12.0,
            "wing", 6.0,
            "battalion", 9.0,
            "company", 9.0);
    private static final Map<String, Double> BURDENS = Map.of(
            "headquarters", 0.3,
            "command", 0.4,
            "station", 3.0,
            "patrol", 2.0,
            "checkpoint", 1.6,
            "escort", 1.0,
            "prison", 1.5,
            "wing", 2.0,
            "battalion", 0.7,
            "company", 0.8);

    private final Profile profile;
    private final Dice dice;
    private final Map<String, Unit> units = new LinkedHashMap<>();

    private UnitTree(Country country) {
        this.profile = country.profile();
        this.dice = country.dice("units");
    }

    static List<Unit> of(Country country) {
        UnitTree tree = new UnitTree(country);
        tree.police();
        tree.prisons();
        tree.army();
        return List.copyOf(tree.units.values());
    }

    private void police() {
        Place capital = profile.findPlace("LR-monrovia").orElseThrow();
        Unit head = root("police", "P", "Police Headquarters", capital);
        add(head, "P-ESC", ESCORT, "escort", capital);
        add(head, "P-POU", "Public Order Unit", "patrol", capital);
        add(head, "P-TRF", "National Traffic Unit", "patrol", capital);
        int region = 0;
        for (Place area : profile.places(1)) {
            region++;
            String code = "P-%02d".formatted(region);
            Unit command = add(head, code, area.name() + " Regional Command", "command", area);
            int station = 0;
            for (Place seat : seats(area, STATIONS_PER_REGION)) {
                station++;
                station(command, code + "-" + station, seat);
            }
        }
    }

    private void station(Unit command, String code, Place seat) {
        Unit station = add(command, code, seat.name() + " Police Station", "station", seat);
        add(station, code + "-NP", seat.name() + " Night Patrol", "patrol", seat);
        if (dice.chance(0.4)) {
            add(station, code + "-TP", seat.name() + " Traffic Patrol", "patrol", seat);
        }
        if (seat.name().equals("Gbarnga")) {
            add(station, code + "-CP", BRIDGE, "checkpoint", seat);
        } else if (dice.chance(0.55)) {
            add(station, code + "-CP", seat.name() + " " + dice.pick(CROSSINGS) + " Checkpoint", "checkpoint", seat);
        }
    }

    private void prisons() {
        Unit head =
                root("prisons", "C", "Prison Headquarters", profile.places(3).getFirst());
        List<Place> areas = profile.places(1);
        for (int region = 1; region <= 3; region++) {
            Place middle = areas.get((region - 1) * areas.size() / 3);
            Unit command = add(head, "C-" + region, middle.name() + " Prisons Region", "command", middle);
            for (int i = 0; i < 5; i++) {
                Place area = areas.get(Math.min(areas.size() - 1, (region - 1) * areas.size() / 3 + i));
                Place seat = seats(area, 1).getFirst();
                String code = command.code() + "-" + (i + 1);
                Unit prison = add(command, code, seat.name() + " Prison", "prison", seat);
                add(prison, code + "-R", seat.name() + " Remand Wing", "wing", seat);
                add(prison, code + "-L", seat.name() + " Long-Term Wing", "wing", seat);
                if (dice.chance(0.5)) {
                    add(prison, code + "-W", seat.name() + " Women's Wing", "wing", seat);
                }
            }
        }
    }

    private void army() {
        Unit head =
                root("army", "A", "Armed Forces Headquarters", profile.places(3).get(1));
        List<Place> areas = profile.places(1);
        for (int i = 0; i < 12; i++) {
            Place area = areas.get(i * areas.size() / 12);
            if (i % 4 == 0) {
                add(head, "A-" + (i / 4 + 1), (i / 4 + 1) + ". Brigade", "command", area);
            }
            Unit brigade = require("A-" + (i / 4 + 1));
            String code = brigade.code() + "-" + (i % 4 + 1);
            Unit battalion = add(brigade, code, (i + 1) + ". Infantry Battalion", "battalion", area);
            List<Place> seats = seats(area, 3);
            for (int company = 0; company < 3; company++) {
                Place seat = seats.get(company % seats.size());
                String name = (char) ('A' + company) + " Company, " + (i + 1) + ". Battalion";
                add(battalion, code + "-" + (char) ('A' + company), name, "company", seat);
            }
            if (dice.chance(0.7)) {
                add(
                        battalion,
                        code + "-CP",
                        seats.getFirst().name() + " Army Checkpoint",
                        "checkpoint",
                        seats.getFirst());
            }
        }
    }

    /** The towns of an area first, then its districts. */
    private List<Place> seats(Place area, int most) {
        List<Place> below = profile.placesIn(area.code());
        Stream<Place> towns = Stream.concat(
                below.stream().filter(p -> p.level() == 3),
                below.stream().flatMap(d -> profile.placesIn(d.code()).stream()));
        List<Place> seats = new ArrayList<>(towns.toList());
        below.stream()
                .filter(d -> d.level() == 2)
                .filter(d -> seats.stream().noneMatch(s -> s.name().equals(d.name())))
                .forEach(seats::add);
        return seats.subList(0, Math.min(most, seats.size()));
    }

    private Unit root(String institution, String code, String name, Place place) {
        LocalDate opened = LocalDate.of(1998, 1, 1);
        Unit unit = new Unit(
                institution, code, null, name, "headquarters", opened, null, region(place), place.code(), 14, 0.3);
        units.put(code, unit);
        return unit;
    }

    private Unit add(Unit parent, String code, String name, String kind, Place place) {
        boolean lasting = PLANTED.contains(name) || kind.equals("command") || kind.equals("prison");
        LocalDate opened = latest(parent.opened(), opened(lasting));
        @Nullable LocalDate closed = closed(parent, lasting, opened);
        // A few units of each kind draw many complaints, most draw few, as everywhere.
        double burden = size(BURDENS, kind) * StrictMath.pow(dice.share() + 0.15, 2.2);
        Unit unit = new Unit(
                parent.institution(),
                code,
                parent.code(),
                name,
                kind,
                opened,
                closed,
                region(place),
                place.code(),
                size(SIZES, kind),
                burden);
        units.put(code, unit);
        return unit;
    }

    private LocalDate opened(boolean lasting) {
        if (!lasting && dice.chance(0.1)) {
            return dice.day(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 6, 30)).withDayOfMonth(1);
        }
        return dice.day(LocalDate.of(1998, 1, 1), LocalDate.of(2012, 12, 31)).withDayOfMonth(1);
    }

    private @Nullable LocalDate closed(Unit parent, boolean lasting, LocalDate opened) {
        LocalDate day = dice.day(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 9, 30));
        boolean closes = !lasting && dice.chance(0.06) && day.isAfter(opened.plusYears(1));
        if (!closes) {
            return parent.closed();
        }
        LocalDate lastOfMonth = day.withDayOfMonth(day.lengthOfMonth());
        return parent.lastDay(lastOfMonth);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static double size(Map<String, Double> sizes, String kind) {
        return sizes.getOrDefault(kind, 1.0);
    }

    private String region(Place place) {
        Place area = place;
        while (area.parent() != null) {
            area = profile.findPlace(String.valueOf(area.parent())).orElseThrow();
        }
        return area.code();
    }

    private Unit require(String code) {
        Unit unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("no unit " + code);
        }
        return unit;
    }
}
