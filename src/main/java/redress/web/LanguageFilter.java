package redress.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import redress.wiring.Part;

/**
 * Takes the language off the front of the path before it is matched, so that no endpoint knows of it, and puts it back
 * on a redirect to a path of ours, so that nobody loses the language by sending a form.
 */
@Provider
@PreMatching
@Part
public class LanguageFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String CHOSEN = "redress.language";

    private final Languages languages;

    @Inject
    LanguageFilter(Languages languages) {
        this.languages = languages;
    }

    /** The language in which a request was sent. */
    public static Language language(ContainerRequestContext request) {
        return request.getProperty(CHOSEN) instanceof Language language ? language : Language.ENGLISH;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        Language language = languages.of(asked.getRawPath());
        if (!language.equals(Language.ENGLISH)) {
            request.setProperty(CHOSEN, language);
            URI bare = UriBuilder.fromUri(asked)
                    .replacePath(Languages.bare(asked.getRawPath(), language))
                    .build();
            request.setRequestUri(request.getUriInfo().getBaseUri(), bare);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI target = response.getLocation();
        if (target == null
                || response.getStatus() / 100 != 3
                || !(request.getProperty(CHOSEN) instanceof Language language)
                || !ours(target, request.getUriInfo().getBaseUri())
                || !languages.of(target.getRawPath()).equals(Language.ENGLISH)) {
            return;
        }
        URI kept = UriBuilder.fromUri(target)
                .replacePath(language.prefix() + target.getRawPath())
                .build();
        response.getHeaders().putSingle(HttpHeaders.LOCATION, kept);
    }

    private static boolean ours(URI target, URI base) {
        return target.getAuthority() == null || target.getAuthority().equals(base.getAuthority());
    }
}
