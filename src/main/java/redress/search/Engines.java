package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which engine answers searches: the index of this node, or an OpenSearch cluster. Nothing of the latter is loaded
 * unless it has been chosen.
 */
@Singleton
class Engines {

    private static final String EMBEDDED = "lucene";
    private static final String OPENSEARCH = "opensearch";

    private final Reading embedded;
    private final @Nullable FarIndex far;

    @Inject
    Engines(
            Reading embedded,
            @ConfigProperty(name = "redress.search.engine") String engine,
            @ConfigProperty(name = "redress.search.opensearch.url") String url,
            @ConfigProperty(name = "redress.search.opensearch.prefix") String prefix,
            @ConfigProperty(name = "redress.search.opensearch.shards") int shards,
            @ConfigProperty(name = "redress.search.opensearch.authorization-file") Optional<String> authorization) {
        this.embedded = embedded;
        far = switch (engine) {
            case EMBEDDED -> null;
            case OPENSEARCH -> FarIndex.at(url, prefix, shards, authorization.orElse(""));
            default ->
                throw new IllegalArgumentException(
                        "redress.search.engine is " + EMBEDDED + " or " + OPENSEARCH + ", not " + engine);
        };
    }

    /** What answers. */
    @Produces
    @Singleton
    SearchPort port() {
        return far == null ? embedded : far.reading();
    }

    /** The index in a cluster, where that has been chosen. */
    Optional<FarIndex> far() {
        return Optional.ofNullable(far);
    }

    /** The server takes no archive whose end of life may throw what has to be declared. */
    @PreDestroy
    void close() {
        if (far != null) {
            try {
                far.close();
            } catch (IOException broken) {
                System.getLogger(Engines.class.getName())
                        .log(System.Logger.Level.DEBUG, "The connection to the cluster was not closed", broken);
            }
        }
    }
}
