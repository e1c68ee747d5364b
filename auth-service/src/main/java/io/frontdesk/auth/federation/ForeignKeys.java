package io.frontdesk.auth.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/** The keys of the issuers that were needed lately. They are public, and the same for every tenant that names an issuer. */
@ApplicationScoped
class ForeignKeys {
    private static final int MAX_ISSUERS = 1000;

    private final DiscoveryClient discovery;
    private final FederationConfig config;
    private final Clock clock;
    private final Cache<String, IssuerKeys> issuers;

    ForeignKeys(DiscoveryClient discovery, FederationConfig config, Clock clock) {
        this.discovery = discovery;
        this.config = config;
        this.clock = clock;
        this.issuers = Caffeine.newBuilder()
                .maximumSize(MAX_ISSUERS)
                .expireAfterAccess(config.keysUsableFor())
                .build();
    }

    /** The key of an issuer, if it signs with one of this id. */
    Uni<Optional<PublicJsonWebKey>> find(String issuer, String kid) {
        return issuers.get(issuer, name -> new IssuerKeys(name, () -> discovery.keys(name), config, clock))
                .find(kid);
    }
}
