package io.frontdesk.e2e.fuzz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.e2e.openapi.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A service of notes that answers as its document says, but for one fault, which not every request brings to light. */
final class FaultyServer implements AutoCloseable {
    private static final String DOCUMENT = """
            {"paths": {"/v1/notes": {"post": {
              "requestBody": {"content": {"application/json": {"schema": {
                "type": "object", "properties": {"text": {"type": "string", "maxLength": 40}}}}}},
              "responses": {
                "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
                "400": {"$ref": "#/components/responses/Refused"},
                "default": {"$ref": "#/components/responses/Refused"}}}}},
             "components": {
              "responses": {"Refused": {"content": {"application/problem+json": {"schema": {"type": "object", "required": ["title"]}}}}},
              "schemas": {
                "Note": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}}}}""";

    enum Fault {
        NONE,
        FAILS,
        ANSWERS_200,
        ANSWERS_TEXT,
        ANSWERS_NULL,
        ANSWERS_MORE,
        TELLS_NO_TITLE,
        TELLS_ANOTHER_STATUS,
        CONFLICTS,
        HANGS_UP
    }

    private final Fault fault;
    private final HttpServer server;

    FaultyServer(Fault fault) {
        this.fault = fault;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    ApiDocument document() {
        return ApiDocument.parse("notes", DOCUMENT);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set(Headers.REQUEST_ID, "one");
            if (exchange.getRequestMethod().equals("POST") && body.matches("\\{\"text\":\"[^\"]{1,40}\".*")) {
                answerNote(exchange, body.contains("xxxx"));
            } else {
                refuse(exchange);
            }
        }
    }

    private void answerNote(HttpExchange exchange, boolean isUnlucky) throws IOException {
        switch (isUnlucky ? fault : Fault.NONE) {
            case FAILS -> answer(exchange, 500, "application/json", "{\"id\": \"1\"}");
            case ANSWERS_200 -> answer(exchange, 200, "application/json", "{\"id\": \"1\"}");
            case ANSWERS_TEXT -> answer(exchange, 201, "text/plain", "{\"id\": \"1\"}");
            case ANSWERS_NULL -> answer(exchange, 201, "application/json", "{\"id\": null}");
            case ANSWERS_MORE -> answer(exchange, 201, "application/json", "{\"id\": \"1\", \"secret\": 1}");
            case CONFLICTS -> answer(exchange, 409, Problem.MEDIA_TYPE, "{\"title\": \"no\", \"status\": 409}");
            case HANGS_UP -> {
                // The connection ends with the exchange.
            }
            default -> answer(exchange, 201, "application/json", "{\"id\": \"1\"}");
        }
    }

    private void refuse(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                400,
                Problem.MEDIA_TYPE,
                switch (fault) {
                    case TELLS_NO_TITLE -> "{\"status\": 400}";
                    case TELLS_ANOTHER_STATUS -> "{\"title\": \"no\", \"status\": 404}";
                    default -> "{\"title\": \"no\", \"status\": 400}";
                });
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
