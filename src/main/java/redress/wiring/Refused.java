package redress.wiring;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** What the database refuses, told on without any value of a row. */
public final class Refused {

    /**
     * ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK, the same in MariaDB and MySQL: somebody else held a row for too long,
     * or two waited for each other and this one gave way.
     */
    private static final Set<Integer> HELD = Set.of(1205, 1213);

    private static final int DEPTH = 10;

    private Refused() {}

    /**
     * Whether this was thrown because somebody else holds a row, as we found it or as EclipseLink did. The database
     * answers well then, the transaction is lost, and the same can be tried again.
     */
    public static boolean held(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .anyMatch(cause -> cause instanceof PessimisticLockException
                        || cause instanceof SQLException refused && HELD.contains(refused.getErrorCode()));
    }

    /**
     * What to throw, so that the caller's transaction is lost.
     *
     * @param what what was refused, without a value
     * @return a {@link PessimisticLockException} where somebody else holds a row
     */
    public static PersistenceException write(String what, SQLException refused) {
        String told = what + " was refused, SQL state " + refused.getSQLState();
        return held(refused) ? new PessimisticLockException(told) : new PersistenceException(told);
    }
}
