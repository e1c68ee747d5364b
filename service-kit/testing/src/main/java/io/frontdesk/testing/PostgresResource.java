package io.frontdesk.testing;

import io.frontdesk.local.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A fresh database on the launcher's PostgreSQL. Arguments: {@code service}, the schema: {@code auth}, {@code retrieval}, … */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        var database = TestInfrastructure.ensure().createDatabase(service);
        return Map.of(
                "DATABASE_URL",
                database.url(service),
                "DATABASE_SYSTEM_URL",
                database.systemUrl(service),
                "DATABASE_MIGRATION_URL",
                database.migrationUrl(service));
    }

    @Override
    public void stop() {}
}
