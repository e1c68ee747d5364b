package io.frontdesk.generation.conversation;

import io.frontdesk.generation.settings.SettingsOfTenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** As tenants have settled it. */
@ApplicationScoped
class SettledRetention implements Retention {
    private final SettingsOfTenants settings;

    SettledRetention(SettingsOfTenants settings) {
        this.settings = settings;
    }

    @Override
    public Uni<Duration> of(UUID tenant) {
        return settings.of(tenant).map(read -> Duration.ofDays(read.settings().retentionDays()));
    }
}
