package io.frontdesk.kit.verification;

import io.frontdesk.kit.balancing.Unreachable;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CancellationException;

/**
 * Has quarkus-oidc fetch signing keys, where their host is the name of a service, from an instance of it that takes connections. Nobody
 * there would ask a second one, and keys are fetched so seldom that a connection more is nothing.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class KeysFromAnyInstance implements OidcRequestFilter {
    private static final int TRIES = 3;
    private static final int CONNECT_MILLIS = 1_000;
    /** That it takes a connection does not say how it answers. */
    private static final CancellationException UNKNOWN = new CancellationException();

    private final NetClient connections;

    KeysFromAnyInstance(Vertx vertx) {
        this.connections = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        return Stork.getInstance()
                .getServiceOptional(context.request().host())
                .map(service -> reachable(service)
                        .invoke(instance ->
                                context.request().host(instance.getHost()).port(instance.getPort()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<ServiceInstance> reachable(Service service) {
        return Uni.createFrom()
                .deferred(() -> service.selectInstanceAndRecordStart(false))
                .chain(this::connected)
                .onFailure(Unreachable::is)
                .retry()
                .atMost(TRIES - 1);
    }

    private Uni<ServiceInstance> connected(ServiceInstance instance) {
        return connections
                .connect(instance.getPort(), instance.getHost())
                .onItemOrFailure()
                .invoke((connection, failure) -> instance.recordEnd(failure == null ? UNKNOWN : failure))
                .chain(NetSocket::close)
                .replaceWith(instance);
    }
}
