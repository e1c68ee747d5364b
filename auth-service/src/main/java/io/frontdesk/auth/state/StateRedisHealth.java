package io.frontdesk.auth.state;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the state Redis answers. Tokens are served without it, so it is reported and does not make the service unready. */
@Wellness
@ApplicationScoped
class StateRedisHealth implements AsyncHealthCheck {
    private static final String NAME = "State Redis";

    private final ReactiveRedisDataSource redis;

    StateRedisHealth(@RedisClientName("state") ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.execute("PING")
                .replaceWith(HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }
}
