package redress.pattern;

import java.util.ArrayList;
import java.util.List;
import redress.web.View;
import redress.web.kit.AreaMap;

/** Where the complaints happened, in sentences and as a map. */
record AreaWords(Areas areas, Say say, View v) {

    private static final String ID = "areas";

    Section section() {
        List<String> said = new ArrayList<>();
        if (areas.areas().isEmpty()) {
            said.add(v.t("pattern.areas.none"));
            return new Section(ID, v.t("pattern.areas"), said.getFirst(), said, List.of(), List.of());
        }
        said.add(areas.within().isEmpty() ? v.t("pattern.areas.widest") : v.t("pattern.areas.within", areas.within()));
        if (areas.unknown() + areas.rest() > 0) {
            said.add(v.t("pattern.areas.left", areas.unknown(), areas.rest()));
        }
        AreaMap map = map();
        return new Section(
                ID,
                v.t("pattern.areas"),
                map.title(),
                said,
                List.of(new DossierPage.Shown("areas-map", map)),
                List.of());
    }

    private AreaMap map() {
        Areas.Area most = areas.areas().getFirst();
        return new AreaMap(
                v.t("pattern.areas.title", most.name(), most.count()),
                v.t("pattern.counted", v.t("pattern.unit." + areas.countingUnit())),
                areas.areas().stream().map(this::area).toList(),
                v);
    }

    private AreaMap.Area area(Areas.Area area) {
        Double latitude = area.latitude();
        Double longitude = area.longitude();
        return new AreaMap.Area(
                area.name(),
                (double) area.count(),
                v.number(area.count()),
                AreaMap.Ground.at(
                        latitude == null || longitude == null ? null : new AreaMap.Place(longitude, latitude)),
                DossierLink.to(say.dossier().head(), "place", area.code()));
    }
}
