package redress.pattern;

/**
 * Where a place lies, in degrees (WGS 84).
 *
 * @param latitude north of the equator
 * @param longitude east of Greenwich
 */
record Spot(double latitude, double longitude) {}
