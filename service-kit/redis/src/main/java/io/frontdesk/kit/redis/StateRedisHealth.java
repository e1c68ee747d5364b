package io.frontdesk.kit.redis;

import io.frontdesk.kit.health.Probe;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the state Redis answers. Every service goes on without it, so it makes none unready. */
@Wellness
@ApplicationScoped
class StateRedisHealth implements AsyncHealthCheck {
    private final Redis redis;

    StateRedisHealth(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Probe.of("State Redis", redis.send(Request.cmd(Command.PING)));
    }
}
