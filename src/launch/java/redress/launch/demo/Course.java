package redress.launch.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the office has come with a complaint.
 *
 * @param decided whether an investigation ended, so that allegations have findings
 */
record Course(
        String stage,
        @Nullable LocalDate due,
        @Nullable LocalDate closed,
        @Nullable String assignee,
        boolean decided) {}
