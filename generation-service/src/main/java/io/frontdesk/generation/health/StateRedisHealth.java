package io.frontdesk.generation.health;

import io.quarkus.redis.client.RedisClientName;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the state Redis answers. Answers are given without it, so it does not make the service unready. */
@Wellness
@ApplicationScoped
class StateRedisHealth implements AsyncHealthCheck {
    private static final String NAME = "State Redis";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Redis redis;

    StateRedisHealth(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.send(Request.cmd(Command.PING))
                .replaceWith(HealthCheckResponse.up(NAME))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }
}
