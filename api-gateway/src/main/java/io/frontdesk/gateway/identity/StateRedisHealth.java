package io.frontdesk.gateway.identity;

import io.quarkus.redis.client.RedisClientName;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the state Redis answers. Known callers are served without it, so it does not make the gateway unready. */
@Wellness
@ApplicationScoped
class StateRedisHealth implements AsyncHealthCheck {
    private static final String NAME = "State Redis";

    private final Redis redis;

    StateRedisHealth(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.send(Request.cmd(Command.PING))
                .replaceWith(HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }
}
