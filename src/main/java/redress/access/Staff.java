package redress.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a resource method, or all methods of a resource class, to actors who have one of these roles. Without roles: to
 * whoever is signed in. What stands at the method outweighs what stands at the class.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Staff {
    /** One of these is needed. */
    Role[] value() default {};
}
