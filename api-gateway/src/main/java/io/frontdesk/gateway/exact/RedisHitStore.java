package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The stream of finished answers on the state Redis. */
@ApplicationScoped
@RegisterForReflection(targets = {GivenAgain.class, GivenAgain.Entry.class})
class RedisHitStore implements HitStore {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Redis redis;
    private final int mostWaiting;

    RedisHitStore(@RedisClientName("state") Redis redis, ExactCacheConfig config) {
        this.redis = redis;
        this.mostWaiting = config.records().maxWaiting();
    }

    @Override
    public Uni<Void> append(List<GivenAgain> hits) {
        return redis.batch(hits.stream().map(this::added).toList())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private Request added(GivenAgain hit) {
        return Request.cmd(Command.XADD)
                .arg(GivenAgain.STREAM)
                .arg("MAXLEN")
                .arg("~")
                .arg(mostWaiting)
                .arg("*")
                .arg("tenant")
                .arg(hit.tenantId().toString())
                .arg("id")
                .arg(hit.answer().id().toString())
                .arg("json")
                .arg(Buffer.newInstance(UpstreamJson.write(new GivenAgain.Entry(hit))));
    }
}
