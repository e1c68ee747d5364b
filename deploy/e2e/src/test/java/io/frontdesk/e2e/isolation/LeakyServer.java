package io.frontdesk.e2e.isolation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.e2e.openapi.ApiDocument;
import io.frontdesk.e2e.openapi.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A service of notes of two tenants that keeps them apart, but for one fault. */
final class LeakyServer implements Evidence, AutoCloseable {
    static final String CANARY = "canary-of-the-other";

    private static final String DOCUMENT = """
            {"paths": {
              "/v1/notes": {
                "post": {"security": [{"key": ["notes"]}], "requestBody": {"content": {"application/json": {"schema": {
                  "type": "object", "properties": {"text": {"type": "string"}}}}}}},
                "get": {"security": [{"key": ["notes"]}]}},
              "/v1/notes/{id}": {"delete": {"security": [{"key": ["notes"]}], "parameters": [
                {"name": "id", "in": "path", "schema": {"type": "string", "format": "uuid"}}]}}}}""";

    enum Fault {
        NONE,
        LISTS_ALL,
        DELETES_ANY,
        ANSWERS_200,
        TELLS_IN_A_HEADER,
        READS_A_TENANT_HEADER,
        REFUSES_ITS_OWN
    }

    private record Note(String tenant, String text) {}

    private final Fault fault;
    private final Map<String, Note> notes = new ConcurrentHashMap<>();
    private final HttpServer server;

    LeakyServer(Fault fault) {
        this.fault = fault;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/notes", this::handle);
        server.start();
    }

    List<Operation> operations() {
        return ApiDocument.parse("notes", DOCUMENT).operations();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public String rows() {
        return notes.entrySet().stream()
                .filter(note -> note.getValue().tenant().equals("other"))
                .map(Object::toString)
                .sorted()
                .toList()
                .toString();
    }

    @Override
    public List<String> canaries() {
        return List.of(CANARY);
    }

    @Override
    public List<String> sightings() {
        return List.of();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var tenant = tenant(exchange);
            var id = exchange.getRequestURI().getPath().replaceFirst("/v1/notes/?", "");
            switch (exchange.getRequestMethod()) {
                case "POST" -> add(exchange, tenant);
                case "GET" -> list(exchange, tenant);
                default -> delete(exchange, tenant, id);
            }
        }
    }

    private String tenant(HttpExchange exchange) {
        var named = exchange.getRequestHeaders().containsKey("X-Tenant-Id");
        return fault == Fault.READS_A_TENANT_HEADER && named
                ? "other"
                : String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void add(HttpExchange exchange, String tenant) throws IOException {
        var id = UUID.randomUUID().toString();
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        notes.put(id, new Note(tenant, text));
        answer(exchange, 201, "{\"id\": \"" + id + "\"}");
    }

    private void list(HttpExchange exchange, String tenant) throws IOException {
        var seen = notes.values().stream()
                .filter(note -> fault == Fault.LISTS_ALL || note.tenant().equals(tenant))
                .map(Note::text)
                .toList();
        answer(exchange, 200, "{\"data\": " + seen + "}");
    }

    private void delete(HttpExchange exchange, String tenant, String id) throws IOException {
        var note = notes.get(id);
        var own = note != null && note.tenant().equals(tenant);
        if (note != null && !own && fault == Fault.TELLS_IN_A_HEADER) {
            exchange.getResponseHeaders().add("X-Title", CANARY);
        }
        if (note != null && (own || fault == Fault.DELETES_ANY)) {
            notes.remove(id);
        }
        var found = own || fault == Fault.ANSWERS_200;
        answer(exchange, found && fault != Fault.REFUSES_ITS_OWN ? 200 : 404, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
