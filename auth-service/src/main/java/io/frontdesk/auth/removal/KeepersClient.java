package io.frontdesk.auth.removal;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.signing.TokenSigner;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.contracts.Scope;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services that keep data of tenants. Retries are the queue's. */
@ApplicationScoped
class KeepersClient {
    private static final long CONNECT_MILLIS = 1_000;

    /** A service goes on removing where the answer is no longer waited for; asked again, it has less to do. */
    private static final long READ_MILLIS = 60_000;

    private static final Principal OPERATOR =
            Principal.service(Tenant.INSTALLATION, "auth-service", "operator", Scopes.of(Scope.OPERATOR), List.of());

    private final TokenSigner signer;
    private final Map<String, KeeperRestClient> services;

    KeepersClient(TokenSigner signer, RemovalConfig config) {
        this.signer = signer;
        this.services = config.services().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), KeepersClient::client));
    }

    /** Done when a service has nothing of a tenant any more. */
    Uni<Void> remove(String service, UUID tenant) {
        String bearer = "Bearer " + signer.internal(OPERATOR).text();
        KeeperRestClient keeper = services.get(service);
        return keeper == null
                ? Uni.createFrom()
                        .failure(new IllegalStateException(service + " is not configured as a keeper of data"))
                : keeper.remove(bearer, tenant);
    }

    private static KeeperRestClient client(String service) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("stork://" + service))
                .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
                .build(KeeperRestClient.class);
    }
}
