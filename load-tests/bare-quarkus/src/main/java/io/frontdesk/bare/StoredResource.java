package io.frontdesk.bare;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** The least that an answer out of Redis costs: one GET. */
@Path("/stored/{key}")
@NonBlocking
public class StoredResource {
    private static final String PREFIX = "bare:";
    private static final Duration KEPT = Duration.ofHours(1);

    private final ReactiveValueCommands<String, String> values;

    StoredResource(ReactiveRedisDataSource redis) {
        this.values = redis.value(String.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> get(String key) {
        return values.get(PREFIX + key);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> put(String key, String json) {
        return values.setex(PREFIX + key, KEPT.toSeconds(), json);
    }
}
