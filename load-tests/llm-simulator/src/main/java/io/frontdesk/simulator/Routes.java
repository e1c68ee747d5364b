package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.simulator.wire.Json;
import io.frontdesk.simulator.wire.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** From a request to what answers it. */
final class Routes {
    private static final String BEARER = "Bearer ";
    private static final String MODELS = "/v1/models";
    private static final Map<String, Function<ObjectNode, Work>> WORK =
            Map.of("/v1/chat/completions", ChatWork::from, "/v1/embeddings", EmbeddingWork::from);

    /** Shown by {@code GET /v1/models}; any other name that {@link Behaviour} understands is served as well. */
    private static final List<String> SOME_MODELS = List.of(
            "sim", "sim-ttft200-itl10-len120", "sim-obedient", "sim-error500", "sim-429", "sim-cut40", "sim-dim384");

    private final Vertx vertx;
    private final Journal journal;
    private final Supplier<String> part;

    /** @param part the model that all others behave as; empty where each is itself */
    Routes(Vertx vertx, Journal journal, Supplier<String> part) {
        this.vertx = vertx;
        this.journal = journal;
        this.part = part;
    }

    void handle(HttpServerRequest request) {
        if (request.path().equals("/stats")) {
            request.response()
                    .putHeader("content-type", "application/json")
                    .end(Buffer.buffer(Json.bytes(journal.stats())));
            return;
        }
        var key = key(request);
        var entry = journal.open(key, request.method().name(), request.path(), headers(request));
        var exchange = new Exchange(vertx, request.response(), entry);
        request.body().onSuccess(body -> {
            try {
                route(request, body, exchange);
            } catch (Refusal refusal) {
                exchange.refuse(refusal);
            }
        });
    }

    private void route(HttpServerRequest request, Buffer body, Exchange exchange) {
        if (exchange.entry().key().isEmpty()) {
            throw Refusal.of(401, null, null, "You didn't provide an API key (Authorization: Bearer YOUR_KEY).");
        }
        var work = WORK.get(request.path());
        if (work != null) {
            requireMethod(HttpMethod.POST, request);
            var json = Json.object(body.getBytes());
            exchange.entry().body(json);
            answer(work.apply(json), exchange);
        } else if (request.path().equals(MODELS)) {
            requireMethod(HttpMethod.GET, request);
            var list = Json.object().put("object", "list");
            SOME_MODELS.forEach(model -> list.withArray("data").add(model(model)));
            exchange.reply(list);
        } else if (request.path().startsWith(MODELS + "/")) {
            requireMethod(HttpMethod.GET, request);
            var named = Behaviour.of(request.path().substring(MODELS.length() + 1));
            exchange.reply(model(named.model()));
        } else {
            throw Refusal.of(404, null, null, "Invalid URL (%s %s)".formatted(request.method(), request.path()));
        }
    }

    private void answer(Work work, Exchange exchange) {
        var played = part.get();
        var named = Behaviour.of(played.isEmpty() ? work.model() : played);
        boolean faulty =
                journal.isAmongFirst(named.faultyRequests(), exchange.entry().key(), named.model());
        var behaviour = faulty ? named : named.withoutFault();
        exchange.after(behaviour.headersAfter(), () -> {
            if (!behaviour.fails()) {
                work.answer(behaviour, exchange);
                return;
            }
            if (behaviour.retryAfter() > 0) {
                exchange.response().putHeader("retry-after", String.valueOf(behaviour.retryAfter()));
            }
            exchange.refuse(Refusal.simulated(behaviour.status()));
        });
    }

    private static void requireMethod(HttpMethod method, HttpServerRequest request) {
        if (!request.method().equals(method)) {
            throw Refusal.of(
                    405,
                    null,
                    "method_not_supported",
                    "Not allowed to %s on %s.".formatted(request.method(), request.path()));
        }
    }

    private static ObjectNode model(String id) {
        return Json.object()
                .put("id", id)
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", "frontdesk");
    }

    /** Any bearer will do; a request without one has the empty key. */
    private static String key(HttpServerRequest request) {
        var authorization = request.getHeader("authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }
}
