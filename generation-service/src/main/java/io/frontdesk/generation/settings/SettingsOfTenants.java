package io.frontdesk.generation.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The settings of tenants. Each replica keeps those that it has read, and uses them while the tenant's state tells of none that are
 * newer; and not for long without another look, since a crash may leave a change untold. Whoever finds such a change tells it.
 */
@ApplicationScoped
public class SettingsOfTenants {
    private static final Logger LOG = Logger.getLogger(SettingsOfTenants.class);
    private static final int MOST_TENANTS = 10_000;

    private final PgAnswerSettingsStore store;
    private final RedisSettingsVersions versions;
    private final AnswerSettingsConfig config;
    private final Cache<UUID, Known> known;

    private record Known(VersionedSettings read, long at) {}

    SettingsOfTenants(PgAnswerSettingsStore store, RedisSettingsVersions versions, AnswerSettingsConfig config) {
        this.store = store;
        this.versions = versions;
        this.config = config;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterAccess(Duration.ofDays(1))
                .build();
    }

    /** As they are now; and the tenant's state tells of them. Else as {@link #atLeast}. */
    public Uni<VersionedSettings> of(UUID tenant) {
        return versions.current(tenant).chain(version -> atLeast(tenant, version)
                .call(found -> found.version() > version
                        ? tell(tenant, found.version())
                        : Uni.createFrom().voidItem()));
    }

    /** As this replica knows them, for whoever compares them with the tenant's state. Else as {@link #atLeast}. */
    public Uni<VersionedSettings> known(UUID tenant) {
        return atLeast(tenant, RedisSettingsVersions.UNKNOWN);
    }

    /**
     * As they are in a version of which the tenant's state tells, or in a later one. Without the database they are as they were last
     * seen, or else the standard ones, which mask everything.
     */
    public Uni<VersionedSettings> atLeast(UUID tenant, long version) {
        Known last = known.getIfPresent(tenant);
        return last != null && last.read().version() >= version && isFresh(last)
                ? Uni.createFrom().item(last.read())
                : read(tenant).onFailure().recoverWithItem(e -> withoutDatabase(tenant, last, e));
    }

    /**
     * Takes the place of all that was settled before. Done when every replica's next question sees it.
     *
     * @param follows the version that has to be in force; null for whichever is
     */
    Uni<VersionedSettings> replace(UUID tenant, AnswerSettings settings, @Nullable Long follows) {
        return store.save(tenant, settings, follows)
                .call(version -> versions.raise(tenant, version))
                .map(version -> new VersionedSettings(version, settings));
    }

    private Uni<VersionedSettings> read(UUID tenant) {
        return store.find(tenant).invoke(read -> known.put(tenant, new Known(read, System.nanoTime())));
    }

    private Uni<Void> tell(UUID tenant, long version) {
        return versions.raise(tenant, version).onFailure().recoverWithNull();
    }

    private boolean isFresh(Known last) {
        return System.nanoTime() - last.at() < config.freshFor().toNanos();
    }

    private VersionedSettings withoutDatabase(UUID tenant, @Nullable Known last, Throwable e) {
        LOG.warnf("Settings of tenant %s cannot be read: %s", tenant, e);
        return last == null ? new VersionedSettings(0, AnswerSettings.standard(config.fallback())) : last.read();
    }
}
