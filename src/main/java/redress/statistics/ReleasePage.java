package redress.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import redress.web.Page;

/**
 * The release of figures as a page of the desk.
 *
 * @param last when figures were released last; null before the first release
 * @param who who is signed in
 */
public record ReleasePage(@Nullable Instant last, String who) implements Page {}
