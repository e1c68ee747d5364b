package io.frontdesk.generation.pool;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the pool together: Redis' decisions, this replica's share where it is gone, and the models behind the keys. */
final class PoolProducer {
    private static final int CONNECT_MILLIS = 3_000;

    @Produces
    @Singleton
    PickStore store(
            @RedisClientName("state") Redis redis,
            ObjectMapper json,
            PoolConfig config,
            QuotaWarnings warnings,
            MeterRegistry registry) {
        var calls = new TimelyCalls("keys of language models", config.stateTimeout());
        var shared = new TimelyPickStore(new RedisPickStore(redis, json, config, warnings::tell), calls);
        return new ResilientPickStore(
                shared, new LocalShares(InstantSource.system()), config.stateMoment(), System::nanoTime, registry);
    }

    @Produces
    @Singleton
    ChatPool pool(
            KeyRing ring,
            PickStore store,
            PoolConfig config,
            LlmConfig llm,
            Vertx vertx,
            ObjectMapper json,
            MeterRegistry registry) {
        var http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(llm.connections()).setConnectTimeout(CONNECT_MILLIS));
        return new ChatPool(ring, store, config, llm, vertx, http, json, registry);
    }
}
