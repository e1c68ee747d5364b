package io.frontdesk.testing;

import io.frontdesk.local.infra.TestReplication;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the test's own with a streaming replica, which tests kill and hold up by a field of type
 * {@link TestReplication}. Arguments: {@code service}, the schema.
 */
public class ReplicationResource implements QuarkusTestResourceLifecycleManager {
    private String service = "";
    private @Nullable TestReplication replication;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        var started = TestReplication.start();
        replication = started;
        return Map.of(
                "DATABASE_URL",
                started.primary().url(service),
                "DATABASE_SYSTEM_URL",
                started.primary().systemUrl(service),
                "DATABASE_MIGRATION_URL",
                started.primary().migrationUrl(service),
                "READ_REPLICA_URLS",
                started.replica().url(service));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(replication, field -> field.getType() == TestReplication.class);
    }

    @Override
    public void stop() {
        if (replication != null) {
            replication.close();
        }
    }
}
