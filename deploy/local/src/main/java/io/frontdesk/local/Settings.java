package io.frontdesk.local;

import io.frontdesk.local.workspace.EnvironmentFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a person set in the environment or in {@code .env}; the environment wins. */
record Settings(Map<String, String> all) {
    private static final Set<String> OF_SERVERS = Set.of("DATABASE_URL", "REDIS_URL", "KAFKA_BOOTSTRAP_SERVERS");
    private static final Set<String> OF_SERVICES = Set.of(
            "OPENAI_",
            "GEMINI_",
            "ANTHROPIC_",
            "LOG_",
            "OTEL_",
            "QUARKUS_",
            "DB_",
            "REDIS_",
            "READ_REPLICA_",
            "SHUTDOWN_",
            "TRUSTED_PROXIES",
            "LIMITS_",
            "FRONTDESK_ADMISSION_",
            "FRONTDESK_DISCOVERY_",
            "FRONTDESK_OUTBOUND_",
            "FRONTDESK_SEARCH_",
            "FRONTDESK_LLM_",
            "API_KEYS",
            "FRONTDESK_OPERATOR_EMAIL",
            "FRONTDESK_OPERATOR_PASSWORD",
            "FRONTDESK_TENANT_NAME");

    static Settings of(Path root, Map<String, String> environment) {
        var all = new HashMap<>(new EnvironmentFile(root.resolve(".env")).read());
        all.putAll(environment);
        return new Settings(Map.copyOf(all));
    }

    /** Which servers to use instead of private ones. */
    Map<String, String> ofServers() {
        return only(OF_SERVERS.stream());
    }

    /** What services are told; where their servers are, the launcher tells them itself. */
    Map<String, String> ofServices() {
        var names = all.keySet().stream()
                .filter(name -> OF_SERVICES.stream().anyMatch(name::startsWith))
                .filter(name -> !OF_SERVERS.contains(name));
        return only(names);
    }

    private Map<String, String> only(Stream<String> names) {
        var chosen = new HashMap<String, String>();
        names.filter(all::containsKey).forEach(name -> chosen.put(name, all.get(name)));
        return Map.copyOf(chosen);
    }
}
