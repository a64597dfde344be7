package redress.pattern;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to which day anything is known of each service: the last day, up to today, on which a complaint about it came in
 * or was closed. In a register that was imported nothing is known of later days: that nobody is complained of then, and
 * nothing is closed, says nothing.
 *
 * @param services this day by the code of a service
 * @param today it of a service about which there is no complaint
 */
record Known(Map<String, LocalDate> services, LocalDate today) {

    /** Where everything is known that will ever be. */
    static final Known EVERYTHING = new Known(Map.of(), LocalDate.MAX);

    /** The day of the service to which a unit belongs, by the key of either; the last day of all where nobody knows. */
    LocalDate until(@Nullable String key) {
        if (key == null) {
            return latest();
        }
        int slash = key.indexOf('/');
        return services.getOrDefault(slash < 0 ? key : key.substring(0, slash), today);
    }

    /** With what became known of services since. */
    Known and(Known more) {
        Map<String, LocalDate> both = new HashMap<>(services);
        more.services()
                .forEach((service, day) -> both.merge(service, day, (one, other) -> one.isAfter(other) ? one : other));
        return new Known(both, today);
    }

    /** The last day of any service. */
    LocalDate latest() {
        return services.values().stream().max(LocalDate::compareTo).orElse(today);
    }
}
