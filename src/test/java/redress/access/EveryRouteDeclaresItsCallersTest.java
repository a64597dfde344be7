package redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryRouteDeclaresItsCallersTest {

    @Staff(Role.SUPERVISOR)
    static class Declared {
        @GET
        public void byClass() {}

        @GET
        @Public
        public void byMethod() {}

        @POST
        @Public
        @Staff
        public void both() {}
    }

    static class Undeclared {
        @DELETE
        public void nothing() {}
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        List<Route> routes = Route.all();
        assertThat(routes).isNotEmpty();
        assertThat(routes)
                .as("routes without exactly one of @Public and @Staff, at the method or at its class")
                .allMatch(route -> route.callers().isPresent());
    }

    @Test
    void what_the_filter_does_not_see_is_open_to_anyone() {
        List<Route> plain = Route.all().stream()
                .filter(route -> route.method().isAnnotationPresent(PlainRoute.class))
                .toList();
        assertThat(plain).isNotEmpty();
        assertThat(plain).allMatch(route -> route.callers().orElseThrow() instanceof Callers.Anyone);
    }

    @Test
    void no_resource_hands_on_to_a_resource_that_the_filter_cannot_see() {
        assertThat(Route.all()).noneMatch(route -> route.verb().equals("LOCATOR"));
    }

    @Test
    void method_outweighs_class_and_a_contradiction_stays_shut() {
        assertThat(Callers.of(method(Declared.class, "byClass")))
                .hasValueSatisfying(callers -> assertThat(callers).isInstanceOf(Callers.Signed.class));
        assertThat(Callers.of(method(Declared.class, "byMethod"))).contains(new Callers.Anyone());
        assertThat(Callers.of(method(Declared.class, "both"))).isEmpty();
        assertThat(Callers.of(method(Undeclared.class, "nothing"))).isEmpty();
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(found -> found.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
