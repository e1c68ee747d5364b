package io.frontdesk.generation.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.records.Analytics;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On the Redis that may forget. A value says itself under which key it was written, since a connection may answer another's. */
@ApplicationScoped
class RedisFigureCache implements FigureCache {
    private static final TypeLiteral<Uni<Optional<Analytics>>> FIGURES = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};

    private final Redis redis;
    private final ObjectMapper json;
    private final AnalyticsConfig config;
    private final TimelyCalls calls;

    RedisFigureCache(Redis redis, ObjectMapper json, AnalyticsConfig config) {
        this.redis = redis;
        this.json = json;
        this.config = config;
        this.calls = new TimelyCalls("analytics-cache", config.timeout());
    }

    /** What is remembered. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Remembered(String key, Analytics figures) {}

    @Override
    public Uni<Optional<Analytics>> read(UUID tenant, Period period) {
        String key = key(tenant, period);
        return calls.call(FIGURES, () -> redis.send(Request.cmd(Command.GET).arg(key))
                        .map(value -> figures(key, value)))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Optional<Analytics> figures(String key, @Nullable Response value) {
        try {
            return value == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(value.toBytes(), Remembered.class))
                            .filter(remembered -> remembered.key().equals(key))
                            .map(Remembered::figures);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Uni<Void> write(UUID tenant, Period period, Analytics figures) {
        String key = key(tenant, period);
        return calls.call(NOTHING, () -> redis.send(Request.cmd(Command.SET)
                                .arg(key)
                                .arg(value(new Remembered(key, figures)))
                                .arg("PX")
                                .arg(config.lifetime().toMillis()))
                        .replaceWithVoid())
                .onFailure()
                .recoverWithNull();
    }

    private String value(Remembered remembered) {
        try {
            return json.writeValueAsString(remembered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours is always JSON", e);
        }
    }

    private static String key(UUID tenant, Period period) {
        return "generation:{%s}:analytics:%s/%s".formatted(tenant, period.from(), period.to());
    }
}
