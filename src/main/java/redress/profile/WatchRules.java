package redress.profile;

/**
 * What an office holds to when staff leave a search or an early-warning rule on watch.
 *
 * @param complaints how many complaints the proposed rule names
 * @param withinDays within how many days of receipt it names them
 * @param usualDays how long a watch runs unless its owner says otherwise
 * @param longestDays how long it may run before somebody has to want it again
 * @param effectAfterMonths after how many months somebody looks whether an action had an effect
 */
public record WatchRules(int complaints, int withinDays, int usualDays, int longestDays, int effectAfterMonths) {}
