package io.frontdesk.bench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.environment.InternalTokens;
import io.frontdesk.contracts.Scope;
import io.frontdesk.local.infra.Database;
import io.frontdesk.local.infra.DatabaseUrl;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A retrieval-service alone with its servers: a database of its own, tokens that this process signs, and no cache of results,
 * since searches are measured.
 */
public final class RetrievalService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child child;
    private final Database database;
    private final InternalTokens tokens;
    private final HttpClient http = HttpClient.newHttpClient();

    private RetrievalService(Child child, Database database, InternalTokens tokens) {
        this.child = child;
        this.database = database;
        this.tokens = tokens;
    }

    /** @param name of the database, which is made where it is not there yet, and kept */
    public static RetrievalService start(Path root, Path logs, String name) {
        var jar = root.resolve("retrieval-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Failure("the service is not built: ./mvnw package -Dquick -DskipTests -pl retrieval-service -am");
        }
        var servers = servers(root, name);
        var tokens = InternalTokens.published();
        int port = Child.freePort();
        int managementPort = Child.freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java, "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString());
        var database = servers.database();
        command.environment()
                .putAll(new HashMap<>(Map.of(
                        "API_PORT", String.valueOf(port),
                        "MANAGEMENT_PORT", String.valueOf(managementPort),
                        "DATABASE_URL", database.url("retrieval"),
                        "DATABASE_SYSTEM_URL", database.systemUrl("retrieval"),
                        "DATABASE_MIGRATION_URL", database.migrationUrl("retrieval"),
                        "REDIS_URL", servers.redisUrl(),
                        "KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrapServers(),
                        "FRONTDESK_SEARCH_CACHE_ENABLED", "false")));
        command.environment()
                .putAll(Map.of(
                        "AUTH_SERVICE_INSTANCES",
                        tokens.issuer().getAuthority(),
                        "FRONTDESK_ISSUER",
                        tokens.issuer().toString(),
                        "FRONTDESK_CLIENT_ID",
                        "bench",
                        "FRONTDESK_CLIENT_SECRET",
                        "bench"));
        var ready = URI.create("http://127.0.0.1:%d/ready".formatted(managementPort));
        var child = Child.start(command, port, ready, logs.resolve("retrieval-service.log"));
        return new RetrievalService(child, database, tokens);
    }

    private static Infrastructure servers(Path root, String name) {
        var workspace = Workspace.local(root);
        var progress = Progress.to(System.err);
        var found = Infrastructure.start(workspace, System.getenv(), Durability.SAFE, progress);
        var own = Map.of(
                "DATABASE_URL",
                DatabaseUrl.parse(found.database().adminUrl()).to(name).toString(),
                "REDIS_URL",
                found.redisUrl(),
                "KAFKA_BOOTSTRAP_SERVERS",
                found.kafkaBootstrapServers());
        return Infrastructure.start(workspace, own, Durability.SAFE, progress);
    }

    public URI base() {
        return child.base();
    }

    public Map<String, String> credentials(UUID tenant) {
        return tokens.bearer(tenant, Scope.SEARCH, Scope.DOCUMENTS_WRITE);
    }

    /** As the superuser: what is prepared for a measurement is not measured. */
    public Connection connect() {
        try {
            var connection = DatabaseUrl.parse(database.adminUrl()).connect();
            try (var statement = connection.createStatement()) {
                statement.execute("set search_path = retrieval, public");
            }
            return connection;
        } catch (SQLException e) {
            throw new Failure("PostgreSQL refuses: " + e.getMessage(), e);
        }
    }

    /** The reply to a request of one tenant; fails where it is not a success. */
    public JsonNode post(UUID tenant, String path, Map<String, ?> body) {
        try {
            var request = HttpRequest.newBuilder(base().resolve("/internal/v1" + path))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            credentials(tenant).forEach(request::header);
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new Failure("%s answers %d: %s".formatted(path, response.statusCode(), response.body()));
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new Failure("no answer from the retrieval-service: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    /** Publishes a document of these texts. */
    public void publish(UUID tenant, String title, List<String> texts) {
        var path = "/documents/%s/versions/1".formatted(UUID.randomUUID());
        var chunks = java.util.stream.IntStream.range(0, texts.size())
                .mapToObj(i -> Map.of("position", i, "text", texts.get(i), "heading_path", List.of()))
                .toList();
        post(tenant, path + "/chunks", Map.of("title", title, "language", "en", "chunks", chunks));
        post(
                tenant,
                path + "/publication",
                Map.of("title", title, "acl", List.of(), "metadata", Map.of(), "chunks", texts.size()));
    }

    /** The vectors of questions. */
    public List<float[]> embed(UUID tenant, List<String> questions) {
        var vectors = new java.util.ArrayList<float[]>();
        for (int from = 0; from < questions.size(); from += 32) {
            var some = questions.subList(from, Math.min(from + 32, questions.size()));
            for (var found : post(tenant, "/embeddings", Map.of("input", some)).path("data")) {
                var vector = new float[found.path("embedding").size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (float) found.path("embedding").get(i).asDouble();
                }
                vectors.add(vector);
            }
        }
        return vectors;
    }

    @Override
    public void close() {
        http.close();
        child.close();
        tokens.close();
    }
}
