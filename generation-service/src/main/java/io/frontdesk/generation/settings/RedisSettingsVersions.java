package io.frontdesk.generation.settings;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.redis.StateVersion;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.util.OptionalLong;
import java.util.UUID;

/** The version of settings in the {@link TenantState}. */
@ApplicationScoped
class RedisSettingsVersions {
    /** Not told: there is none, or it cannot be told in time. */
    static final long UNKNOWN = 0;

    private static final TypeLiteral<Uni<OptionalLong>> VERSION = new TypeLiteral<>() {};

    private final StateVersion told;
    private final TimelyCalls calls;

    RedisSettingsVersions(@RedisClientName("state") Redis redis, AnswerSettingsConfig config) {
        this.told = new StateVersion(redis, TenantState.ANSWER_SETTINGS_VERSION);
        this.calls = new TimelyCalls("settings-versions", config.stateTimeout());
    }

    /** The version that whoever asks must see at least. */
    Uni<Long> current(UUID tenant) {
        return calls.call(VERSION, () -> told.current(tenant))
                .onFailure()
                .recoverWithItem(OptionalLong::empty)
                .map(version -> version.orElse(UNKNOWN));
    }

    /** Lets every later look see this version or a greater one; fails with {@link AnswerError.StateUnavailable}. */
    Uni<Void> raise(UUID tenant, long version) {
        return told.raise(tenant, version).onFailure().transform(AnswerError.StateUnavailable::new);
    }
}
