package io.frontdesk.kit.verification;

import io.frontdesk.kit.balancing.Leaving;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * Has quarkus-oidc fetch signing keys, where their host is the name of a service, from an instance of it that has just given them: one
 * that takes connections may refuse what is asked, being about to stop. Nobody there would ask a second one, and keys are fetched so
 * seldom that a request more is nothing. Fails with {@link KeysMissing} where no instance gives them.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class KeysFromAnyInstance implements OidcRequestFilter {
    private static final int TRIES = 3;
    private static final int CONNECT_MILLIS = 1_000;
    private static final long ANSWER_MILLIS = 2_000;

    private final WebClient http;

    KeysFromAnyInstance(Vertx vertx) {
        this.http = WebClient.create(vertx, new WebClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        return Stork.getInstance()
                .getServiceOptional(context.request().host())
                .map(service -> giving(service, context.request().uri())
                        .invoke(instance ->
                                context.request().host(instance.getHost()).port(instance.getPort()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<ServiceInstance> giving(Service service, String path) {
        return Uni.createFrom()
                .deferred(() -> service.selectInstanceAndRecordStart(false))
                .chain(instance -> asked(instance, path))
                .onFailure()
                .retry()
                .atMost(TRIES - 1)
                .onFailure()
                .transform(KeysMissing::new);
    }

    private Uni<ServiceInstance> asked(ServiceInstance instance, String path) {
        return http.get(instance.getPort(), instance.getHost(), path)
                .timeout(ANSWER_MILLIS)
                .send()
                .invoke(reply -> Leaving.heed(instance, reply::getHeader))
                .invoke(KeysFromAnyInstance::requireKeys)
                .onItemOrFailure()
                .invoke((reply, failure) -> instance.recordEnd(failure))
                .replaceWith(instance);
    }

    private static void requireKeys(HttpResponse<Buffer> reply) {
        if (reply.statusCode() != Response.Status.OK.getStatusCode()) {
            throw new WebApplicationException(reply.statusCode());
        }
    }
}
