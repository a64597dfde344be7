package redress.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One resource method of the WAR: what the house answers to, found in the compiled classes. */
record Route(String verb, String template, Method method) {

    Optional<Callers> callers() {
        return Callers.of(method);
    }

    /** The path with something in the place of each parameter. */
    String example() {
        return template.replaceAll("\\{[^/{}]*(\\{[^{}]*}[^{}]*)*}", "1");
    }

    @Override
    public String toString() {
        return verb + " " + template + " (" + method.getDeclaringClass().getSimpleName() + "." + method.getName() + ")";
    }

    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("redress")) {
            Class<?> type = found.reflect();
            for (Method method : type.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> routes.add(new Route(verb, template(type, method), method)));
                PlainRoute plain = method.getAnnotation(PlainRoute.class);
                if (plain != null) {
                    routes.add(new Route(plain.verb(), plain.path(), method));
                }
            }
        }
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    private static Optional<String> verb(Method method) {
        for (Annotation mark : method.getAnnotations()) {
            HttpMethod verb = mark.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return Optional.of(verb.value());
            }
        }
        // A path without a verb is a sub-resource locator: it needs callers as well, since it runs before them.
        return method.isAnnotationPresent(Path.class) ? Optional.of("LOCATOR") : Optional.empty();
    }

    private static String template(Class<?> type, Method method) {
        String path = "/" + path(type.getAnnotation(Path.class)) + "/" + path(method.getAnnotation(Path.class));
        String clean = path.replaceAll("/+", "/");
        return clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static String path(Path declared) {
        return declared == null ? "" : declared.value();
    }
}
