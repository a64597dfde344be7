package redress.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/** Who may call a resource method, as its own annotations or those of its class declare it. */
sealed interface Callers {

    /** Anyone, without an account. */
    record Anyone() implements Callers {}

    /** Actors with one of these roles; an empty set stands for whoever is signed in. */
    record Signed(Set<Role> roles) implements Callers {
        boolean admits(Actor actor) {
            return roles.isEmpty() || roles.stream().anyMatch(actor.roles()::contains);
        }
    }

    /** Empty if nothing is declared, or both things are: such a route stays shut. */
    static Optional<Callers> of(Method method) {
        if (method.isAnnotationPresent(Public.class) || method.isAnnotationPresent(Staff.class)) {
            return declaredAt(method);
        }
        return declaredAt(method.getDeclaringClass());
    }

    private static Optional<Callers> declaredAt(AnnotatedElement place) {
        Staff staff = place.getAnnotation(Staff.class);
        boolean open = place.isAnnotationPresent(Public.class);
        if (open == (staff != null)) {
            return Optional.empty();
        }
        return Optional.of(staff == null ? new Anyone() : new Signed(Set.of(staff.value())));
    }
}
