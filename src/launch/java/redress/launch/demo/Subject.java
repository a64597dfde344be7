package redress.launch.demo;

import org.jspecify.annotations.Nullable;

/**
 * Whom a complaint is about, as it says.
 *
 * @param key within the complaint
 * @param officer who it was in truth, where the office found out
 * @param namedAs the name as the complainant wrote it
 * @param badgeAs the number as the complainant saw it, or part of it
 * @param describedAs looks, uniform, vehicle
 */
record Subject(
        String key,
        @Nullable Officer officer,
        @Nullable String namedAs,
        @Nullable String badgeAs,
        @Nullable String describedAs) {}
