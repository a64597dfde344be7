package redress.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A complaint and one of those whom it accuses. A complaint that accuses nobody in particular stands once, with the
 * unit of the incident.
 *
 * @param complaint the complaint
 * @param subject the id of the subject, 0 where there is none
 * @param officer the id of the officer, 0 where nobody knows who it was
 * @param unit the key of the unit of the posting at the date of the incident, else that of the incident; or null
 */
record Accused(
        Filed complaint,
        long subject,
        long officer,
        @Nullable String unit) {}
