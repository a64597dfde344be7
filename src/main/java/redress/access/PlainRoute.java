package redress.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a route that is answered without the JAX-RS engine, because it is asked so often that the engine would cost
 * more than the answer. The {@link Doorkeeper} does not stand before it, so it has to be {@link Public}; a test holds
 * it to that, and to the written contract.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainRoute {

    /** The method of HTTP. */
    String verb();

    /** The whole path, without parameters. */
    String path();
}
