package io.frontdesk.ingestion.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What share of the work a tenant gets: by its plan, which the tokens of callers and the keys of producers name. */
@ApplicationScoped
public class Shares {
    private static final Logger LOG = Logger.getLogger(Shares.class);
    private static final int TENANTS = 10_000;

    /** Another replica may have written another plan since. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final WorkStore queue;
    private final Cache<UUID, String> planByTenant = Caffeine.newBuilder()
            .maximumSize(TENANTS)
            .expireAfterWrite(REMEMBERED)
            .build();

    Shares(WorkStore queue) {
        this.queue = queue;
    }

    /** Remembers a tenant's plan. Never fails: a tenant whose plan is not known has the share of one. */
    public Uni<Void> learn(UUID tenantId, String plan) {
        if (plan.isEmpty() || plan.equals(planByTenant.getIfPresent(tenantId))) {
            return Uni.createFrom().voidItem();
        }
        return queue.plan(tenantId, plan)
                .invoke(() -> planByTenant.put(tenantId, plan))
                .onFailure()
                .invoke(e -> LOG.debugf(e, "The plan of tenant %s could not be stored", tenantId))
                .onFailure()
                .recoverWithNull();
    }
}
