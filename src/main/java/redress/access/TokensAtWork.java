package redress.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URL;

/**
 * Ties the check of tokens to the keys that the realm publishes: kept for a quarter of an hour, asked for again when a
 * token names an unknown key, but never more often than twice in half a minute, whoever sends such tokens.
 */
@Dependent
class TokensAtWork {

    private static final int CONNECT_MS = 3_000;
    private static final int READ_MS = 5_000;
    private static final int BYTES = 200_000;
    private static final long KEEP_MS = 15 * 60_000L;
    private static final long WAIT_MS = 15_000L;
    private static final long PAUSE_MS = 30_000L;

    @Produces
    @Singleton
    Tokens tokens(Realm realm) {
        return new Tokens(realm, keys(realm));
    }

    private static JWKSource<SecurityContext> keys(Realm realm) {
        try {
            URL address = realm.certificates().toURL();
            return JWKSourceBuilder.<SecurityContext>create(
                            address, new DefaultResourceRetriever(CONNECT_MS, READ_MS, BYTES))
                    .cache(KEEP_MS, WAIT_MS)
                    .rateLimited(PAUSE_MS)
                    .build();
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException("redress.oidc.issuer is no address", wrong);
        }
    }
}
