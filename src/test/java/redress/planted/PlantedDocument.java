package redress.planted;

import java.time.LocalDate;
import java.util.List;

/**
 * One invented complaint.
 *
 * @param number from 0; also the order in which complaints came in
 * @param unit key of the station at that time
 * @param place key of the place of the incident
 * @param names of the accused as the complainant spelt them; none where nobody is named
 * @param badges as far as they could be read
 * @param vehicles as far as they could be read
 * @param description words about looks, uniform and gear
 * @param complainant who complains; copies of one text may come from several people
 */
public record PlantedDocument(
        int number,
        String unit,
        String place,
        double latitude,
        double longitude,
        LocalDate date,
        int hour,
        String category,
        String narrative,
        List<String> names,
        List<String> badges,
        List<String> vehicles,
        List<String> description,
        int complainant) {}
