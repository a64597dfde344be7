package redress.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/**
 * How the office that runs this portal presents itself. The profile of the country makes the one bean of this, since
 * this room knows no country; keys of the configuration override single parts.
 */
public interface HouseStyle {

    /** The name of the portal in that language. */
    String name(Language language);

    /** The body that runs it, in that language. */
    String commission(Language language);

    /** Whether that body has not checked the profile, so that the pages must not speak as if it ran the portal. */
    boolean trial();

    /** The mark: an inline drawing below one kilobyte, written by us or by the profile, never by a visitor. */
    String mark();

    /** Where a person lands who leaves in a hurry: something dull that anybody might look at. */
    URI exit();

    /** The zone in which its days begin and its moments are shown. */
    ZoneId zone();

    /** The languages it wants to offer, in the order of the switch. Those without texts are left out. */
    List<Language> languages();
}
