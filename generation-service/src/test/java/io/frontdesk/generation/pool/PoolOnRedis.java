package io.frontdesk.generation.pool;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.kit.json.JsonConventions;
import io.frontdesk.local.TestInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.redis.client.RedisOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Replicas that share a pool of their own on the real Redis. */
public final class PoolOnRedis implements AutoCloseable {
    public static final Prices PRICES = new Prices(new BigDecimal("2.50"), new BigDecimal("10"), "EUR");

    final String prefix = "test:" + Ids.next() + ":";
    final List<QuotaWarning> warnings = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final List<Redis> clients = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    public PoolOnRedis(Map<String, String> settings) {
        this.settings.put("frontdesk.llm.pool.state-prefix", prefix);
        // A busy machine is not a Redis that is gone.
        this.settings.put("frontdesk.llm.pool.state-timeout", "10s");
        settings.forEach((name, value) -> this.settings.put("frontdesk.llm.pool." + name, value));
    }

    PoolConfig config() {
        return mapped(settings, PoolConfig.class);
    }

    /** A replica's sight of the pool, over connections of its own. */
    RedisPickStore replica() {
        return new RedisPickStore(redis(), JsonConventions.mapper(), config(), warnings::add);
    }

    Redis redis() {
        var options = new RedisOptions()
                .setConnectionString(TestInfrastructure.ensure().redisUrl())
                .setMaxPoolSize(8)
                .setMaxPoolWaiting(1_000);
        Redis redis = Redis.createClient(vertx, options);
        clients.add(redis);
        return redis;
    }

    /** Models behind these keys. */
    public ChatPool chat(MeterRegistry registry, LlmConfig llm, LlmKey... keys) {
        return new ChatPool(
                () -> List.of(keys),
                replica(),
                config(),
                llm,
                vertx.getDelegate(),
                vertx.getDelegate().createHttpClient(),
                JsonConventions.mapper(),
                registry);
    }

    /** Everything as it comes, but for these settings of {@code frontdesk.llm}. */
    public static LlmConfig llm(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("frontdesk.llm." + name, value));
        return mapped(named, LlmConfig.class);
    }

    private static <T> T mapped(Map<String, String> settings, Class<T> type) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }

    /** Makes what was used of a key so many seconds older than it is. */
    void age(LlmKey key, int seconds) {
        Redis redis = clients.getFirst();
        String name = prefix + "key:" + key.alias();
        var fields = get(redis.send(Request.cmd(Command.HGETALL).arg(name)));
        Request older = Request.cmd(Command.HSET).arg(name);
        Request gone = Request.cmd(Command.HDEL).arg(name).arg("-");
        for (String field : fields.getKeys()) {
            String value = fields.get(field).toString();
            if (field.matches("[rt]:\\d+")) {
                older.arg(field.substring(0, 2) + (Long.parseLong(field.substring(2)) - seconds))
                        .arg(value);
                gone.arg(field);
            } else if (field.equals("from")) {
                older.arg(field).arg(Long.parseLong(value) - seconds);
            }
        }
        get(redis.send(gone));
        get(redis.send(older));
    }

    static <T> T get(Uni<T> result) {
        return result.await().atMost(Duration.ofSeconds(20));
    }

    static LlmKey key(String alias, int priority, KeyLimits limits) {
        return key(alias, URI.create("http://localhost:1/v1"), "sim", null, priority, limits, false);
    }

    public static LlmKey key(
            String alias,
            URI baseUrl,
            String model,
            @Nullable String cheapModel,
            int priority,
            KeyLimits limits,
            boolean acceptsPrefix) {
        return new LlmKey(
                alias, "sim", baseUrl, "sk-" + alias, model, cheapModel, priority, limits, PRICES, acceptsPrefix);
    }

    static PickRequest request(Duration patience, int tokens, String conversation, LlmKey... keys) {
        return new PickRequest(
                Ids.next().toString(),
                conversation,
                Candidate.of(List.of(keys), Tier.STRONG, Set.of(), false),
                tokens,
                patience,
                false);
    }

    static PickRequest request(LlmKey... keys) {
        return request(Duration.ZERO, 100, Ids.next().toString(), keys);
    }

    @Override
    public void close() {
        clients.forEach(Redis::close);
        vertx.closeAndAwait();
    }
}
