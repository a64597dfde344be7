package redress.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import redress.access.PlainRoute;

/** Holds the written contract and the routes together, in both directions. */
class ContractTest {

    private static final String BASE = "/api/v1";

    @Test
    void the_contract_is_valid_openapi_3_1() {
        SwaggerParseResult parsed = parsed();
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
    }

    @Test
    void every_operation_says_how_it_refuses_and_has_a_name() {
        parsed().getOpenAPI()
                .getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    assertThat(operation.getOperationId()).as(path).isNotBlank();
                    assertThat(operation.getSummary()).as(path).isNotBlank();
                    assertThat(operation.getResponses().keySet())
                            .as("%s %s", path, operation.getOperationId())
                            .anyMatch(status -> status.startsWith("4"));
                }));
    }

    @Test
    void every_route_is_in_the_contract_and_every_operation_is_a_route() {
        assertThat(routes()).isEqualTo(operations());
    }

    private static SwaggerParseResult parsed() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readLocation("docs/api/openapi.yaml", null, options);
    }

    private static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        OpenAPI contract = parsed().getOpenAPI();
        contract.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .keySet()
                        .forEach(method -> operations.add(method + " " + BASE + path)));
        return operations;
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(java.nio.file.Path.of("target/classes/redress"))) {
            if (type.isAnnotatedWith(Path.class)) {
                String base = type.getAnnotationOfType(Path.class).value();
                type.getMethods().forEach(method -> add(routes, base, method));
            }
            type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(PlainRoute.class))
                    .map(method -> method.getAnnotationOfType(PlainRoute.class))
                    .forEach(plain -> routes.add(plain.verb() + " " + plain.path()));
        }
        return routes;
    }

    private static void add(Set<String> routes, String base, JavaMethod method) {
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = (base + "/" + own).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .filter(annotation -> path.startsWith(BASE))
                .forEach(annotation -> routes.add(annotation.getRawType().getSimpleName() + " " + path));
    }
}
