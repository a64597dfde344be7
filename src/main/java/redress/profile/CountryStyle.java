package redress.profile;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import redress.web.HouseStyle;
import redress.web.Language;
import redress.wiring.Part;

/** Lends the pages the face of the country in use: its names, mark, exit, zone and languages. */
@Part
class CountryStyle implements HouseStyle {

    private final Profile profile;

    @Inject
    CountryStyle(Profile profile) {
        this.profile = profile;
    }

    @Override
    public String name(Language language) {
        return profile.name().in(language.tag());
    }

    @Override
    public String commission(Language language) {
        return profile.commission().in(language.tag());
    }

    @Override
    public boolean trial() {
        return !profile.status().equals("checked");
    }

    @Override
    public String mark() {
        return profile.mark();
    }

    @Override
    public URI exit() {
        return profile.quickExit();
    }

    @Override
    public ZoneId zone() {
        return profile.zone();
    }

    @Override
    public List<Language> languages() {
        return profile.languages().stream()
                .map(language -> new Language(language.tag(), language.name(), language.rightToLeft()))
                .toList();
    }
}
