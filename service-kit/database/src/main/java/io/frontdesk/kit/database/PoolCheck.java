package io.frontdesk.kit.database;

import io.frontdesk.kit.database.ConnectionLimits.Pool;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with pools that PostgreSQL cannot fill: better than connections refused in the busiest hour. */
@ApplicationScoped
class PoolCheck {
    private final Optional<String> url;
    private final Optional<String> systemUrl;
    private final Pool tenants;
    private final Pool system;

    PoolCheck(
            @ConfigProperty(name = "DATABASE_URL") Optional<String> url,
            @ConfigProperty(name = "DATABASE_SYSTEM_URL") Optional<String> systemUrl,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int size,
            @ConfigProperty(name = "quarkus.datasource.system.reactive.max-size") int systemSize) {
        this.url = url;
        this.systemUrl = systemUrl;
        this.tenants = new Pool("DB_POOL_SIZE", size);
        this.system = new Pool("DB_SYSTEM_POOL_SIZE", systemSize);
    }

    /** On the main thread, which may wait: nothing is served until this returns. */
    void check(@Observes StartupEvent starting) {
        url.flatMap(given -> ConnectionLimits.of(DatabaseUrl.parse("DATABASE_URL", given)))
                .ifPresent(limits -> {
                    limits.require(tenants);
                    limits.requireTogether(List.of(tenants, system));
                });
        systemUrl
                .flatMap(given -> ConnectionLimits.of(DatabaseUrl.parse("DATABASE_SYSTEM_URL", given)))
                .ifPresent(limits -> limits.require(system));
    }
}
